internal import Foundation
internal import Ingest
package import Model
internal import Native
package import Report

/// `dossier plan` without its terminal.
package struct RunPlanning {
  /// How many shards there should be.
  package enum Size: Sendable {
    case shards(Int)
    /// As many as take about so long on one core each.
    case minutes(Int)
  }

  /// What the user asked for.
  package struct Request {
    package var intake: Session.IntakeRequest
    package var settings: CheckRun.Settings
    package var size: Size
    package var isQuick: Bool
    package var formats: [ReportFormat]
    package var locale: ReportLocale
    /// The folder of the plan and of its shards.
    package var output: String
    /// `--rules`, `--add-rules` and `--trust`, where they were given.
    package var rules: String?
    package var addedRules: [String]
    package var trust: String?

    package init(
      intake: Session.IntakeRequest, settings: CheckRun.Settings, size: Size, isQuick: Bool,
      formats: [ReportFormat], locale: ReportLocale, output: String, rules: String?,
      addedRules: [String], trust: String?
    ) {
      self.intake = intake
      self.settings = settings
      self.size = size
      self.isQuick = isQuick
      self.formats = formats
      self.locale = locale
      self.output = output
      self.rules = rules
      self.addedRules = addedRules
      self.trust = trust
    }
  }

  /// What came of it.
  package struct Outcome {
    package let plan: RunPlan
    /// Of `plan.json`.
    package let path: String
    /// Shards of an earlier plan in the same folder, which were removed.
    package let outdated: [Int]
    /// What is odd about the choice of rules.
    package let warnings: [Diagnostic]
  }

  /// Makes the plan and writes it.
  ///
  /// - Throws: ``Session/Refusal``, ``UnusableRules``, ``OutputFolder/Failure``.
  package static func plan(_ request: Request, in session: Session) throws -> Outcome {
    let (paths, roster) = (request.intake.paths, request.intake.roster)
    let (rulebook, stock) = (try session.rulebook(), try session.stock())
    let intake = try session.intake(request.intake)
    let run = try CheckRun(
      rulebook: rulebook, settings: request.settings, submissions: intake.submissions)
    guard !OutputPlace(request.output).isInside(paths) else {
      throw Session.Refusal.planAmongMaterials(request.output)
    }
    let folder = try OutputFolder(creating: request.output)
    let work = intake.submissions.map(ExpectedWork.milliseconds)
    let ranges = ShardBalance.ranges(of: work, count: request.size.count(of: work))
    let bytes = intake.submissions.map { $0.sources.map(\.size).total }
    let given =
      paths + request.addedRules
      + [roster, request.rules, request.trust].compactMap(\.self)
    let plan = RunPlan(
      schema: RunPlan.schema, identity: try RunPlan.Identity(of: session),
      settings: RunPlan.Settings(request),
      root: given.contains { !$0.hasPrefix("/") }
        ? OutputPlace(request.output).wayToHere : nil,
      paths: paths,
      roster: try roster.map { try RunPlan.Input($0, at: $0) },
      project: request.intake.project?.digest, isQuick: request.isQuick,
      isBatch: intake.isBatch, remarks: (intake.notices + run.notices).map(RunPlan.Remark.init),
      shards: ranges.map { range in
        RunPlan.Shard(
          first: range.lowerBound, count: range.count, bytes: bytes[range].total,
          expectedSeconds: Int((Double(work[range].total) / 1000).rounded(.up)))
      },
      submissions: try zip(intake.submissions, bytes).map { submission, bytes in
        let contents = submission.sources.map { source in
          request.isQuick
            ? SubmissionDigest.quick(source)
            : SubmissionDigest.whole(source, stock.archives, stock.extractions)
        }
        return RunPlan.Entry(
          name: submission.name, files: submission.sources.count, bytes: bytes,
          digest: try SubmissionDigest.hex(of: submission, contents: contents))
      })
    try folder.write(try plan.bytes, to: "plan.json")
    let file = try PlanFile(request.output)
    return Outcome(
      plan: plan, path: request.output + "/plan.json",
      outdated: OutdatedShards.remove(by: file), warnings: run.warnings)
  }
}

extension RunPlanning.Size {
  fileprivate func count(of work: [Int]) -> Int {
    switch self {
    case .shards(let count): count
    case .minutes(let minutes):
      Int((Double(work.total) / (Double(minutes) * 60_000)).rounded(.up))
    }
  }
}
