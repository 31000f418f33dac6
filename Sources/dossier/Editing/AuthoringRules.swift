internal import Editor
internal import Foundation
internal import Ingest
internal import Model
internal import Pipeline

/// The rules of one editor: of its folders, and of rule files that it opens from elsewhere.
final class AuthoringRules {
  private var roots: [String]
  private let common: CommonOptions
  /// Folders of rule files that were opened and belong to no folder before.
  private var more: [String] = []
  private(set) var place: RulesPlace
  private var reloading: RulesReloading?
  /// What declarations may say, as it was last loaded.
  private(set) var schema: DeclarationSchema?

  init(roots: [String], common: CommonOptions) {
    self.roots = roots
    self.common = common
    place = RulesPlace(roots: roots, common: common)
    reloading = Self.reloading(place)
  }

  private static func reloading(_ place: RulesPlace) -> RulesReloading? {
    place.folder.map { RulesReloading(folder: $0, adding: place.added) }
  }

  /// Loads the rules with open texts in the place of their files.
  func load(_ texts: OpenTexts) -> LoadedRules {
    follow(texts)
    guard let reloading else {
      return LoadedRules(
        library: nil, facts: nil, diagnostics: place.problems, declaration: nil, channels: [:])
    }
    let result = reloading.load(texts)
    schema = result.schema ?? schema
    return LoadedRules(
      library: result.library, facts: result.facts,
      diagnostics: place.problems + result.diagnostics, declaration: result.schema?.file,
      // allowed: without a schema no channel has a name
      channels: result.schema?.synonyms(of: "channel") ?? [:])
  }

  /// Takes folders in and leaves others out.
  func change(adding added: [String], removing removed: [String]) {
    roots = (roots.filter { !removed.contains($0) } + added).uniqued()
    place = RulesPlace(roots: roots + more, common: common)
    reloading = Self.reloading(place)
  }

  /// Takes the folders of packs in that are open and lie outside of all that is read.
  private func follow(_ texts: OpenTexts) {
    let strays = texts.paths.filter { path in
      !place.reads(path) && texts.text(at: path)?.contains("dossier/pack-v1") == true
    }
    let folders = strays.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
      .filter { !more.contains($0) }
    guard !folders.isEmpty else { return }
    more += folders.uniqued()
    place = RulesPlace(roots: roots + more, common: common)
    reloading = Self.reloading(place)
  }

  /// The files of the rules folders.
  var files: [String] {
    // allowed: without rules there are no files of them
    reloading.map { $0.packFiles + $0.groundFiles } ?? []
  }
}
