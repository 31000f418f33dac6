package import Model

/// What is kept of a report that has been written.
package struct SubmissionOutline: Sendable {
  package let name: String
  package let status: SubmissionStatus
  /// Ids of the rules that failed themselves, sorted.
  package let brokenRules: [String]

  package init(_ report: SubmissionReport) {
    name = report.name
    status = report.status
    brokenRules = Set(
      report.judgement.verdicts.filter { $0.verdict == .ruleError }.map(\.rule)
    ).sorted()
  }
}
