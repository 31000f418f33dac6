internal import Native

/// What a submission's folder may hold that is never a material.
enum IgnoredFiles {
  /// Whether a file or folder of that name is never a material.
  static func contains(_ name: [UInt8]) -> Bool {
    let name = FilePath(bytes: name).text.lowercased()
    if name.hasPrefix(".") || name.hasPrefix("~$") { return true }
    return names.contains(name) || stems.contains { name.hasPrefix($0 + ".") }
  }

  /// Whether a path in an archive is, or lies in, what is never a material.
  static func contains(path: String) -> Bool {
    // `..` starts with a dot, but is a hostile name and must be reported.
    path.split(separator: "/").contains { $0 != ".." && contains(Array($0.utf8)) }
  }

  /// Whether a file of that name says what the company declares.
  static func isDeclaration(_ name: [UInt8]) -> Bool {
    FilePath(bytes: name).text.lowercased().hasPrefix("declared.")
  }

  /// Whether a file of that name says which failures are accepted.
  static func isWaivers(_ name: [UInt8]) -> Bool {
    FilePath(bytes: name).text.lowercased().hasPrefix("waivers.")
  }

  /// Whether a folder holds reports that we wrote: an `index.json` of our schema.
  static func isReportFolder(_ folder: FilePath, names: [[UInt8]]) -> Bool {
    let index = Array("index.json".utf8)
    guard names.contains(index) else { return false }
    do {
      let bytes = try FileSystem.read(folder.appending(index).bytes, limit: 16 * 1024 * 1024)
      return String(decoding: bytes, as: UTF8.self).contains("\"dossier/index-v")
    } catch {
      return false
    }
  }

  private static let names: Set<String> = [
    "expected.json", "truth.json", "thumbs.db", "desktop.ini", "__macosx",
  ]
  private static let stems = ["declared", "waivers", "roster"]
}
