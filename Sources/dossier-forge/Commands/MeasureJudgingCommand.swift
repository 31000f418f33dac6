internal import ArgumentParser
internal import Foundation

struct MeasureJudgingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-judging",
    abstract:
      "Plants discrepancies, has the submissions checked, and says which were found, left open or passed."
  )

  @OptionGroup var choice: PlantChoice

  @Option(help: ArgumentHelp("The program that checks them.", valueName: "PATH"))
  var dossier: String

  @Option(help: ArgumentHelp("The rules folder, for the severities.", valueName: "DIR"))
  var rules = "rules"

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  @Option(help: ArgumentHelp("Keep submissions and reports in this folder.", valueName: "DIR"))
  var keep: String?

  func run() async throws {
    try Fonts.check()
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-forge-\(ProcessInfo.processInfo.processIdentifier)").path
    let folder = try OutputFolder(keep ?? temporary)
    defer { if keep == nil { folder.remove() } }
    let planter = try choice.planter()
    let severities = try RuleSeverities(rules: rules)
    let cases = try await planter.write(
      planted: choice.count, clean: choice.clean, to: folder.folder("submissions"))
    let reports = try folder.folder("reports")
    let checker = Checker(path: dossier)
    try checker.check(folder.path(of: "submissions"), reports: reports)
    var verdicts: [String: [String: String]] = [:]
    for item in cases {
      verdicts[item.name] = try checker.verdicts(of: item.name, reports: reports)
    }
    let measurement = JudgingMeasurement(
      planter, cases, verdicts: verdicts, severities: severities)
    print(measurement.text)
    if let json { try OutputFolder.write(json: measurement, toFile: json) }
  }
}
