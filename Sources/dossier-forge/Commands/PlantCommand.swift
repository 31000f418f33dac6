internal import ArgumentParser

/// Which submissions to plant.
struct PlantChoice: ParsableArguments {
  @Option(help: "How many with a planted discrepancy; the kinds and the qualities take turns.")
  var count = 40

  @Option(help: "How many clean ones beside them.")
  var clean = 0

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Fonts, layouts and degradations that are kept from development.")
  var heldOut = false

  @Option(
    help: ArgumentHelp(
      "Only these discrepancies, with commas: \(Discrepancy.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "LIST"))
  var kinds: String?

  func planter() throws -> SubmissionPlanter {
    var chosen = Discrepancy.allCases
    if let kinds {
      chosen = try kinds.split(separator: ",").map { name in
        guard let kind = Discrepancy(rawValue: String(name)) else {
          throw ForgeError.usage("There is no discrepancy “\(name)”; --help lists them.")
        }
        return kind
      }
    }
    guard !chosen.isEmpty, count >= 0, clean >= 0 else {
      throw ForgeError.usage("--count and --clean are at least 0, --kinds is not empty.")
    }
    return SubmissionPlanter(seed: seed, isHeldOut: heldOut, kinds: chosen)
  }
}

struct PlantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plant",
    abstract: "Makes whole submissions with one named discrepancy each, and clean ones.")

  @OptionGroup var choice: PlantChoice

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  func run() async throws {
    try Fonts.check()
    let cases = try await choice.planter().write(
      planted: choice.count, clean: choice.clean, to: OutputFolder(output))
    print("\(cases.count) submissions in \(output)")
  }
}
