internal import ArgumentParser
internal import Specimens

struct MeasureJudging: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judging",
    abstract:
      "Plants discrepancies, has the submissions checked, and says which were found, left open or passed."
  )

  @OptionGroup var choice: PlantOptions
  @OptionGroup var program: ProgramOptions

  @Option(help: ArgumentHelp("The rules folder, for the severities.", valueName: "DIR"))
  var rules = "rules"

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  func run() async throws {
    try await program.inFolder { folder in
      let severities = try RuleSeverities(rules: rules)
      let cases = try await choice.write(to: folder.folder("submissions"))
      let reports = try folder.folder("reports")
      try program.measured.check(folder.path(of: "submissions"), reports: reports)
      let judged = try cases.map {
        ($0, verdicts: try MeasuredProgram.verdicts(of: $0.name, in: reports))
      }
      let measurement = JudgingMeasurement(
        choice.planter, judged, severities: severities)
      print(measurement.text)
      if let json { try OutputFolder.write(json: measurement, toFile: json) }
    }
  }
}
