internal import Model

/// What the back office will refuse in a contact list (docs/domain.md#contact-lists), by kind with the rows.
struct ContactsDefects {
  private var rows: [ContactsDefect: [Int]] = [:]
  private var accounts: Set<String> = []
  private var mobiles: Set<String> = []

  private static let shownRows = 5

  /// - Parameter row: 1-based.
  mutating func add(_ kind: ContactsDefect, row: Int) { rows[kind, default: []].append(row) }

  mutating func check(account: String, row: Int) {
    guard !account.isEmpty else { return add(.accountMissing, row: row) }
    // `old:new` renames an account.
    let plain = account.split(separator: ":").last.map(String.init) ?? account
    if !Self.isAccount(plain) { add(.accountInvalid, row: row) }
    if !accounts.insert(plain.lowercased()).inserted { add(.accountRepeated, row: row) }
  }

  mutating func check(mobile: String, row: Int) {
    let digits = mobile.filter { $0.isNumber || $0 == "*" }
    // A masked number is not known to be another's.
    guard !digits.isEmpty, !digits.contains("*") else { return }
    if !mobiles.insert(digits).inserted { add(.mobileRepeated, row: row) }
  }

  mutating func check(departments: [[String]], row: Int) {
    if departments.count > 100 { add(.tooManyDepartments, row: row) }
    let isLong = departments.contains { path in
      path.contains { $0.count > ($0.utf8.count == $0.count ? 64 : 32) }
    }
    if isLong { add(.departmentTooLong, row: row) }
    if departments.contains(where: { path in path.contains { $0.contains("，") } }) {
      add(.wideComma, row: row)
    }
  }

  private static func isAccount(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
    return isWord(first) && text.utf8.allSatisfy { isWord($0) || "._-@".utf8.contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// `account_invalid: 2 (rows 12, 15)`; no personal values.
  var texts: [String] {
    ContactsDefect.allCases.compactMap { kind in
      guard let rows = rows[kind] else { return nil }
      let shown = rows.prefix(Self.shownRows).map(String.init).joined(separator: ", ")
      return
        "\(kind.rawValue): \(rows.count) (rows \(shown)\(rows.count > Self.shownRows ? ", …" : ""))"
    }
  }
}
