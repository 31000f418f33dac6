internal import Model

/// An empty roster to fill in, as a CSV text that spreadsheets open and the reader takes.
package enum RosterTemplate {
  /// Keys of declarations that groups fill in for their companies.
  private static let paths = [
    "channel", "company.name", "company.credit_code", "company.legal_representative",
    "legal_representative.id_number", "operator.name", "operator.id_number", "operator.phone",
  ]
  /// Columns that are no keys: who looks after the company, and where.
  private static let labels = ["区域", "联系人"]

  /// - Parameter folders: Names of the companies' folders; without any there is one row as an example.
  package static func text(folders: [String], schema: DeclarationSchema) -> String {
    let titles = ["文件夹"] + paths.compactMap { RosterColumn.title(of: $0, schema: schema) } + labels
    let blanks = titles.dropFirst().map { _ in "" }
    let rows = folders.map { [$0] + blanks }
    return "\u{FEFF}" + ([titles] + rows).map(line).joined()
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    // An apostrophe keeps spreadsheets from computing; the reader leaves it out.
    let text = "=+-@".contains(text.prefix(1)) && !text.isEmpty ? "'" + text : text
    guard text.contains(where: { "\",\r\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
