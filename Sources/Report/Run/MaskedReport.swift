package import Model

/// A submission's report with what formats show of it, masked, is worked out once for all of them.
package struct MaskedReport: Sendable {
  package let report: SubmissionReport
  let options: ReportOptions
  let masking: Masking
  let files: ReportFiles
  /// The judgement's findings in their order.
  let findings: [MaskedFinding]
  let corrections: [CorrectionItem]
  let retakes: [RetakeAdvice]
  let facts: [FactEntry]
  let counts: VerdictCounts
  /// What keeps rules from deciding, with its words.
  let causes: [ToldCause]
  /// The notices that no finding tells, masked.
  let notices: [Notice]
  /// What the roster says of it beside the declaration, masked.
  let labels: [SubmissionLabel]
  /// The findings that an earlier run had too: the next run must know them as well.
  let known: [MaskedFinding]

  package init(_ report: SubmissionReport, options: ReportOptions) {
    self.options = options
    let masking = Masking(report, options: options)
    self.masking = masking
    let report = Self.withMaskedWaivers(report, masking)
    self.report = report
    let files = ReportFiles(report)
    self.files = files
    findings = report.judgement.findings.map { MaskedFinding($0, in: report, files, masking) }
    known = report.knownFindings.map { MaskedFinding($0, in: report, files, masking) }
    corrections = CorrectionItem.all(of: findings, known: known, in: report, masking)
    retakes = RetakeAdvice.all(of: report, masking)
    facts = FactEntry.all(of: report)
    counts = VerdictCounts(report)
    let told = Dictionary(
      zip(report.judgement.findings, findings).compactMap { finding, masked in
        finding.cause.map { ($0, masked.shown) }
      }, uniquingKeysWith: { first, _ in first })
    causes = report.judgement.causes.compactMap { cause in
      told[cause.id].map { ToldCause(cause: cause, shown: $0) }
    }
    notices = report.untoldNotices.map(masking.shown)
    labels = report.labels.map(masking.shown)
  }

  /// A cause and the finding that tells it.
  struct ToldCause: Sendable {
    let cause: Cause
    let shown: ShownFinding
  }

  var locale: ReportLocale { options.locale }

  /// Whoever accepts a failure may write anything about it.
  private static func withMaskedWaivers(_ report: SubmissionReport, _ masking: Masking)
    -> SubmissionReport
  {
    guard !masking.showsPersonalData else { return report }
    var report = report
    for index in report.judgement.findings.indices {
      guard var waiver = report.judgement.findings[index].waiver else { continue }
      waiver.reason = masking.redacted(waiver.reason)
      waiver.owner = PersonalForm.masked(waiver.owner)
      report.judgement.findings[index].waiver = waiver
    }
    return report
  }

  /// How much the weightiest thing matters that a better picture would decide; `nil` where nothing hangs on one.
  var retakeWeight: Int? {
    let pictures = report.pictureFiles
    return report.judgement.findings.filter {
      report.isForRetake($0, among: pictures) && $0.waiver == nil
    }
    .map(\.weight).min()
  }

  /// What each party has to do, who has the weightiest thing to do first, those with nothing left out.
  var correctionGroups: [(owner: CorrectionOwner, items: [CorrectionItem])] {
    let groups = CorrectionOwner.allCases.compactMap { owner in
      let items = corrections.filter { $0.owner == owner }
      return items.first.map { (owner: owner, items: items, weight: $0.weight) }
    }
    let order = groups.indices.sorted { (groups[$0].weight, $0) < (groups[$1].weight, $1) }
    return order.map { (groups[$0].owner, groups[$0].items) }
  }
}
