/// What a rule says of a submission.
package enum Verdict: String, Sendable, CaseIterable {
  case pass
  case fail
  /// A fact that decides is not known; never the applicant's fault.
  case cannotTell = "cannot_tell"
  case notApplicable = "not_applicable"
  /// The rule itself failed (overflow, index, cost).
  case ruleError = "rule_error"
}

/// How bad a failed rule is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Where a submission stands; `SubmissionReport.status` decides.
package enum SubmissionStatus: String, Sendable {
  case ready, review, blocked
  /// There is no folder, nothing in it, or nothing that could be opened.
  case undelivered
}
