internal import ArgumentParser
internal import Specimens

struct DrawPlanted: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plant",
    abstract: "Makes whole submissions with one named discrepancy each, and clean ones.")

  @OptionGroup var choice: PlantOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let cases = try await choice.write(to: output.folder())
    print("\(cases.count) submissions in \(output.output)")
  }
}

/// Which submissions to plant.
struct PlantOptions: ParsableArguments {
  @Option(help: "How many with a planted discrepancy; the kinds and the qualities take turns.")
  var count: UInt = 40

  @Option(help: "How many clean ones beside them.")
  var clean: UInt = 0

  @OptionGroup var random: SeedOptions

  @Option(help: ArgumentHelp("Only these discrepancies, with commas.", valueName: "LIST"))
  var kinds = NameList<Discrepancy>.all

  var planter: SubmissionPlanter {
    SubmissionPlanter(seed: random.seed, isHeldOut: random.heldOut, kinds: kinds.names)
  }

  func write(to folder: OutputFolder) async throws -> [PlantedCase] {
    try await planter.write(planted: Int(count), clean: Int(clean), to: folder)
  }
}
