internal import ArgumentParser
internal import Specimens

struct MeasureReading: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading",
    abstract: "Draws specimens, has them read, and says how often each fact was read exactly.")

  @OptionGroup var choice: SpecimenOptions
  @OptionGroup var program: ProgramOptions

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  @Option(
    help: ArgumentHelp("Write each wrong, missing or extra fact on a line.", valueName: "FILE"))
  var listWrong: String?

  @Option(
    help: ArgumentHelp("Given to the program as its --precision.", valueName: "single|machine"))
  var precision: String?

  func run() async throws {
    try await program.inFolder { folder in
      let truth = try await choice.maker.write(Int(choice.count), to: folder)
      // allowed: an option that is not given is not passed on
      let options = precision.map { ["--precision", $0] } ?? []
      let read = try program.measured.read(
        truth.files.map { folder.path(of: $0.file) }, options: options)
      var comparison = ReadingComparison()
      for file in truth.files { comparison.add(file, read[folder.path(of: file.file)]) }
      let measurement = Measurement(truth, comparison)
      print(measurement.text)
      if let json { try OutputFolder.write(json: measurement, toFile: json) }
      if let listWrong { try OutputFolder.write(text: comparison.mistakes, toFile: listWrong) }
    }
  }
}
