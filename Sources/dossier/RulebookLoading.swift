internal import Extract
internal import Model
internal import Pipeline

/// The rules that a command works with.
enum RulebookLoading {
  /// Only the materials: reading documents needs no rules.
  static func materials(
    _ common: CommonOptions, _ installation: Installation
  ) throws -> MaterialCatalogue {
    let console = common.console
    let folder = try installation.rules(option: common.rules)
    let (materials, diagnostics) = MaterialCatalogue.load(folder: folder + "/materials")
    guard let materials else { throw console.failure(diagnostics, .rulesDoNotLoad) }
    if !diagnostics.isEmpty { Console.writeError(console.frames(of: diagnostics)) }
    return materials
  }
}
