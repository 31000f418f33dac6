internal import ArgumentParser
internal import Specimens

struct MeasureLetters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letters",
    abstract: "Has letters and other papers read, as PDF, scan, photo and Word document.")

  @OptionGroup var chance: SeedOptions
  @OptionGroup var program: ProgramOptions

  @Option(help: "How many.")
  var count: UInt = 60

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  @Option(
    help: ArgumentHelp("Write each wrong, missing or extra fact on a line.", valueName: "FILE"))
  var listWrong: String?

  func run() async throws {
    try await program.inFolder { folder in
      let truth = try LetterMaker(seed: chance.seed, isHeldOut: chance.heldOut)
        .write(Int(count), to: folder)
      let read = try program.measured.read(truth.files.map { folder.path(of: $0.file) })
      var comparison = ReadingComparison()
      for file in truth.files { comparison.add(file, read[folder.path(of: file.file)]) }
      let measurement = Measurement(truth, comparison)
      print(measurement.text)
      if let json { try OutputFolder.write(json: measurement, toFile: json) }
      if let listWrong { try OutputFolder.write(text: comparison.mistakes, toFile: listWrong) }
    }
  }
}
