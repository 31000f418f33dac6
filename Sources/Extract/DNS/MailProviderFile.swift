internal import Foundation
package import MailDNS
package import Model
internal import Tables

/// The table of mail providers in a rules folder, checked as it is read.
package enum MailProviderFile {
  package static let name = "mail-providers.csv"

  /// - Parameter rulesFolder: where the file is; without it no provider is known.
  /// - Returns: the table, or `nil` with at least one error.
  package static func load(rulesFolder: String) -> (
    providers: MailProviders?, diagnostics: [Diagnostic]
  ) {
    let path = rulesFolder + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return (MailProviders.none, []) }
    do {
      return read(try String(contentsOfFile: path, encoding: .utf8), path: path)
    } catch {
      let reason = error.localizedDescription
      return (
        nil,
        [
          Diagnostic(
            code: "unreadable",
            message: LocalizedText("无法读取：\(reason)", "cannot be read: \(reason)"),
            file: path, position: TextPosition(line: 1, column: 1))
        ]
      )
    }
  }

  static func read(
    _ text: String, path: String
  ) -> (providers: MailProviders?, diagnostics: [Diagnostic]) {
    let sheet = DelimitedText.sheet(text, delimiter: ",").sheet
    // Columns are counted by the header; cells that are empty at the end of a row were left out.
    let count = sheet.rows.first.map(\.cells.count) ?? MailProviders.columnCount
    let lines = sheet.rows.map { row in
      (
        line: row.number,
        cells: row.cells
          + Array(repeating: "", count: max(0, count - row.cells.count))
      )
    }
    return MailProviders.read(lines, file: path)
  }
}
