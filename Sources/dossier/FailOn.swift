internal import ArgumentParser
internal import Model

/// From which severity on the exit status is 1.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, never

  /// Whether a report has a failure, or something that could not be decided, that is bad enough.
  func isReached(by report: SubmissionReport) -> Bool {
    guard let least else { return false }
    // A declaration that cannot be read blocks its submission: worse than any finding.
    if report.isDeclarationBroken { return true }
    // What is not there, nothing could be told of.
    if report.undelivered != nil { return true }
    return report.judgement.findings.contains { finding in
      switch finding.verdict {
      case .fail, .cannotTell: finding.waiver == nil && finding.severity >= least
      case .pass, .notApplicable, .ruleError: false
      }
    }
  }

  private var least: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }
}
