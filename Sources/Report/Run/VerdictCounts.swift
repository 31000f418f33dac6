internal import Model

/// How many rules came to each verdict.
struct VerdictCounts: Sendable {
  let counts: [Verdict: Int]
  /// Rules all of whose failures, and all that could not be told, are waived; they count by their verdict too.
  let waived: Int

  init(_ report: SubmissionReport) {
    var failed: Set<String> = []
    var open: Set<String> = []
    for finding in report.judgement.findings + report.knownFindings
    where finding.verdict == .fail || finding.verdict == .cannotTell {
      failed.insert(finding.rule)
      if finding.waiver == nil { open.insert(finding.rule) }
    }
    waived = failed.subtracting(open).count
    var counts: [Verdict: Int] = [:]
    for verdict in report.judgement.verdicts { counts[verdict.verdict, default: 0] += 1 }
    self.counts = counts
  }

  subscript(verdict: Verdict) -> Int { counts[verdict, default: 0] }

  var json: JSON {
    .object(Verdict.allCases.map { ($0.rawValue, .int(self[$0])) } + [("waived", .int(waived))])
  }
}
