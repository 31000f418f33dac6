internal import Foundation
internal import Ingest
internal import Model
internal import Pipeline
internal import Rules

/// Which rules the folders of an editor work with.
///
/// A folder with `declared.yaml`, `materials` and `packs` is all rules by itself; any other folder with packs, and
/// those of a project file, stand beside the installed ones.
struct RulesPlace {
  /// `nil` where no rules are installed and none are in the workspace.
  let folder: String?
  let added: [AddedRules]
  /// Why a folder that was asked for is left out.
  let problems: [Diagnostic]

  /// - Parameter roots: Folders that the client has open, and those of rule files that it has open by themselves.
  init(roots: [String], common: CommonOptions) {
    var folder = common.rules.map(Self.resolved)
    var problems: [Diagnostic] = []
    var wanted = common.addedRules.map(Self.resolved)
    for root in roots.map(Self.wholeFolder) {
      for place in [root, root + "/rules"] where Self.isWhole(place) {
        if folder == nil { folder = place }
      }
      do {
        if let project = try ProjectFile.find(from: [root]) {
          wanted += project.settings.rules.map { Self.resolved(project.path(of: $0)) }
        }
      } catch {
        problems += error.diagnostics
      }
      if Self.holdsPacks(root) { wanted.append(root) }
    }
    if folder == nil {
      do { folder = Self.resolved(try common.session().rulesFolder) } catch {
        problems.append(
          Self.problem(
            "no-rules", "没有找到内置规则；请用 --rules 指明",
            "the built-in rules are not found; name them by --rules"))
      }
    }
    var added: [AddedRules] = []
    // Outer folders first: what lies inside of one is read with it.
    for path in wanted.uniqued().sorted(by: { $0.count < $1.count }) {
      guard
        !([folder].compactMap(\.self) + added.map(\.folder)).contains(where: {
          Self.holds($0, path)
        })
      else { continue }
      do { added.append(try AddedRules(path)) } catch {
        problems.append(
          Self.problem("no-packs", "「\(path)」中没有规则", "there are no rules in \(path)"))
      }
    }
    self.folder = folder
    self.added = added
    self.problems = problems
  }

  /// Returns whether a file is read with these rules.
  func reads(_ path: String) -> Bool {
    ([folder].compactMap(\.self) + added.map(\.folder)).contains { Self.holds($0, path) }
  }

  private static func problem(_ code: String, _ chinese: String, _ english: String) -> Diagnostic {
    Diagnostic(
      code: code, message: LocalizedText(chinese, english), file: String(), position: .whole)
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder + "/")
  }

  /// The folder that a `packs` folder belongs to: its tables and sources lie beside it.
  private static func wholeFolder(_ root: String) -> String {
    let url = URL(fileURLWithPath: root)
    return url.lastPathComponent == "packs" ? url.deletingLastPathComponent().path : root
  }

  private static func isWhole(_ folder: String) -> Bool {
    ["packs", "materials", "declared.yaml"].allSatisfy {
      FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
  }

  /// Whether rule files lie in a folder, or in its `packs`.
  private static func holdsPacks(_ folder: String) -> Bool {
    guard !isWhole(folder), !isWhole(folder + "/rules") else { return false }
    if FileManager.default.fileExists(atPath: folder + "/packs") { return true }
    // allowed: a folder that cannot be listed holds none
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return false }
      // allowed: what cannot be read is no pack
      let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? String()
      return text.contains("dossier/pack-v1")
    }
  }
}
