package import Model

/// A submission's report with what formats show of it, masked, is worked out once for all of them.
package struct MaskedReport: Sendable {
  package let report: SubmissionReport
  let options: ReportOptions
  let masking: Masking
  /// The judgement's findings in their order.
  let findings: [MaskedFinding]
  let corrections: [CorrectionItem]
  let retakes: [RetakeAdvice]
  let facts: [FactEntry]
  let counts: VerdictCounts
  /// The fingerprints of findings that an earlier run had too, sorted: the next run must know them as well.
  let known: [String]

  package init(_ report: SubmissionReport, options: ReportOptions) {
    self.options = options
    let masking = Masking(report, options: options)
    self.masking = masking
    let report = Self.withMaskedWaivers(report, masking)
    self.report = report
    findings = report.judgement.findings.map { MaskedFinding($0, in: report, masking) }
    corrections = CorrectionItem.all(of: findings, in: report, masking)
    retakes = RetakeAdvice.all(of: report, masking)
    facts = FactEntry.all(of: report)
    counts = VerdictCounts(report)
    known = report.knownFindings.map { Fingerprint.hex(of: $0, in: report, masking) }.sorted()
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

  /// What each party has to do, those with nothing left out.
  var correctionGroups: [(owner: CorrectionOwner, items: [CorrectionItem])] {
    CorrectionOwner.allCases.map { owner in (owner, corrections.filter { $0.owner == owner }) }
      .filter { !$0.items.isEmpty }
  }
}
