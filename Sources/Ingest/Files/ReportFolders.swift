internal import Native

/// Folders into which this tool wrote reports on this machine, as it remembers them outside of any submission.
///
/// Nothing that lies in a folder can make it one of them: a submission would else hide what stands beside an `index.json`.
package struct ReportFolders: Sendable {
  private let paths: Set<String>

  /// - Parameter paths: Resolved.
  package init(paths: Set<String> = []) { self.paths = paths }

  /// Whether a folder is one of them and still holds what was written.
  func contains(_ folder: FilePath, names: [[UInt8]]) -> Bool {
    let index = Array("index.json".utf8)
    guard names.contains(index), paths.contains(folder.text) else { return false }
    do {
      let bytes = try FileSystem.read(folder.appending(index).bytes, limit: 16 * 1024 * 1024)
      return String(decoding: bytes, as: UTF8.self).contains("\"dossier/index-v")
    } catch {
      return false
    }
  }
}
