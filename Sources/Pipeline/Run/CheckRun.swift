internal import Assemble
package import Ingest
package import Model
package import Native
internal import Rules

/// A run over submissions: read, assemble, judge.
///
/// What earlier runs read is judged first, several submissions at once, with all that these have in common; then
/// the rest is read, and each is judged as soon as its files are read. In the end those are judged again that
/// have more in common with others than was known.
package struct CheckRun: Sendable {
  /// The settings are what the user chose.
  package struct Settings: Sendable {
    /// Packs by id; none means those of the declared channel.
    package var packs: [String]
    package var profile: String
    package var asOf: CalendarDate
    /// Of recognition, which reports name.
    package var precision: InferencePrecision
    /// For the whole group.
    package var waivers: [Waiver] = []

    package init(
      packs: [String], profile: String, asOf: CalendarDate,
      precision: InferencePrecision
    ) {
      self.packs = packs
      self.profile = profile
      self.asOf = asOf
      self.precision = precision
    }
  }

  let rulebook: Rulebook
  let settings: Settings
  let submissions: [Submission]
  /// One for each submission.
  private let ruleSets: [RuleSet]
  /// What is odd about the choice of rules, each once.
  package let warnings: [Diagnostic]

  /// Chooses the rules for each submission.
  package init(rulebook: Rulebook, settings: Settings, submissions: [Submission])
    throws(UnusableRules)
  {
    self.rulebook = rulebook
    self.settings = settings
    self.submissions = submissions
    let choice = try RuleChoice(
      rulebook, settings, channels: submissions.lazy.map(\.declaration.channel))
    ruleSets = submissions.compactMap { choice[$0.declaration.channel] }
    warnings = choice.warnings + Self.idle(settings.waivers, submissions)
  }

  /// What is wrong with the waivers of the group, each once.
  var notices: [Notice] {
    settings.waivers.compactMap { waiver in
      let covered = zip(submissions, ruleSets).filter { waiver.covers($0.0.name) }
      let ofRules = covered.lazy.compactMap { $0.1.uselessness(of: waiver, on: settings.asOf) }
      // A rule that only some channels have is known.
      return ofRules.count == covered.count ? ofRules.first : nil
    }
  }

  /// Names in the waivers of the group that no submission of the batch has, each told by itself.
  private static func idle(_ waivers: [Waiver], _ submissions: [Submission]) -> [Diagnostic] {
    guard submissions.count > 1 else { return [] }
    let names = submissions.map(\.name)
    return waivers.flatMap { waiver in
      waiver.patternsWithout(names).map { pattern in
        let hint =
          NearestName.suggestion(for: pattern, among: names)
          .map { ("，是否为「\($0)」？", "; did you mean \"\($0)\"?") }
          ?? (
            "。请写提交的目录名，可用 * 和 ?", "; write names of their folders, * and ? may stand for anything"
          )
        return Diagnostic(
          level: .warning, code: "waiver",
          message: LocalizedText(
            "对 \(waiver.rule) 的豁免所写的提交「\(pattern)」本批中没有\(hint.0)",
            "no submission of the batch is called \"\(pattern)\", which the waiver of \(waiver.rule) names\(hint.1)"
          ), file: waiver.file, position: waiver.position)
      }
    }
  }

  /// What judges a submission.
  func judging(_ index: Int) -> SubmissionJudging {
    SubmissionJudging(
      rulebook: rulebook, settings: settings, submission: submissions[index],
      ruleSet: ruleSets[index])
  }

  /// The number of files of all submissions.
  package var fileCount: Int { submissions.reduce(0) { $0 + $1.sources.count } }

  /// What becomes of each submission's report.
  ///
  /// It may come once more, where others have something in common with it that was not known before.
  package struct Handling<Product: Sendable> {
    let width: Int
    let make: @Sendable (Int, SubmissionReport) throws -> Product
    let take: (Int, Product) throws -> Void

    /// - Parameters:
    ///   - width: How many reports are made at once.
    ///   - make: Gets a submission's index and report, several at once, in any order.
    ///   - take: Gets what was made of it, one after the other.
    package init(
      width: Int, make: @escaping @Sendable (Int, SubmissionReport) throws -> Product,
      take: @escaping (Int, Product) throws -> Void
    ) {
      self.width = max(1, width)
      self.make = make
      self.take = take
    }
  }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - live: Looks mail domains up; `nil`, and nothing leaves the machine.
  ///   - progress: Gets the number of files that are read.
  package func run<Product>(
    with resources: ReadingResources, live: LiveLookup? = nil, to handling: Handling<Product>,
    progress: (Int) -> Void, shouldStop: () -> Bool
  ) async throws {
    var batch = BatchMemory(total: submissions.count)
    var unread = Array(submissions.indices)
    if let cache = resources.cache, live == nil, submissions.count > 1 {
      unread = try await judgeKnown(cache, handling, &batch, shouldStop)
      progress(fileCount - unread.reduce(0) { $0 + submissions[$1].sources.count })
    }
    try readAndJudge(unread, resources, live, handling, &batch, progress, shouldStop)
    try await judgeAgain(resources.cache, handling, batch, shouldStop)
  }

  /// Judges the submissions of which everything was read by earlier runs; returns the others.
  private func judgeKnown<Product>(
    _ cache: ExtractionCache, _ handling: Handling<Product>, _ batch: inout BatchMemory,
    _ shouldStop: () -> Bool
  ) async throws -> [Int] {
    var traces: [Int: BatchTraces] = [:]
    try await Concurrently.run(
      submissions.indices, width: handling.width,
      work: { index in
        let judging = judging(index)
        return judging.known(cache).map { judging.traces(of: $0).withoutEvidence }
      },
      take: { traces[$0] = $1 }, shouldStop: shouldStop)
    for (_, known) in traces.sorted(by: { $0.key < $1.key }) { batch.index.insert(known) }
    let (index, make) = (batch.index, handling.make)
    try await Concurrently.run(
      traces.keys.sorted(), width: handling.width,
      work: { number -> Product? in
        let judging = judging(number)
        guard let read = judging.known(cache) else { return nil }
        return try make(number, judging.report(of: read, among: index))
      },
      take: { number, product in
        guard let product, let known = traces[number] else { return }
        batch.remember(known, of: number)
        try handling.take(number, product)
      }, shouldStop: shouldStop)
    return submissions.indices.filter { !batch.isJudged($0) }
  }

  /// Reads submissions and judges each as soon as its files are read.
  private func readAndJudge<Product>(
    _ indices: [Int], _ resources: ReadingResources, _ live: LiveLookup?,
    _ handling: Handling<Product>,
    _ batch: inout BatchMemory, _ progress: (Int) -> Void, _ shouldStop: () -> Bool
  ) throws {
    func judge(_ index: Int, _ extractions: [Extraction]) throws {
      let judging = judging(index)
      let read = judging.lookedUp(extractions, live)
      // A lookup that was given up says nothing of the domain.
      guard live == nil || !shouldStop() else { return }
      if submissions.count > 1 {
        try batch.keep(read, of: index, traces: judging.traces(of: read))
      }
      // As if it stood alone: what is known of the others now hangs on the order in which workers are done.
      try handling.take(
        index, try handling.make(index, judging.report(of: read, among: BatchIndex())))
    }
    try read(indices, resources, take: judge, progress, shouldStop)
  }

  /// Reads submissions and hands each on as soon as all its files are read.
  ///
  /// - Parameters:
  ///   - take: Gets a submission's index and what its files say, in their order.
  ///   - progress: Gets the number of files that are read, those of other submissions among them.
  func read(
    _ indices: [Int], _ resources: ReadingResources, take: (Int, [Extraction]) throws -> Void,
    _ progress: (Int) -> Void, _ shouldStop: () -> Bool
  ) throws {
    let order = indices.flatMap { submission in
      ReadingOrder.largestFirst(submissions[submission].sources).map {
        (submission: submission, source: $0)
      }
    }
    var open = Dictionary(
      uniqueKeysWithValues: indices.map {
        (
          $0,
          OpenSubmission(
            count: submissions[$0].sources.count, time: SubmissionTime(resources.pool.limits))
        )
      })
    var done = fileCount - order.count
    for index in indices where submissions[index].sources.isEmpty { try take(index, []) }
    let opening = SourceOpening(cache: resources.cache, archives: resources.archives)
    try resources.pool.read(
      count: order.count,
      next: { number in
        let (submission, source) = order[number]
        let file = submissions[submission].sources[source]
        guard let time = open[submission]?.time else { return opening.next(number, file) }
        return opening.next(number, file, time)
      },
      deliver: { number, extraction in
        opening.delivered(extraction, number)
        let (submission, source) = order[number]
        done += 1
        progress(done)
        open[submission]?.time.note(extraction)
        guard let whole = open[submission]?.with(extraction, at: source) else { return }
        open[submission] = nil
        try take(submission, whole)
      },
      spent: { open[order[$0].submission]?.time.add($1) }, shouldStop: shouldStop)
  }

  /// Judges those again of which others turned out to have something too: from what was read, not from the
  /// files.
  private func judgeAgain<Product>(
    _ cache: ExtractionCache?, _ handling: Handling<Product>, _ batch: BatchMemory,
    _ shouldStop: () -> Bool
  ) async throws {
    let changed = batch.changed
    let (index, make) = (batch.index, handling.make)
    try await Concurrently.run(
      changed.lazy.compactMap { number in
        (batch.extractions(of: number) ?? cache.flatMap { judging(number).known($0) }).map {
          (number: number, read: $0)
        }
      }, width: handling.width,
      work: { input in
        try make(input.number, judging(input.number).report(of: input.read, among: index))
      },
      take: { try handling.take($0.number, $1) }, shouldStop: shouldStop)
  }
}

/// A submission of which not all is read.
private struct OpenSubmission {
  private var extractions: [Extraction?]
  private var missing: Int
  var time: SubmissionTime

  init(count: Int, time: SubmissionTime) {
    self.time = time
    extractions = Array(repeating: nil, count: count)
    missing = count
  }

  /// All extractions in the order of the sources, if this was the last one.
  mutating func with(_ extraction: Extraction, at source: Int) -> [Extraction]? {
    extractions[source] = extraction
    missing -= 1
    return missing == 0 ? extractions.compactMap(\.self) : nil
  }
}
