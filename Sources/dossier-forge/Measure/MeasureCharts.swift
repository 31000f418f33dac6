internal import ArgumentParser
internal import Specimens

struct MeasureCharts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charts",
    abstract: "Has charts read and says how often the hierarchy is exact, by format.")

  @OptionGroup var choice: ChartOptions
  @OptionGroup var program: ProgramOptions

  @Option(
    help: ArgumentHelp(
      "Read the charts of this folder, perhaps saved anew by others.", valueName: "DIR"))
  var folder: String?

  @Option(help: ArgumentHelp("Write each mistake on a line.", valueName: "FILE"))
  var listWrong: String?

  func run() async throws {
    if let folder {
      let place = try OutputFolder(folder)
      try measure(try place.json("charts.json"), in: place)
    } else {
      try await program.inFolder { place in
        try measure(try choice.maker.write(Int(choice.count), to: place), in: place)
      }
    }
  }

  private func measure(_ truth: ChartMaker.Truth, in place: OutputFolder) throws {
    let measurement = try ChartMeasurement(truth, in: place, readBy: program.measured)
    print(measurement.text)
    if let listWrong {
      let lines = measurement.mistakes.joined(separator: "\n") + "\n"
      try OutputFolder.write(text: lines, toFile: listWrong)
    }
  }
}
