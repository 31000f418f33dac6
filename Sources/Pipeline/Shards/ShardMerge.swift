internal import Assemble
internal import Foundation
internal import Ingest
package import Model
internal import Native
package import Report

/// `dossier merge`: judges what the shards read as one run, and writes the reports that one machine would have written.
///
/// Records stream past twice: first for what submissions have in common, then to be judged and reported by the code of
/// `dossier check`.
package final class ShardMerge {
  /// Why the shards cannot be merged.
  package struct Refusal: Error {
    /// Shards that are not finished.
    package var missing: [Int] = []
    /// Shards of another plan, or of other rules, models or another program, with what differs.
    package var unlike: [(shard: Int, differences: [String])] = []
    package var damaged: [Int] = []
    /// The folder in which reports stand that are not complete, where the damage showed only then.
    package var begun: String?

    var isEmpty: Bool { missing.isEmpty && unlike.isEmpty && damaged.isEmpty }
  }

  private let file: PlanFile
  private let session: Session
  private let results: [ShardResult]
  private let settings: CheckRun.Settings
  private let index: BatchIndex
  private let choice: RuleChoice
  private let reports: RunReports
  private let output: String?

  /// Looks at all that the shards wrote and begins the reports: before that nothing is written.
  ///
  /// - Throws: ``Refusal``, ``ShardCheck/Refusal/unlike(_:)`` where this program, its rules or models are not those of
  ///   the plan, ``Session/Refusal``, ``OutputFolder/Failure``, ``BaselineFile/Unusable``.
  package init(_ file: PlanFile, _ request: RunReports.Request, in session: Session) throws {
    let plan = file.plan
    try ShardCheck.verify(file, in: session)
    results = try Self.results(of: file)
    for folder in [request.output, request.personalCopy].compactMap(\.self) {
      let place = OutputPlace(folder)
      guard !place.isInside([file.folder + "/shards"]), !place.isOne(of: [file.folder]),
        !place.isTakenForMaterials(
          of: plan.paths.map(file.place), named: plan.isBatch ? plan.submissions.map(\.name) : [],
          hasIndex: request.formats.contains(.json))
      else { throw Session.Refusal.outputAmongMaterials(folder) }
    }
    settings = try file.settings(session.options.precision)
    (index, choice) = try Self.common(file, results, settings, in: session)
    output = request.output
    reports = try RunReports(
      request,
      of: RunReports.Range(names: plan.submissions.map(\.name), isWhole: plan.isBatch),
      asOf: settings.asOf, notices: plan.notices, isGrowing: false, in: session)
    self.file = file
    self.session = session
  }

  package var isBatch: Bool { file.plan.isBatch }
  package var submissionCount: Int { file.plan.submissions.count }
  package var asOf: CalendarDate { settings.asOf }
  /// The formats that could not be made.
  package var formatFailures: [FormatFailure] { reports.failures }
  /// The submissions of the run that this one is compared with; `nil` where there is none.
  package var earlier: [String]? { reports.earlier }
  /// Submissions that have reports in the output folder and are not in the run.
  package var left: [String] { reports.left }
  /// The options with which reports are shown.
  package var options: ReportOptions { reports.options }
  /// Of the run, not of one submission.
  package var notices: [Notice] { file.plan.notices.map(options.shown) }
  /// Names of submissions that were not as planned when they were read.
  package var changed: [String] { results.flatMap(\.changed) }

  /// Judges and reports all submissions, in their order.
  ///
  /// - Parameters:
  ///   - page: Makes of a report what is shown of it, on any thread.
  ///   - progress: Gets the number of submissions that are done, and of all.
  ///   - take: Gets each submission's report and page, in order.
  package func run<Page: Sendable>(
    page: @escaping @Sendable (MaskedReport) -> Page, progress: (Int, Int) -> Void,
    take: (SubmissionReport, Page) -> Void
  ) async throws {
    Interruption.startCatching()
    do {
      try await judge(page: page, progress, take)
    } catch let error as ShardRecords.Damaged {
      throw Refusal(damaged: [error.shard], begun: output)
    }
    try reports.finish()
  }

  private func judge<Page: Sendable>(
    page: @escaping @Sendable (MaskedReport) -> Page, _ progress: (Int, Int) -> Void,
    _ take: (SubmissionReport, Page) -> Void
  ) async throws {
    let (rulebook, settings, maker, root) = (
      try session.rulebook(), settings, reports.maker, file.root
    )
    let (index, choice) = (index, choice)
    var done = 0
    try await Concurrently.run(
      ShardRecords(file: file, results: results, isWhole: true), width: session.options.jobs,
      work: { element in
        let element = try element.get()
        let (record, submission) = try element.decoded()
        guard let ruleSet = choice[submission.declaration.channel] else {
          throw ShardRecords.Damaged(shard: element.shard)
        }
        let judging = SubmissionJudging(
          rulebook: rulebook, settings: settings, submission: submission, ruleSet: ruleSet)
        let report = judging.report(of: judging.lookedUp(try record.read(), nil), among: index)
        return (
          index: element.head.index, sources: record.sources,
          made: try maker.made(report, having: record.drawn, page: page)
        )
      },
      take: { _, product in
        try reports.add(
          product.made, at: product.index, sources: product.sources.map { $0.source(below: root) })
        take(product.made.masked.report, product.made.page)
        done += 1
        progress(done, submissionCount)
      }, shouldStop: { Interruption.signal != nil })
  }

  /// What submissions have in common, and the rules for their channels.
  private static func common(
    _ file: PlanFile, _ results: [ShardResult], _ settings: CheckRun.Settings, in session: Session
  ) throws -> (BatchIndex, RuleChoice) {
    var marks = SharedMarks()
    var channels: [String?] = []
    var index = BatchIndex(total: file.plan.submissions.count)
    do {
      for element in ShardRecords(file: file, results: results, isWhole: true) {
        let traces = try element.get().head.traces
        marks.count(traces)
        if !channels.contains(traces.channel) { channels.append(traces.channel) }
      }
      for element in ShardRecords(file: file, results: results, isWhole: false) {
        let traces = try element.get().head.traces
        // One that shares nothing is judged as if it stood alone.
        if marks.touches(traces) { index.insert(traces) }
      }
    } catch {
      throw Refusal(damaged: [error.shard])
    }
    let choice = try RuleChoice(try session.rulebook(), settings, channels: channels)
    if !choice.warnings.isEmpty { session.remark(.diagnostics(choice.warnings)) }
    return (index, choice)
  }

  private static func results(of file: PlanFile) throws(Refusal) -> [ShardResult] {
    var (refusal, results) = (Refusal(), [ShardResult]())
    for shard in file.plan.shards.indices {
      guard let result = ShardResult.read(file, shard) else {
        refusal.missing.append(shard)
        continue
      }
      if !result.belongs(to: file) {
        let differences = file.plan.identity.differences(from: result.identity)
        refusal.unlike.append((shard, differences.isEmpty ? ["plan"] : differences))
      } else if !result.isWhole(inFolder: file.folder(of: shard)) {
        refusal.damaged.append(shard)
      }
      results.append(result)
    }
    guard refusal.isEmpty else { throw refusal }
    return results
  }
}
