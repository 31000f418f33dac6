internal import FoundationEssentials
internal import Model

/// Reads a text in GB 18030; `nil` where a byte does not fit.
package typealias TextDecoding = @Sendable ([UInt8]) -> String?

/// The CSV files that lookups may name: those of the pack's folder and of the rules folders, and none outside.
struct TableFiles: Sendable {
  /// In the order in which a file is looked for.
  let folders: [String]
  var reading = TextReading()

  /// Why a table cannot be used, where that is no matter of its rows.
  struct Refusal: Error {
    let words: LocalizedText
  }

  /// Reads the file of that name in the first folder that has it.
  func read(_ name: String) throws(Refusal) -> (path: String, text: String) {
    guard let path = path(ofFile: name) else {
      throw Refusal(
        words: LocalizedText("查找表文件须在规则包的文件夹内", "a lookup's file stays inside the pack's folder"))
    }
    switch TextFile.read(path.real, reading) {
    case .text(let text): return (path.shown, text)
    case .failure(let reason):
      throw Refusal(
        words: LocalizedText("\(name)：\(reason.chinese)", "\(name): \(reason.english)"))
    }
  }

  /// Where it is with links followed, and as diagnostics name it; `nil` for a path that leaves its folder.
  private func path(ofFile name: String) -> (real: String, shown: String)? {
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
    var first: (real: String, shown: String)?
    for folder in folders {
      let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath().path
      let path = URL(filePath: root + "/" + name).resolvingSymlinksInPath().path
      guard path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { return nil }
      if first == nil { first = (path, folder + "/" + name) }
      if FileManager.default.fileExists(atPath: path) { return (path, folder + "/" + name) }
    }
    return first
  }
}
