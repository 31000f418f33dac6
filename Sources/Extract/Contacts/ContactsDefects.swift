/// What the back office will refuse in a contact list (DOMAIN.md 8.2 and 8.3), by kind with the rows.
struct ContactsDefects {
  /// The closed list; raw values are those of `contacts.defects`.
  enum Kind: String, CaseIterable {
    case nameMissing = "name_missing"
    case nameTooLong = "name_too_long"
    case accountMissing = "account_missing"
    /// Not 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit.
    case accountInvalid = "account_invalid"
    case accountRepeated = "account_repeated"
    case mobileRepeated = "mobile_repeated"
    /// Neither mobile nor mail.
    case unreachable
    /// More than 32 characters (English: 64).
    case departmentTooLong = "department_too_long"
    case tooManyDepartments = "too_many_departments"
    /// `，` parts nothing and may not stand in values.
    case wideComma = "wide_comma"
    case titleTooLong = "title_too_long"
  }

  private var rows: [Kind: [Int]] = [:]
  private var accounts: Set<String> = []
  private var mobiles: Set<String> = []

  private static let shownRows = 5

  /// - Parameter row: 1-based.
  mutating func add(_ kind: Kind, row: Int) { rows[kind, default: []].append(row) }

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
    Kind.allCases.compactMap { kind in
      guard let rows = rows[kind] else { return nil }
      let shown = rows.prefix(Self.shownRows).map(String.init).joined(separator: ", ")
      return
        "\(kind.rawValue): \(rows.count) (rows \(shown)\(rows.count > Self.shownRows ? ", …" : ""))"
    }
  }
}
