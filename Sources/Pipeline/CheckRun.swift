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
  ///   - archives: Reads sources that stand in archives.
  ///   - live: Looks mail domains up; `nil`, and nothing leaves the machine.
  ///   - finished: Gets each submission's index and report, in the order in which they are done; at the end
  ///     once more those that have something in common with others, judged with that.
  ///   - progress: Gets the number of files that are read.
  package func run(
    with pool: WorkerPool, cache: ExtractionCache?, archives: Archives,
    live: LiveLookup? = nil, finished: (Int, SubmissionReport) throws -> Void,
    progress: (Int) -> Void, shouldStop: () -> Bool
  ) throws {
    let order = submissions.indices.flatMap { submission in
      submissions[submission].sources.indices.map { (submission: submission, source: $0) }
    }
    var extractions = submissions.map { [Extraction?](repeating: nil, count: $0.sources.count) }
    var unread = submissions.map(\.sources.count)
    var done = 0
    let opening = SourceOpening(cache: cache, archives: archives)
    var batch = BatchMemory()
    for index in submissions.indices where unread[index] == 0 {
      let read = lookedUp([], of: index, live)
      guard !shouldStop() else { return }
      try finished(index, report(of: index, read))
      if submissions.count > 1 { batch.keep(read, of: index, traces: traces(of: index, read)) }
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
        let read = lookedUp(extractions[submission].compactMap(\.self), of: submission, live)
        extractions[submission] = []
        // A lookup that was given up says nothing of the domain.
        guard live == nil || !shouldStop() else { return }
        try finished(submission, report(of: submission, read))
        if submissions.count > 1 {
          batch.keep(read, of: submission, traces: traces(of: submission, read))
        }
      },
      shouldStop: shouldStop)
    guard !shouldStop() else { return }
    try judgeAgain(batch, finished)
  }

  /// Judges those again that have something in common with others, now that all are known: from what was
  /// read, not from the files.
  private func judgeAgain(
    _ batch: BatchMemory, _ finished: (Int, SubmissionReport) throws -> Void
  ) throws {
    let sharing = Set(batch.index.sharing)
    guard !sharing.isEmpty else { return }
    for index in submissions.indices where sharing.contains(submissions[index].name) {
      guard let read = batch.extractions(of: index) else { continue }
      let place = BatchPlace(index: batch.index, submission: submissions[index].name)
      try finished(index, report(of: index, read, in: place))
    }
  }

  /// What was read, all evidence of DNS looked at together and with what DNS says now beside it.
  private func lookedUp(
    _ read: [Extraction], of index: Int, _ live: LiveLookup?
  ) -> [Extraction] {
    let extractions = JoinedNames.joined(
      read, declaration: submissions[index].declaration.facts, providers: rulebook.mailProviders)
    guard let live else { return extractions }
    let evidence = LiveEvidence(
      extractions: extractions, declaration: submissions[index].declaration.facts,
      providers: rulebook.mailProviders)
    guard let domain = evidence.domain else {
      let note = Notice(file: "dns:", stage: .extract, code: .liveDomainUnknown)
      return extractions + [Extraction(file: "dns:", mediaType: .text, notices: [note])]
    }
    return evidence.joined(
      with: live.extraction(
        of: domain, selectors: evidence.selectors, providers: rulebook.mailProviders,
        asOf: settings.asOf))
  }

  private func traces(of index: Int, _ extractions: [Extraction]) -> BatchTraces {
    BatchTraces(
      submission: submissions[index].name, extractions: extractions,
      declaration: submissions[index].declaration.facts,
      minimumConfidence: ruleSets[index].minimumConfidence)
  }

  private func report(
    of index: Int, _ extractions: [Extraction], in batch: BatchPlace? = nil
  ) -> SubmissionReport {
    let submission = submissions[index]
    let declaration = submission.declaration
    let ruleSet = ruleSets[index]
    let factSet = Assembly.factSet(
      extractions: extractions, declaration: declaration.facts, isDrafted: declaration.isDrafted,
      asOf: settings.asOf, catalogue: rulebook.facts,
      minimumConfidence: ruleSet.minimumConfidence, in: batch)
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
