internal import Foundation
internal import Model
internal import Native

/// One digest of everything in the rules folders, for reports: the same rules, the same digest.
enum RulesDigest {
  /// `sha256:` and the hash over each file's path below its folder, its length and its bytes.
  ///
  /// - Parameter added: Folders that count after the first; where they lie does not count.
  static func digest(ofFolder folder: String, adding added: [String] = []) throws -> String {
    var hash = SHA256()
    try add(folder, to: &hash)
    for folder in added {
      hash.update(Array("\u{0}added\u{0}".utf8))
      try add(folder, to: &hash)
    }
    return "sha256:" + hash.hex()
  }

  private static func add(_ folder: String, to hash: inout SHA256) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
      let full = folder + "/" + path
      let type = try FileManager.default.attributesOfItem(atPath: full)[.type]
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      guard type as? FileAttributeType == .typeRegular, !isHidden else { continue }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: full)))
      hash.update(Array("\(path)\u{0}\(bytes.count)\u{0}".utf8))
      hash.update(bytes)
    }
  }
}
