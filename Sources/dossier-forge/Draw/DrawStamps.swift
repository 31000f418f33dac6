internal import ArgumentParser
internal import Specimens

struct DrawStamps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stamps",
    abstract: "Draws pages with stamps on paper, and as many without, and writes DIR/stamps.json.")

  @OptionGroup var choice: StampOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let truth = try choice.specimens.write(Int(choice.count), to: output.folder())
    print("\(truth.files.count) pages in \(output.output)")
  }
}

/// Which pages to draw.
struct StampOptions: ParsableArguments {
  @Option(help: "How many pages with stamps; as many without are drawn besides.")
  var count: UInt = 40

  @OptionGroup var random: SeedOptions

  @Option(help: "The quality of pictures; mixed for all four in turn.")
  var quality = QualityChoice.mixed

  var specimens: StampSpecimens {
    StampSpecimens(seed: random.seed, isHeldOut: random.heldOut, quality: quality.quality)
  }
}
