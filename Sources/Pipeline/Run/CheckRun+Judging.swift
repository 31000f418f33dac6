internal import Assemble
internal import Ingest
internal import Model
internal import Rules

/// What is done with one submission; pure, but for the cache and live lookups.
extension CheckRun {
  /// What earlier runs read of all its files, as it is judged; `nil` if one is not known or may have changed.
  func known(_ index: Int, _ cache: ExtractionCache) -> [Extraction]? {
    var extractions: [Extraction] = []
    for source in submissions[index].sources {
      if let notice = source.obstacleNotice {
        extractions.append(
          Extraction(file: source.name, mediaType: .unknown, notices: [notice]))
        continue
      }
      guard let known = cache.known(source) else { return nil }
      extractions.append(known)
    }
    return lookedUp(extractions, of: index, nil)
  }

  /// What was read, all evidence of DNS looked at together and with what DNS says now beside it.
  func lookedUp(
    _ read: [Extraction], of index: Int, _ live: LiveLookup?
  ) -> [Extraction] {
    let extractions = CombinedDNSEvidence.combined(
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

  /// What was read, as persons correct it.
  private func confirmed(_ index: Int, _ read: [Extraction]) -> (
    extractions: [Extraction], notices: [Notice]
  ) {
    Confirming.applied(
      submissions[index].confirmations.entries, to: read, catalogue: rulebook.facts)
  }

  func traces(of index: Int, _ extractions: [Extraction]) -> BatchTraces {
    BatchTraces(
      submission: submissions[index].name, extractions: confirmed(index, extractions).extractions,
      declaration: submissions[index].declaration.facts,
      minimumConfidence: ruleSets[index].minimumConfidence)
  }

  /// - Parameter others: What is known of the run.
  func report(
    of index: Int, _ read: [Extraction], among others: BatchIndex
  ) -> SubmissionReport {
    let (extractions, ofConfirmations) = confirmed(index, read)
    let submission = submissions[index]
    let declaration = submission.declaration
    let ruleSet = ruleSets[index]
    let factSet = Assembly.factSet(
      extractions: extractions, declaration: declaration.facts,
      unread: declaration.unread.flatMap(\.facts), isDrafted: declaration.isDrafted,
      asOf: settings.asOf, catalogue: rulebook.facts,
      minimumConfidence: ruleSet.minimumConfidence,
      in: BatchPlace(index: others, submission: submission.name))
    let (judgement, ofWaivers) = ruleSet.waiving(
      ruleSet.judge(factSet), by: submission.waivers.entries, factSet)
    let notices = [
      submission.notices, declaration.notices, channelNotices(declaration),
      submission.waivers.notices, ofWaivers, submission.confirmations.notices, ofConfirmations,
    ]
    let told = ruleSet.tellingCauses(
      of: judgement, factSet,
      Circumstances(
        extractions: extractions,
        notices: notices.flatMap(\.self) + extractions.flatMap(\.notices),
        isDeclarationBroken: declaration.isBroken))
    return SubmissionReport(
      name: submission.name, asOf: settings.asOf, extractions: extractions, factSet: factSet,
      judgement: told, notices: notices.flatMap(\.self),
      isDeclarationBroken: declaration.isBroken,
      tool: rulebook.identity(settings.precision))
  }

  /// Without a channel only the basic rules apply, unless packs were asked for.
  private func channelNotices(_ declaration: Declaration) -> [Notice] {
    let isKnownAlready = declaration.isBroken || declaration.facts.isEmpty
    let isUnread = declaration.unread.contains { $0.keys.contains("declared.channel") }
    guard settings.packs.isEmpty, declaration.channel == nil, !isKnownAlready, !isUnread else {
      return []
    }
    let file = declaration.facts.first?.evidence.first?.file
    return [Notice(file: file ?? "declared.yaml", stage: .declare, code: .channelUndeclared)]
  }
}
