package import Model

/// A baseline holds what an earlier run found: only what is not in it is new, and what is there no more is resolved.
package struct Baseline: Hashable, Sendable {
  /// A finding of the earlier run.
  package struct Entry: Hashable, Sendable {
    let fingerprint: String
    let rule: String
    let title: LocalizedText
    /// The rules that waited for it, where it is a cause.
    let waiting: [String]

    package init(
      fingerprint: String, rule: String, title: LocalizedText, waiting: [String] = []
    ) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.title = title
      self.waiting = waiting
    }
  }

  /// A notice of the earlier run.
  package struct NoticeMark: Hashable, Sendable {
    let code: String
    let file: String

    package init(code: String, file: String) {
      self.code = code
      self.file = file
    }
  }

  private let fingerprints: Set<String>
  private let entries: [String: [Entry]]
  private let notices: [String: Set<NoticeMark>]
  /// How the submissions stood, by name.
  package let statuses: [String: SubmissionStatus]

  /// - Parameters:
  ///   - entries: By the name of the submission.
  ///   - notices: The same.
  ///   - statuses: The same.
  package init(
    entries: [String: [Entry]], notices: [String: Set<NoticeMark>] = [:],
    statuses: [String: SubmissionStatus] = [:]
  ) {
    self.statuses = statuses
    self.entries = entries
    self.notices = notices
    fingerprints = Set(entries.values.flatMap { $0 }.map(\.fingerprint))
  }

  /// The submissions of the earlier run, sorted.
  package var submissions: [String] { entries.keys.sorted() }

  /// Puts aside the findings that the earlier run had; they still count for the status.
  ///
  /// Says what of the earlier ones is there no more.
  package func new(in report: SubmissionReport, options: ReportOptions) -> SubmissionReport {
    let masking = Masking(report, options: options)
    let all = report.judgement.findings
    let own = all.map { Fingerprint.hex(of: $0, in: report, masking) }
    var reduced = report
    let pairs = Array(zip(all, own))
    reduced.judgement.findings = pairs.filter { !fingerprints.contains($0.1) }.map(\.0)
    reduced.knownFindings = pairs.filter { fingerprints.contains($0.1) }.map(\.0)
    reduced.resolved = resolved(in: reduced, own: Set(own))
    if let marks = notices[report.name] {
      reduced.knownNotices = Set(
        report.allNotices.filter {
          marks.contains(NoticeMark(code: $0.code.rawValue, file: $0.file))
        })
    }
    return reduced
  }

  /// Only a rule that was decided has something resolved: none that did not run, does not apply any more, cannot tell
  /// now, or finds as much as before with other values; of a submission of which nothing could be read nothing is.
  private func resolved(in report: SubmissionReport, own: Set<String>) -> [ResolvedFinding] {
    guard report.status != .undelivered, let earlier = entries[report.name] else { return [] }
    var open: [String: Int] = [:]
    for finding in report.judgement.findings { open[finding.rule, default: 0] += 1 }
    let decided = Set(
      report.judgement.verdicts.filter { $0.verdict == .pass || $0.verdict == .fail }.map(\.rule))
    var resolved: [ResolvedFinding] = []
    for entry in earlier where !own.contains(entry.fingerprint) {
      guard entry.isDecided(by: decided) else { continue }
      if let count = open[entry.rule], count > 0 {
        open[entry.rule] = count - 1
      } else {
        resolved.append(ResolvedFinding(rule: entry.rule, title: entry.title))
      }
    }
    return resolved
  }
}

extension Baseline.Entry {
  /// Whether rules that were decided say something of it: itself, or one of those that waited for the cause.
  fileprivate func isDecided(by rules: Set<String>) -> Bool {
    guard Cause.Kind(rawValue: rule) != nil else { return rules.contains(rule) }
    return waiting.isEmpty || waiting.contains(where: rules.contains)
  }
}
