internal import Foundation
internal import Ingest
internal import Model
internal import Pipeline

/// Reads and judges submissions for commands that print something else than reports.
struct QuietRun {
  let common: CommonOptions
  let reading: ReadingOptions
  let installation: Installation
  let settings: CheckRun.Settings

  /// The report of each submission, in their order; the facts come from the cache where it has them.
  func reports(of paths: [String], _ rulebook: Rulebook) async throws -> [SubmissionReport] {
    let console = common.console
    let cache = try CacheOpening.cache(reading, common, installation)
    let archives = Archives(program: installation.surroundings.executable, cache: cache)
    let intake = Intake.submissions(at: paths, schema: rulebook.schema, archives: archives)
    for path in intake.unusablePaths {
      throw console.failure(.unusablePath(path.path, reason: path.reason))
    }
    guard !intake.submissions.isEmpty else { throw console.failure(.nothingToCheck(paths)) }
    let run = try CheckRun(
      rulebook: rulebook, settings: settings, submissions: intake.submissions)
    let workers = max(1, min(reading.jobs, run.fileCount))
    let pool = WorkerPool(
      launch: try ReaderLaunch.make(
        common, installation, workers: workers, precision: reading.precision),
      size: workers)
    let progress = Progress(console: console)
    var reports: [Int: SubmissionReport] = [:]
    try await run.run(
      from: CheckRun.Reading(pool: pool, cache: cache, archives: archives),
      to: CheckRun.Handling(
        width: reading.jobs, make: { $1 }, take: { index, report in reports[index] = report }),
      progress: { progress.update(done: $0, of: run.fileCount) }, shouldStop: { false })
    progress.end()
    return reports.sorted { $0.key < $1.key }.map(\.value)
  }
}
