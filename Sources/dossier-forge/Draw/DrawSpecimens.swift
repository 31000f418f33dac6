internal import ArgumentParser
internal import Specimens

struct DrawSpecimens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specimens", abstract: "Draws single files and writes DIR/truth.json.")

  @OptionGroup var choice: SpecimenOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let truth = try await choice.maker.write(Int(choice.count), to: output.folder())
    print("\(truth.files.count) specimens in \(output.output)")
  }
}

/// Which specimens to draw.
struct SpecimenOptions: ParsableArguments {
  @Option(help: "How many.")
  var count: UInt = 40

  @OptionGroup var random: SeedOptions

  @Flag(help: "With words laid over each picture, as on copies that are handed out.")
  var marked = false

  @Option(help: "The quality of pictures; mixed for all four in turn.")
  var quality = QualityChoice.mixed

  @Option(help: ArgumentHelp("Only these kinds, with commas.", valueName: "LIST"))
  var kinds = NameList<SpecimenKind>.all

  @Option(
    help: ArgumentHelp(
      "Licenses as real paper has them, these forms in turn, with commas; all or none.",
      valueName: "LIST"))
  var forms = FormChoice.neat

  var maker: SpecimenMaker {
    SpecimenMaker(
      seed: random.seed, isHeldOut: random.heldOut, quality: quality.quality, kinds: kinds.names,
      isMarked: marked, forms: forms.forms)
  }
}
