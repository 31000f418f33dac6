internal import Model

/// What a group declares for its submissions, one row each.
///
/// A folder's own declaration counts before it: the roster adds what is not in there, and a difference is reported.
package struct Roster: Sendable {
  /// A row that names a folder.
  struct Row: Sendable {
    let number: Int
    /// As written, without `./` and a `/` at the end; of a roster without folders the company's name.
    let folder: String
    /// What it declares, with what is wrong with it.
    let declaration: Declaration
    /// What the columns say that are no keys of declarations.
    let labels: [SubmissionLabel]
  }

  /// The roster's name in evidence and notices.
  let file: String
  /// Whether it has no column of folders, so that rows are found by the names of their companies.
  let isByCompany: Bool
  let rows: [Row]
  // Equal as Unicode sees it: file systems of some machines take accents apart.
  private let byFolder: [String: Row]
  /// About columns and rows that were not used.
  let notices: [Notice]
  /// The titles of the columns that are no keys of declarations and are kept.
  let labelTitles: [String]

  /// - Parameter file: the roster's own name, without folders.
  package init(
    _ table: RosterTable, file: String, schema: DeclarationSchema
  ) throws(RosterUnusable) {
    guard !table.rows.isEmpty else {
      throw RosterUnusable(
        reason: LocalizedText("没有任何行", "it has no rows"))
    }
    // A title and the day of the table stand above the names of the columns.
    let top = table.rows.prefix(Self.titleRows + 1)
    let header =
      top.firstIndex { RosterReader.isHeader($0, schema: schema) }
      ?? top.firstIndex { RosterReader.namesCompanies($0, schema: schema) }
    guard let header else {
      throw RosterUnusable(
        reason: LocalizedText(
          "前 \(Self.titleRows + 1) 行中没有含「文件夹」（folder）或「企业名称」列的表头",
          "none of its first \(Self.titleRows + 1) rows has a column \"folder\" (文件夹) or \"company.name\" (企业名称)"
        )
      )
    }
    var reader = RosterReader(
      file: file, schema: schema, isSpreadsheet: table.isSpreadsheet, header: table.rows[header])
    for row in table.rows[(header + 1)...] { reader.read(row) }
    self.file = file
    isByCompany = reader.isByCompany
    rows = reader.rows
    byFolder = Dictionary(
      reader.rows.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
    notices = reader.notices
    labelTitles = reader.labelTitles
  }

  /// How many rows may stand above the names of the columns.
  private static let titleRows = 10

  /// The row of a submission that goes by one of these names.
  func row(for names: [String]) -> Row? {
    names.lazy.compactMap { byFolder[$0] }.first
  }

  /// Whether rows name something in that folder.
  func hasRows(below name: String) -> Bool { rows.contains { $0.folder.hasPrefix(name + "/") } }
}

/// What was taken from a roster.
package struct RosterSummary: Hashable, Sendable {
  /// Its own name, without folders.
  package let file: String
  package let rowCount: Int
  /// Whether rows were found by the names of companies, for want of a column of folders.
  package let isByCompany: Bool
  /// The titles of columns that are no keys of declarations, which are kept beside them.
  package let labels: [String]
  /// How many rows name folders of the group that are in none of the paths that were given.
  package let elsewhere: Int
}

extension Declaration {
  /// This declaration with what a roster adds.
  func completed(by row: Roster.Row?, of roster: Roster) -> Declaration {
    guard let row else { return self }
    guard self != .missing else { return row.declaration }
    var whole = self
    whole.notices += row.declaration.notices
    if !isBroken { whole.unread += row.declaration.unread }
    for fact in row.declaration.facts {
      guard let own = facts.first(where: { $0.key == fact.key }) else {
        if !isBroken { whole.facts.append(fact) }
        continue
      }
      // The amount and currency of a capital differ with its text: one notice is enough.
      let isDerived = fact.key.hasSuffix("_amount") || fact.key.hasSuffix("_currency")
      guard own.value != fact.value, !isDerived else { continue }
      whole.notices.append(
        Notice(
          file: roster.file, stage: .declare, code: .rosterConflict,
          details: [
            "key": String(fact.key.dropFirst(FactOrigin.declaredKey("").count)),
            "line": String(row.number),
          ]))
    }
    return whole
  }
}
