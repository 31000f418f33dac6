internal import Native

/// What on this machine is the tool's own, and so no material: folders into which it wrote reports, as it remembers them
/// outside of any submission, and what the user or the project file named, the roster for one.
///
/// Nothing that lies in a folder can make it one of them: a submission would else hide what stands beside an `index.json`.
package struct OwnFiles: Sendable {
  private let reports: Set<String>
  private let output: String?
  private let files: Set<String>

  /// - Parameters:
  ///   - reports: Folders of earlier reports, resolved.
  ///   - output: The folder for reports that a project names, resolved; it may be empty, or not be there yet.
  ///   - files: Files that are read for what they say of the group, resolved.
  package init(reports: Set<String> = [], output: String? = nil, files: Set<String> = []) {
    self.reports = reports
    self.output = output
    self.files = files
  }

  /// Whether a folder is one of them and still holds what was written.
  func contains(_ folder: FilePath, names: [[UInt8]]) -> Bool {
    if names.isEmpty, folder.text == output { return true }
    let index = Array("index.json".utf8)
    guard names.contains(index), reports.contains(folder.text) || folder.text == output else {
      return false
    }
    do {
      let bytes = try FileSystem.read(folder.appending(index).bytes, limit: 16 * 1024 * 1024)
      return String(decoding: bytes, as: UTF8.self).contains("\"dossier/index-v")
    } catch {
      return false
    }
  }

  /// Whether a file is one of them.
  func contains(_ file: FilePath) -> Bool { files.contains(file.text) }
}
