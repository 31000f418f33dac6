internal import ArgumentParser
internal import Specimens

struct DrawCharts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charts",
    abstract: "Draws random organizations in every format and writes DIR/charts.json.")

  @OptionGroup var choice: ChartOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let truth = try choice.maker.write(Int(choice.count), to: output.folder())
    print("\(truth.files.count) charts in \(output.output)")
  }
}

/// Which charts to draw.
struct ChartOptions: ParsableArguments {
  @Option(help: "How many trees.")
  var count: UInt = 20

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Only these formats, with commas.", valueName: "LIST"))
  var formats = NameList<ChartFormat>.all

  var maker: ChartMaker { ChartMaker(seed: seed, formats: formats.names) }
}
