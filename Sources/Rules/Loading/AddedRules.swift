internal import FoundationEssentials

/// A folder of rules beside those that are always there, as it lies on the disk.
///
/// It is either laid out as a rules folder, with `packs`, `materials`, `declared.yaml` and tables, or the packs lie in
/// it directly, where an author has but one or two.
package struct AddedRules: Sendable {
  /// Why there is nothing in it to add.
  package enum Problem: Sendable, Hashable {
    case missing, isFile, unreadable, empty
    /// There are files, but neither packs nor materials nor declared keys.
    case noRules
  }

  package let folder: String
  private let names: [String]
  /// Of those names, the ones of folders.
  private let folders: Set<String>

  /// - Parameter folder: As the user named it; diagnostics name files by it.
  package init(_ folder: String) throws(Unusable) {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw Unusable(folder: folder, problem: .missing)
    }
    guard isFolder else { throw Unusable(folder: folder, problem: .isFile) }
    let all: [String]
    do { all = try manager.contentsOfDirectory(atPath: folder) } catch {
      throw Unusable(folder: folder, problem: .unreadable)
    }
    names = all.filter { !$0.hasPrefix(".") }.sorted()
    self.folder = folder
    folders = Set(
      names.filter { name in
        var isFolder = false
        return manager.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) && isFolder
      })
    guard !names.isEmpty else { throw Unusable(folder: folder, problem: .empty) }
    let holds = hasPacks ? packNames(in: folder + "/packs") : lyingPacks
    guard materials != nil || declaredKeys != nil || !holds.isEmpty else {
      throw Unusable(folder: folder, problem: .noRules)
    }
  }

  /// A folder that cannot be added to the rules.
  package struct Unusable: Error {
    package let folder: String
    package let problem: Problem
  }

  /// Whether it is laid out as a rules folder.
  package var hasPacks: Bool { folders.contains("packs") }

  /// The folder of its materials, if it has any.
  package var materials: String? {
    folders.contains("materials") ? folder + "/materials" : nil
  }

  /// The file of its declared keys, if it has one.
  package var declaredKeys: String? {
    names.contains(Self.declaredName) ? folder + "/" + Self.declaredName : nil
  }

  /// Rule files that lie in it beside `packs`, where nobody looks for them.
  var strayFiles: [String] { hasPacks ? lyingFiles.map { folder + "/" + $0 } : [] }

  /// The names of files that may be of a pack.
  var lyingFiles: [String] { names.filter { !folders.contains($0) && Self.isRuleFile($0) } }

  /// The names of packs that lie in it: files, and folders with such files.
  private var lyingPacks: [String] {
    lyingFiles
      + folders.sorted().filter { $0 != "materials" && !packNames(in: folder + "/" + $0).isEmpty }
  }

  /// Those of the above that are folders.
  var lyingFolders: [String] { lyingPacks.filter(folders.contains) }

  private func packNames(in place: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: place).filter { name in
        if Self.isRuleFile(name) { return true }
        var isFolder = false
        // A README or what a file manager leaves is no pack, and keeps none from being one.
        guard place.hasSuffix("/packs"), !name.hasPrefix("."),
          FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder),
          isFolder
        else { return false }
        return !packNames(in: place + "/" + name).isEmpty
      }
    } catch { return [] }
  }

  private static let declaredName = "declared.yaml"
  /// Files that people write beside rules and that are none.
  private static let others: Set = ["declared", "dossier", "waivers", "confirmed", "roster"]

  private static func isRuleFile(_ name: String) -> Bool {
    PackSource.isRuleFile(name) && !others.contains(String(name.prefix { $0 != "." }))
  }
}
