internal import Foundation

/// Which program this is, and with which rules and models it works, for `--version` and for whoever
/// has to find out why two machines judge differently.
package struct InstalledParts: Sendable {
  package let version = ToolVersion.current
  /// The commit that a package was built from; `nil` in a checkout, where the sources lie beside it.
  package let commit: String?
  /// `sha256:` and the digest of the rules folder, as reports print it; `nil` where there is none.
  package let rules: String?
  /// The same over the folder of recognition models.
  package let models: String?

  /// - Throws: What the file system says of a folder that is there and cannot be read.
  package init(_ installation: Installation) throws {
    commit = try installation.commit
    rules = try Self.digest { try installation.rules(option: nil) }
    models = try Self.digest { try installation.models(option: nil) }
  }

  private static func digest(of find: () throws -> String) throws -> String? {
    let folder: String
    do { folder = try find() } catch is Installation.Missing { return nil }
    return try RulesDigest.digest(ofFolder: folder)
  }
}

extension Installation {
  /// What `packaging/install` wrote beside the rules.
  var commit: String? {
    get throws {
      let path = prefix + "/share/dossier/commit"
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return try String(contentsOfFile: path, encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// The folder of shared libraries of an installed program, which may not be there.
  package var libraries: String { prefix + "/lib/dossier" }

  /// What `bin`, `lib` and `share` lie in.
  private var prefix: String {
    URL(fileURLWithPath: surroundings.executable).deletingLastPathComponent()
      .deletingLastPathComponent().path
  }
}
