import Assemble
import Extract
import Foundation
import Ingest
import Model
import Papers
import Pipeline
import Rules

/// Times what a run does with rules: loading and checking all packs, and judging one submission by them.
///
///     rules-bench RULES MODELS SUBMISSION...
@main
enum Main {
  struct Unusable: Error { let what: String }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      throw Unusable(what: "usage: rules-bench RULES MODELS SUBMISSION...")
    }
    let folder = arguments[1]
    let rulebook = try load(folder)
    let loading = try milliseconds(20) { _ = try load(folder) }
    let packs = ["enterprise-basic", "organization", "seals"]
    let (found, _) = rulebook.library.ruleSet(packs: packs, channel: nil, profile: "default")
    guard let ruleSet = found else { throw Unusable(what: packs.joined(separator: ", ")) }
    print("milliseconds of CPU time:")
    print("  loading and checking \(folder): \(shown(loading))")

    let reader = try DocumentReader(
      catalogue: ReadingCatalogue(
        materials: rulebook.materials, providers: rulebook.mailProviders),
      modelFolder: arguments[2], threads: 1)
    for path in arguments.dropFirst(3) {
      let intake = Intake.submissions(at: [path], schema: rulebook.schema)
      for submission in intake.submissions {
        let extractions = try submission.sources.map { source in
          reader.extraction(of: try source.read(), file: source.name)
        }
        let facts = Assembly.factSet(
          extractions: extractions, declaration: submission.declaration.facts, isDrafted: false,
          asOf: try asOf(), catalogue: rulebook.facts,
          minimumConfidence: ruleSet.minimumConfidence, in: nil)
        let judging = milliseconds(500) { _ = ruleSet.judge(facts) }
        print("  judging \(submission.name) by \(ruleSet.rules.count) rules: \(shown(judging))")
      }
    }
  }

  private static func load(_ folder: String) throws -> Rulebook {
    let (rulebook, diagnostics) = try Rulebook.load(folder: folder)
    guard let rulebook else { throw Unusable(what: "\(folder): \(diagnostics.count) errors") }
    return rulebook
  }

  private static func asOf() throws -> CalendarDate {
    guard let date = CalendarDate(iso: "2026-11-22") else { throw Unusable(what: "date") }
    return date
  }

  /// Of CPU time, for one of `count` times.
  private static func milliseconds(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    for _ in 0..<count { try work() }
    // CLOCKS_PER_SEC is a million on every POSIX system.
    return Double(clock() - start) / 1000 / Double(count)
  }

  private static func shown(_ milliseconds: Double) -> String {
    String(format: "%.3f", milliseconds)
  }
}
