internal import ArgumentParser
internal import Specimens

/// What chance decides.
struct SeedOptions: ParsableArguments {
  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Fonts, layouts and degradations that are kept from development.")
  var heldOut = false
}

/// Where drawings go.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  /// The folder, once everything that draws is there.
  func folder() throws -> OutputFolder {
    try Fonts.check()
    return try OutputFolder(output)
  }
}

/// Where the repository's samples are.
struct SamplesOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the samples.", valueName: "DIR"))
  var output = "samples"
}
