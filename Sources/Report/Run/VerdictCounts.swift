internal import Model

/// How many rules came to each verdict.
struct VerdictCounts: Sendable {
  let counts: [Verdict: Int]
  /// Rules all of whose failures, and all that could not be told, are waived; they count by their verdict too.
  let waived: Int
  /// Failures that nobody answers for.
  private let failures: [Severity: Int]
  /// What could not be told of what matters, and nobody answers for.
  let undecided: Int

  init(_ report: SubmissionReport) {
    var failed: Set<String> = []
    var open: Set<String> = []
    var failures: [Severity: Int] = [:]
    for finding in report.judgement.findings + report.knownFindings
    where finding.verdict == .fail || finding.verdict == .cannotTell {
      failed.insert(finding.rule)
      guard finding.waiver == nil else { continue }
      open.insert(finding.rule)
      if finding.verdict == .fail { failures[finding.severity, default: 0] += 1 }
    }
    self.failures = failures
    undecided = (report.judgement.findings + report.knownFindings)
      .count { $0.verdict == .cannotTell && $0.severity >= .warning && $0.waiver == nil }
    waived = failed.subtracting(open).count
    var counts: [Verdict: Int] = [:]
    for verdict in report.judgement.verdicts { counts[verdict.verdict, default: 0] += 1 }
    self.counts = counts
  }

  /// Failures of a severity that nobody answers for.
  func failures(_ severity: Severity) -> Int { failures[severity, default: 0] }

  subscript(verdict: Verdict) -> Int { counts[verdict, default: 0] }

  /// Failures by severity, then rules by verdict.
  var indexJSON: JSON {
    let bySeverity = Severity.allCases.reversed().map {
      ($0.rawValue, JSON.int(failures[$0, default: 0]))
    }
    return .object(bySeverity + members)
  }

  var json: JSON { .object(members) }

  private var members: [(String, JSON)] {
    Verdict.allCases.map { ($0.rawValue, .int(self[$0])) } + [("waived", .int(waived))]
  }
}
