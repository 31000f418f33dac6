package import Model

/// A baseline holds the fingerprints of what an earlier run found: only what is not in it is new.
package struct Baseline: Hashable, Sendable {
  package let fingerprints: Set<String>

  package init(fingerprints: Set<String>) { self.fingerprints = fingerprints }

  /// Puts aside the findings that the earlier run had; they still count for the status.
  package func new(in report: SubmissionReport, options: ReportOptions) -> SubmissionReport {
    let masking = Masking(report, options: options)
    var isKnown: [Bool] = []
    for finding in report.judgement.findings {
      isKnown.append(
        fingerprints.contains(Fingerprint.hex(of: finding, in: report, masking)))
    }
    var reduced = report
    let pairs = zip(report.judgement.findings, isKnown)
    reduced.judgement.findings = pairs.filter { !$0.1 }.map(\.0)
    reduced.knownFindings = pairs.filter(\.1).map(\.0)
    return reduced
  }
}
