internal import ArgumentParser
internal import Specimens

/// The program that is measured, and the folder of what it is measured by.
struct ProgramOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The program that is measured.", valueName: "PATH"))
  var dossier: String

  @Option(help: ArgumentHelp("Keep what it is measured by in this folder.", valueName: "DIR"))
  var keep: String?

  var measured: MeasuredProgram { MeasuredProgram(path: dossier) }

  /// Draws into the folder that is kept, or into one that is gone afterwards.
  func inFolder(_ measure: (OutputFolder) async throws -> Void) async throws {
    try Fonts.check()
    let folder = try keep.map { try OutputFolder($0) } ?? OutputFolder.temporary()
    defer { if keep == nil { folder.remove() } }
    try await measure(folder)
  }
}
