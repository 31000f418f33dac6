internal import Foundation
internal import Ingest
package import Model
internal import Native

/// `dossier init --roster FILE`: a roster to fill in.
package struct RosterTemplateFile {
  /// Why it is not written.
  package struct Refusal: Error {
    package let path: String
    package let reason: LocalizedText
  }

  private let path: String

  /// - Throws: ``Refusal`` where something stands at the path, or its name is no CSV file's.
  package init(path: String) throws(Refusal) {
    self.path = path
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard ending == "csv" else {
      throw Refusal(
        path: path,
        reason: LocalizedText(
          "模板是 CSV（Excel、WPS 可直接打开），文件名请以 .csv 结尾",
          "the template is a CSV file, which spreadsheets open; end its name in .csv"))
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Refusal(
        path: path, reason: LocalizedText("已有这个文件，不会覆盖", "it is there and is not overwritten"))
    }
  }

  /// Writes it (0600), with a row for each of the folders.
  package func write(folders: [String], _ rulebook: Rulebook) throws {
    let text = RosterTemplate.text(folders: folders, schema: rulebook.schema)
    do { try PrivateFile.write(Array(text.utf8), to: path) } catch {
      throw OutputFolder.Failure(path: error.path, reason: error.reason)
    }
  }
}
