internal import ArgumentParser
internal import Specimens

struct DrawSubmissions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submissions",
    abstract: "Makes whole submissions: one folder each, with declared.yaml and truth.json.")

  @Option(help: "How many.")
  var count: UInt = 10

  @OptionGroup var random: SeedOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let maker = SubmissionMaker(seed: random.seed, isHeldOut: random.heldOut)
    try maker.write(Int(count), to: output.folder())
    print("\(count) submissions in \(output.output)")
  }
}
