internal import Extract
internal import Foundation
internal import Model
package import Native

/// All that reading a file depends on beside the file: what was read under another context is not used.
package struct ReadingContext: Hashable, Sendable {
  /// SHA-256 in hexadecimal.
  let digest: String

  /// - Parameters:
  ///   - program: the running program. Its version would not tell two builds apart, so its size and
  ///     time count as well: after an update everything is read anew.
  ///   - rulesFolder: its `materials/` and mail providers count by content; packs do not, they judge only.
  ///   - addedMaterials: folders of materials that were added to those.
  ///   - modelFolder: its models count by name, size and time; they are replaced, never edited.
  ///   - precision: of recognition; both kinds of readings stay side by side.
  ///   - trust: the folder of `--trust`; its certificates count by content.
  ///   - machine: folders of fonts and encodings that PDFs and OFDs are drawn with; their files count by size and time.
  package init(
    program: String, rulesFolder: String, addedMaterials: [String] = [],
    modelFolder: String, precision: InferencePrecision,
    trust: TrustFolder?, machine: [String] = Self.machineFolders
  ) throws {
    let models = try FileManager.default.contentsOfDirectory(atPath: modelFolder)
      .filter { $0.hasSuffix(".onnx") }.sorted()
    let parts =
      [
        "version \(ToolVersion.current)",
        try Self.stamp(of: program, named: "program"),
        "materials "
          + (try RulesDigest.digest(
            ofFolder: rulesFolder + "/materials", adding: addedMaterials)),
        "mail providers " + (try Self.digest(of: rulesFolder + "/" + MailProviderFile.name)),
        "precision " + precision.rawValue,
        "trust " + (trust.map(\.digest) ?? "none"),
        "picture formats " + PixbufFormat.installed.map(\.rawValue).sorted().joined(separator: " "),
        "machine " + Self.digest(ofFolders: machine),
      ] + (try models.map { try Self.stamp(of: modelFolder + "/" + $0, named: $0) })
    digest = SHA256.hex(of: parts.joined(separator: "\n"))
  }

  /// What files that bring no fonts or encodings of their own are drawn with.
  package static var machineFolders: [String] {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    return [
      "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler", "/etc/fonts",
      home + "/.fonts", home + "/.local/share/fonts",
    ]
  }

  /// Of the names, sizes and times of all files; folders may be missing.
  private static func digest(ofFolders folders: [String]) -> String {
    let files = folders.flatMap { folder in
      // allowed: a folder that is not there holds nothing
      (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
        .map { folder + "/" + $0 }
    }.sorted()
    let stamps = files.map { file in
      do throws(FileFailure) {
        let status = try FileSystem.status(of: Array(file.utf8))
        return "\(file) \(status.size) \(status.modified)"
      } catch {
        return file
      }
    }
    return SHA256.hex(of: stamps.joined(separator: "\n"))
  }

  /// Of a file that may be missing.
  private static func digest(of path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "none" }
    return SHA256.hex(of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static func stamp(of path: String, named name: String) throws -> String {
    // A link is followed: its target is what runs.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    let size = attributes[.size] as? Int
    let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970
    return "\(name) \(size.map(String.init) ?? "?") \(time.map { String($0) } ?? "?")"
  }
}
