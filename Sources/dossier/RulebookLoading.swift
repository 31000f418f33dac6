internal import Extract
internal import Model
internal import Papers
internal import Pipeline

/// The rules that a command works with.
enum RulebookLoading {
  /// Loads them; warnings are shown, an error ends the command before any document is read.
  static func load(_ common: CommonOptions, _ installation: Installation) throws -> Rulebook {
    let console = common.console
    let folder = try installation.rules(option: common.rules)
    let (rulebook, diagnostics) = try Rulebook.load(folder: folder)
    guard let rulebook else { throw console.failure(diagnostics, .rulesDoNotLoad) }
    if !diagnostics.isEmpty { Console.writeError(console.frames(of: diagnostics)) }
    return rulebook
  }

  /// Only the materials: reading documents needs no rules.
  static func materials(
    _ common: CommonOptions, _ installation: Installation
  ) throws -> MaterialCatalogue {
    let console = common.console
    let folder = try installation.rules(option: common.rules)
    let (catalogue, diagnostics) = ReadingCatalogue.load(folder: folder + "/materials")
    guard let catalogue else { throw console.failure(diagnostics, .rulesDoNotLoad) }
    if !diagnostics.isEmpty { Console.writeError(console.frames(of: diagnostics)) }
    return catalogue.materials
  }
}
