internal import Assemble
internal import Ingest
internal import Model
internal import Rules

/// One submission with the rules that judge it: what was read of it becomes a report.
///
/// Pure, but for the cache and live lookups.
struct SubmissionJudging: Sendable {
  let rulebook: Rulebook
  let settings: CheckRun.Settings
  let submission: Submission
  let ruleSet: RuleSet

  /// What earlier runs read of all its files, as it is judged; `nil` if one is not known or may have changed.
  func known(_ cache: ExtractionCache) -> [Extraction]? {
    read(cache).map { lookedUp($0, nil) }
  }

  /// What earlier runs read of all its files; `nil` if one is not known or may have changed.
  func read(_ cache: ExtractionCache) -> [Extraction]? {
    var extractions: [Extraction] = []
    for source in submission.sources {
      if let notice = source.obstacleNotice {
        extractions.append(
          Extraction(file: source.name, mediaType: .unknown, notices: [notice]))
        continue
      }
      guard let known = cache.known(source) else { return nil }
      extractions.append(known)
    }
    return extractions
  }

  /// What was read, all evidence of DNS looked at together and with what DNS says now beside it.
  func lookedUp(_ read: [Extraction], _ live: LiveLookup?) -> [Extraction] {
    let extractions = CombinedDNSEvidence.combined(
      read, declaration: submission.declaration.facts, providers: rulebook.mailProviders)
    guard let live else { return extractions }
    let evidence = LiveEvidence(
      extractions: extractions, declaration: submission.declaration.facts,
      providers: rulebook.mailProviders)
    guard let domain = evidence.domain else {
      let note = Notice(file: LiveLookup.scheme, stage: .extract, code: .liveDomainUnknown)
      return extractions + [Extraction(file: LiveLookup.scheme, mediaType: .text, notices: [note])]
    }
    return evidence.joined(
      with: live.extraction(
        of: domain, selectors: evidence.selectors, providers: rulebook.mailProviders,
        asOf: settings.asOf))
  }

  /// What was read, as persons correct it.
  private func confirmed(_ read: [Extraction]) -> (extractions: [Extraction], notices: [Notice]) {
    Confirming.applied(
      submission.confirmations.entries, to: read, catalogue: rulebook.facts)
  }

  func traces(of extractions: [Extraction]) -> BatchTraces {
    BatchTraces(
      submission: submission.name, extractions: confirmed(extractions).extractions,
      declaration: submission.declaration.facts,
      minimumConfidence: ruleSet.minimumConfidence)
  }

  /// What was read, as persons correct it, and all that is known by it.
  ///
  /// - Parameter others: What is known of the run.
  func assembled(
    _ read: [Extraction], among others: BatchIndex
  ) -> (factSet: FactSet, extractions: [Extraction], notices: [Notice]) {
    let (extractions, notices) = confirmed(read)
    let declaration = submission.declaration
    let factSet = Assembly.factSet(
      extractions: extractions, declaration: declaration.facts,
      unread: declaration.unread.flatMap(\.facts), isDrafted: declaration.isDrafted,
      asOf: settings.asOf, catalogue: rulebook.facts,
      minimumConfidence: ruleSet.minimumConfidence,
      in: BatchPlace(index: others, submission: submission.name))
    return (factSet, extractions, notices)
  }

  /// - Parameter others: What is known of the run.
  func report(of read: [Extraction], among others: BatchIndex) -> SubmissionReport {
    let (factSet, extractions, ofConfirmations) = assembled(read, among: others)
    let declaration = submission.declaration
    if let undelivered = submission.undelivered(extractions) {
      var report = SubmissionReport(
        name: submission.name, asOf: settings.asOf, extractions: extractions, factSet: factSet,
        judgement: .undecided(of: ruleSet.judge(factSet)),
        notices: submission.notices + declaration.notices,
        isDeclarationBroken: declaration.isBroken, tool: rulebook.identity(settings.precision))
      report.labels = submission.labels
      report.undelivered = undelivered
      return report
    }
    let (judgement, ofWaivers) = ruleSet.waiving(
      ruleSet.judge(factSet),
      by: submission.waivers.entries + settings.waivers.filter { $0.covers(submission.name) },
      factSet)
    let notices = [
      submission.notices, declaration.notices,
      channelNotices(declaration, leftOut: ruleSet.leftOut),
      submission.waivers.notices, ofWaivers, submission.confirmations.notices, ofConfirmations,
    ]
    let told = ruleSet.tellingCauses(
      of: judgement, factSet,
      Circumstances(
        extractions: extractions,
        notices: notices.flatMap(\.self) + extractions.flatMap(\.notices),
        isDeclarationBroken: declaration.isBroken))
    var report = SubmissionReport(
      name: submission.name, asOf: settings.asOf, extractions: extractions, factSet: factSet,
      judgement: told, notices: notices.flatMap(\.self),
      isDeclarationBroken: declaration.isBroken,
      tool: rulebook.identity(settings.precision))
    report.labels = submission.labels
    return report
  }

  /// Without a channel only the basic rules apply, unless packs were asked for: then those of the channel may not.
  private func channelNotices(_ declaration: Declaration, leftOut: [String]) -> [Notice] {
    let file = declaration.facts.first?.evidence.first?.file ?? "declared.yaml"
    guard leftOut.isEmpty else {
      return [
        Notice(
          file: file, stage: .declare, code: .packsLeftOut,
          details: ["packs": leftOut.joined(separator: ", ")])
      ]
    }
    let isKnownAlready = declaration.isBroken || declaration.facts.isEmpty
    let isUnread = declaration.unread.contains { $0.keys.contains("declared.channel") }
    guard settings.packs.isEmpty, declaration.channel == nil, !isKnownAlready, !isUnread else {
      return []
    }
    return [Notice(file: file, stage: .declare, code: .channelUndeclared)]
  }
}
