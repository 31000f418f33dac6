package import Model

/// What mail providers publish: their hosts, the includes they ask for, and what people write instead.
///
/// Data of `rules/mail-providers.csv`; extraction names providers by it and judges nothing.
package struct MailProviders: Hashable, Sendable {
  /// What a row tells.
  package enum Kind: String, CaseIterable, Sendable {
    /// A host that takes mail in, or `*.` and a domain.
    case exchange = "mx"
    /// A name to include in SPF.
    case include = "spf"
    /// A name that is included by mistake; the note is the right one.
    case wrongInclude = "wrong_spf"
    /// How many lookups an include causes beside its own; the note is the number.
    case cost = "spf_lookups"
    /// A domain whose mailboxes belong to persons.
    case consumer
    /// A selector that DKIM keys often have: DNS does not list selectors.
    case selector = "dkim_selector"
    /// What people call the provider, in a declaration too.
    case name
  }

  package struct Row: Hashable, Sendable {
    /// The provider is named as in `declared.mail.provider`: `tencent_exmail`.
    package let provider: String
    package let kind: Kind
    /// A normalized name, perhaps after `*.`.
    package let value: String
    package let note: String
    /// Where that is published.
    package let source: String
  }

  package let rows: [Row]
  private let byValue: [Kind: [String: Row]]

  package init(rows: [Row]) {
    self.rows = rows
    byValue = Dictionary(grouping: rows, by: \.kind).mapValues { rows in
      Dictionary(rows.map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The table that has no row.
  package static let none = MailProviders(rows: [])

  /// Returns the provider that takes mail in at a host; `nil` where the table does not know.
  package func provider(ofExchange host: DomainName) -> String? { row(.exchange, host)?.provider }

  /// Returns the provider whose name is included in SPF; `nil` where the table does not know.
  package func provider(ofInclude name: DomainName) -> String? {
    (row(.include, name) ?? row(.wrongInclude, name))?.provider
  }

  /// Returns what to include instead, where a name is known to be wrong.
  package func correction(ofInclude name: DomainName) -> String? { row(.wrongInclude, name)?.note }

  /// Returns how many lookups an include causes beside its own.
  package func cost(ofInclude name: DomainName) -> Int? {
    row(.cost, name).flatMap { Int($0.note) }
  }

  /// Returns whether mailboxes below the name belong to persons.
  package func isConsumer(_ name: DomainName) -> Bool { row(.consumer, name) != nil }

  /// What people call each provider.
  package var names: [String: [String]] {
    Dictionary(grouping: rows.filter { $0.kind == .name }, by: \.provider)
      .mapValues { $0.map(\.value) }
  }

  /// Selectors worth trying where none is known, in the table's order.
  package var usualSelectors: [String] { rows.filter { $0.kind == .selector }.map(\.value) }

  /// The row of a name, or of the nearest `*.` above it.
  private func row(_ kind: Kind, _ name: DomainName) -> Row? {
    guard let values = byValue[kind] else { return nil }
    if let row = values[name.text] { return row }
    var next = name.parent
    while let parent = next, !parent.isRoot {
      if let row = values["*." + parent.text] { return row }
      next = parent.parent
    }
    return nil
  }
}

extension MailProviders {
  package static var columnCount: Int { columns.count }
  static let columns = ["provider", "kind", "value", "note", "source", "basis"]

  /// Reads the table; a row that is wrong keeps all from loading.
  ///
  /// - Parameters:
  ///   - lines: each with its 1-based line; the first is the header.
  ///   - file: for diagnostics.
  package static func read(
    _ lines: [(line: Int, cells: [String])], file: String
  ) -> (providers: MailProviders?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    func refuse(_ line: Int, _ chinese: String, _ english: String) {
      diagnostics.append(
        Diagnostic(
          code: "mail-provider", message: LocalizedText(chinese, english),
          file: file, position: TextPosition(line: line, column: 1)))
    }
    guard let header = lines.first, header.cells == columns else {
      refuse(
        1, "首行应为 \(columns.joined(separator: ","))",
        "the first line must be \(columns.joined(separator: ","))")
      return (nil, diagnostics)
    }
    var rows: [Row] = []
    for (line, cells) in lines.dropFirst() {
      do throws(RowFault) {
        let row = try Row(cells)
        if rows.contains(where: { $0.kind == row.kind && $0.value == row.value }) {
          throw .repeated
        }
        rows.append(row)
      } catch {
        let (chinese, english) = error.texts
        refuse(line, chinese, english)
      }
    }
    return (diagnostics.isEmpty ? MailProviders(rows: rows) : nil, diagnostics)
  }
}

/// Why a row is refused.
private enum RowFault: Error {
  case columns, kind, provider, value, note, source, repeated

  var texts: (chinese: String, english: String) {
    switch self {
    case .columns: ("应有 6 列", "there must be 6 columns")
    case .kind:
      (
        "kind 应为 " + MailProviders.Kind.allCases.map(\.rawValue).joined(separator: "、"),
        "kind is one of " + MailProviders.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      )
    case .provider: ("provider 应为小写字母、数字和下划线", "provider is lower-case letters, digits and _")
    case .value:
      (
        "value 应为域名，或 *. 加域名；选择器为一个标签",
        "value is a domain name, or *. and one; a label for a selector"
      )
    case .note: ("note 不合该 kind 的要求", "note is not what this kind needs")
    case .source: ("缺少 source：没有出处的行不收", "no source, no row")
    case .repeated: ("与前面的行重复", "repeats an earlier row")
    }
  }
}

extension MailProviders.Row {
  fileprivate init(_ cells: [String]) throws(RowFault) {
    guard cells.count == MailProviders.columns.count else { throw .columns }
    guard let kind = MailProviders.Kind(rawValue: cells[1]) else { throw .kind }
    guard !cells[0].isEmpty,
      cells[0].utf8.allSatisfy({
        DomainNameText.isLetter($0) || DecimalNumber.isDigit($0) || $0 == UInt8(ascii: "_")
      })
    else { throw .provider }
    guard !cells[4].isEmpty else { throw .source }
    provider = cells[0]
    self.kind = kind
    note = cells[3]
    source = cells[4]
    guard kind != .name else {
      guard !cells[2].isEmpty else { throw .value }
      value = cells[2]
      return
    }
    let isPattern = cells[2].hasPrefix("*.")
    guard let name = DomainName(text: isPattern ? String(cells[2].dropFirst(2)) : cells[2]),
      name.labels.count > 1 || kind == .selector && !isPattern && name.isHostName
    else { throw .value }
    switch kind {
    case .cost: guard let cost = Int(cells[3]), (0...50).contains(cost) else { throw .note }
    case .wrongInclude: guard DomainName(text: cells[3]) != nil else { throw .note }
    case .exchange, .include, .consumer, .selector, .name: break
    }
    value = (isPattern ? "*." : "") + name.text
  }
}
