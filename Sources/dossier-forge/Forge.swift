internal import ArgumentParser

struct Forge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier-forge",
    abstract:
      "Draws invented specimen materials whose truth is known. No real person, firm or number.",
    subcommands: [DrawCommand.self, MeasureCommand.self, FuzzCommand.self])
}

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draws specimens, submissions and the repository's samples.",
    subcommands: [
      DrawSpecimens.self, DrawSubmissions.self, DrawPlanted.self, DrawSamples.self,
      DrawSeals.self, DrawMailSamples.self, DrawMailZones.self, DrawCharts.self, DrawStamps.self,
    ])
}

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures dossier by specimens whose truth is known.",
    subcommands: [
      MeasureReading.self, MeasureJudging.self, MeasureDifferences.self, MeasureHypotheses.self,
      MeasureStamps.self, MeasureCharts.self, MeasureLetters.self,
    ], defaultSubcommand: MeasureReading.self)
}

/// The commands by the names they had before they were grouped, which scripts still use.
enum FormerSpelling {
  private static let present = [
    "specimens": ["draw", "specimens"], "submissions": ["draw", "submissions"],
    "plant": ["draw", "plant"], "sample": ["draw", "samples"], "seals": ["draw", "seals"],
    "mail-samples": ["draw", "mail-samples"], "mail-zones": ["draw", "mail-zones"],
    "charts": ["draw", "charts"], "stamps": ["draw", "stamps"],
    "hypotheses": ["measure", "hypotheses"], "measure-judging": ["measure", "judging"],
    "measure-differences": ["measure", "differences"], "measure-stamps": ["measure", "stamps"],
    "measure-charts": ["measure", "charts"],
  ]

  static func replaced(in arguments: [String]) -> [String] {
    guard let first = arguments.first, let names = present[first] else { return arguments }
    return names + arguments.dropFirst()
  }
}
