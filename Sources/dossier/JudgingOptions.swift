internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import Pipeline

/// Which rules judge, and on which day.
struct JudgingOptions: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("规则包，可多次 · Rule pack, repeatable (default: by channel).", valueName: "id"))
  var packs: [String] = []

  @Option(help: ArgumentHelp("规则包中的方案 · Profile of the packs.", valueName: "name"))
  var profile = "default"

  @Option(
    help: ArgumentHelp("核对日期 · Date of the check (default: today in Shanghai).", valueName: "date"))
  var asOf: CalendarDate?

  func settings(
    _ console: Console, _ precision: InferencePrecision
  ) throws -> CheckRun.Settings {
    guard let asOf = asOf ?? CheckCommand.today else { throw console.failure(.clockIsWrong) }
    return CheckRun.Settings(packs: packs, profile: profile, asOf: asOf, precision: precision)
  }
}
