internal import ArgumentParser
internal import Specimens

struct MeasureDifferences: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "differences",
    abstract: "Plants one difference between chart and contacts and says how often it is named.")

  @Option(help: "How many pairs.")
  var count: UInt = 200

  @Option(help: "The same seed gives the same pairs.")
  var seed: UInt64 = 1

  @OptionGroup var program: ProgramOptions

  func run() async throws {
    try await program.inFolder { folder in
      let pairs = try DifferencePair.write(Int(count), seed: seed, to: folder.folder("in"))
      print(
        try DifferenceMeasurement(pairs, in: folder, checkedBy: program.measured).text)
    }
  }
}
