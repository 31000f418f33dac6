internal import Assemble
package import Ingest
package import Model
internal import Rules

/// A run over submissions: read, assemble, judge, each as soon as its files are read.
package struct CheckRun: Sendable {
  /// What the user chose.
  package struct Settings: Sendable {
    /// Packs by id; none means those of the declared channel.
    package var packs: [String]
    package var profile: String
    package var asOf: CalendarDate

    package init(packs: [String], profile: String, asOf: CalendarDate) {
      self.packs = packs
      self.profile = profile
      self.asOf = asOf
    }
  }

  /// No rules could be chosen, so nothing is read.
  package struct NoRules: Error {
    package let diagnostics: [Diagnostic]
  }

  private let rulebook: Rulebook
  private let settings: Settings
  private let submissions: [Submission]
  /// One for each submission.
  private let ruleSets: [RuleSet]
  /// What is odd about the choice of rules, each once.
  package let warnings: [Diagnostic]

  /// Chooses the rules for each submission.
  package init(rulebook: Rulebook, settings: Settings, submissions: [Submission]) throws(NoRules) {
    self.rulebook = rulebook
    self.settings = settings
    self.submissions = submissions
    var ruleSets: [RuleSet] = []
    var warnings: [Diagnostic] = []
    for submission in submissions {
      let (ruleSet, diagnostics) = rulebook.library.ruleSet(
        packs: settings.packs, channel: submission.declaration.channel, profile: settings.profile)
      guard let ruleSet else { throw NoRules(diagnostics: diagnostics) }
      ruleSets.append(ruleSet)
      warnings += diagnostics.filter { !warnings.contains($0) }
    }
    self.ruleSets = ruleSets
    self.warnings = warnings
  }

  /// The number of files of all submissions.
  package var fileCount: Int { submissions.reduce(0) { $0 + $1.sources.count } }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - cache: What earlier runs read; `nil` to read everything.
  ///   - finished: Gets each submission's index and report, in the order in which they are done.
  ///   - progress: Gets the number of files that are read.
  package func run(
    with pool: WorkerPool, cache: ExtractionCache?,
    finished: (Int, SubmissionReport) throws -> Void,
    progress: (Int) -> Void, shouldStop: () -> Bool
  ) throws {
    let order = submissions.indices.flatMap { submission in
      submissions[submission].sources.indices.map { (submission: submission, source: $0) }
    }
    var extractions = submissions.map { [Extraction?](repeating: nil, count: $0.sources.count) }
    var unread = submissions.map(\.sources.count)
    var done = 0
    let opening = SourceOpening(cache: cache)
    for index in submissions.indices where unread[index] == 0 {
      try finished(index, report(of: index, []))
    }
    try pool.read(
      count: order.count,
      next: { number in
        let (submission, source) = order[number]
        return opening.next(number, submissions[submission].sources[source])
      },
      deliver: { number, extraction in
        opening.delivered(extraction, number)
        let (submission, source) = order[number]
        extractions[submission][source] = extraction
        unread[submission] -= 1
        done += 1
        progress(done)
        guard unread[submission] == 0 else { return }
        try finished(submission, report(of: submission, extractions[submission].compactMap(\.self)))
        extractions[submission] = []
      },
      shouldStop: shouldStop)
  }

  private func report(of index: Int, _ extractions: [Extraction]) -> SubmissionReport {
    let submission = submissions[index]
    let declaration = submission.declaration
    let ruleSet = ruleSets[index]
    let factSet = Assembly.factSet(
      extractions: extractions, declaration: declaration.facts, isDrafted: declaration.isDrafted,
      asOf: settings.asOf, catalogue: rulebook.facts,
      minimumConfidence: ruleSet.minimumConfidence)
    let (judgement, ofWaivers) = ruleSet.waiving(
      ruleSet.judge(factSet), by: submission.waivers.waivers, factSet)
    let notices = [
      submission.notices, declaration.notices, submission.waivers.notices, ofWaivers,
    ]
    return SubmissionReport(
      name: submission.name, asOf: settings.asOf, extractions: extractions, factSet: factSet,
      judgement: judgement, notices: notices.flatMap(\.self),
      isDeclarationBroken: declaration.isBroken, tool: rulebook.identity)
  }
}
