internal import Model
internal import Native  // allowed: SHA-256 alone

/// A finding's identity across runs: SHA-256 of rule, submission, role, fact keys, element and the values of
/// the facts that are not personal.
enum Fingerprint {
  static func hex(of finding: Finding, in report: SubmissionReport, _ masking: Masking) -> String {
    let facts = finding.facts.sorted()
    let documents = Set(facts.compactMap { report.factSet.facts[$0]?.document })
    let roles = report.factSet.documents.filter { documents.contains($0.id) }
      .map { "\($0.kind.rawValue)/\($0.role ?? "-")" }
    let values: [JSON] = facts.compactMap { key in
      // The day of the run would make a new finding of the same fault every morning.
      guard FactOrigin(ofKey: key) != .run, key != "submission.submitted_on",
        !masking.isPersonal(key),
        let value = report.factSet.facts[key]?.value
      else { return nil }
      return .strings([key, value.text])
    }
    // Which rules wait for a cause may change without any change of what has to be done.
    let cause = report.cause(of: finding)
    let subject = finding.verdict == .fail ? nil : cause?.kind.rawValue
    let identity = JSON.array([
      .string(subject ?? finding.rule), .string(report.name), .strings(roles.sorted()),
      .strings(facts),
      .optional(finding.element), .array(values),
    ])
    return SHA256.hex(of: identity.compactText)
  }
}
