internal import Foundation
internal import Model
internal import Native

/// One digest of everything in the rules folder, for reports: the same rules, the same digest.
enum RulesDigest {
  /// `sha256:` and the hash over each file's path below the folder, its length and its bytes.
  static func digest(ofFolder folder: String) throws -> String {
    var hash = SHA256()
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
      let full = folder + "/" + path
      let type = try FileManager.default.attributesOfItem(atPath: full)[.type]
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      guard type as? FileAttributeType == .typeRegular, !isHidden else { continue }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: full)))
      hash.update(Array("\(path)\u{0}\(bytes.count)\u{0}".utf8))
      hash.update(bytes)
    }
    return "sha256:" + hash.hex()
  }
}
