internal import Model

/// `junit.xml` has a suite per submission and a case per rule, as build servers read it.
///
/// A failed rule is a `failure`; one that could not tell, or failed itself, an `error`; a note never fails a
/// build. A rule that waits for a cause that another case tells is skipped, and so is one that somebody waived,
/// by name. A file that was not read is a case of its own; what persons confirmed stands below the cases.
package struct JUnitReport: RunReport {
  package let name = "junit.xml"
  package let separator = ""
  package let opening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dossier\">\n"

  package init() {}

  package func closing(_ run: RunSummary) -> [UInt8] { Array("</testsuites>\n".utf8) }

  package func piece(of masked: MaskedReport, at index: Int) -> String {
    let report = masked.report
    let findings = Dictionary(grouping: masked.findings, by: \.finding.rule)
    // Of what was not delivered one case says all there is to say.
    let verdicts = report.undelivered == nil ? report.judgement.verdicts : []
    var cases = verdicts.map { verdict in
      JUnitCase(
        verdict, findings[verdict.rule, default: []])
    }
    let ids = Set(report.judgement.verdicts.map(\.rule))
    cases += masked.findings.filter { !ids.contains($0.finding.rule) }.map { JUnitCase($0) }
    cases += masked.notices.filter(\.code.losesContent).map { JUnitCase($0) }
    func count(_ outcome: JUnitCase.Outcome) -> String {
      String(cases.count { $0.outcome == outcome })
    }
    let suite = XML.attributes([
      ("name", report.name), ("tests", String(cases.count)), ("failures", count(.failure)),
      ("errors", count(.error)), ("skipped", count(.skipped)),
    ])
    let confirmed = masked.notices.filter { $0.code == .confirmedByPerson }
      .map { XML.escaped(JUnitCase.text($0.message)) }
    return "  <testsuite\(suite)>\n"
      + cases.map { $0.text(suite: report.name) }.joined()
      + (confirmed.isEmpty
        ? "" : "    <system-out>\(confirmed.joined(separator: "\n"))</system-out>\n")
      + "  </testsuite>\n"
  }
}

/// One test case.
private struct JUnitCase {
  enum Outcome: String {
    case passed, failure, error, skipped
  }

  let name: String
  let outcome: Outcome
  /// The verdict or the notice's code.
  let type: String
  let lines: [String]

  init(_ verdict: RuleVerdict, _ all: [MaskedFinding]) {
    let open = all.filter { $0.finding.waiver == nil }
    let isWaived = !all.isEmpty && open.isEmpty
    let findings = isWaived ? all : open
    let isNote = findings.allSatisfy { $0.finding.severity == .note }
    name = verdict.rule
    type =
      isWaived
      ? all.compactMap { $0.finding.waiver.map { Self.text(Phrase.waived($0)) } }.uniqued()
        .joined(separator: "; ")
      : verdict.verdict.rawValue
    outcome =
      switch verdict.verdict {
      case .pass: .passed
      case .notApplicable: .skipped
      case .ruleError: .error
      case .fail: isWaived ? .skipped : isNote ? .passed : .failure
      case .cannotTell: isWaived || isNote ? .skipped : .error
      }
    lines = findings.flatMap(Self.lines)
  }

  /// A cause for which no rule waits.
  init(_ masked: MaskedFinding) {
    let name = [masked.finding.rule, masked.finding.element].compactMap(\.self)
    self.name = name.joined(separator: ": ")
    outcome = masked.finding.severity == .note ? .passed : .error
    type = masked.finding.verdict.rawValue
    lines = Self.lines(of: masked)
  }

  init(_ notice: Notice) {
    name = notice.file.isEmpty ? "delivered" : "read: " + notice.file
    outcome = .error
    type = notice.code.rawValue
    lines = [Self.text(notice.message)]
  }

  private static func lines(of masked: MaskedFinding) -> [String] {
    let shown = masked.shown
    var lines = [text(shown.finding.title) + ": " + text(shown.message)]
    if let expected = shown.expected { lines.append("expected: " + expected.text) }
    if let actual = shown.actual { lines.append("actual: " + actual.text) }
    lines += masked.places.map {
      "at: " + $0.text(.english, withBox: true)
    }
    if let fix = shown.fix { lines.append("to do: " + text(fix)) }
    if !masked.waiting.isEmpty {
      let rules = masked.waiting.map(\.finding.rule).uniqued()
      lines.append("waiting: " + rules.joined(separator: ", "))
    }
    return lines
  }

  static func text(_ text: LocalizedText) -> String { "\(text.chinese) / \(text.english)" }

  func text(suite: String) -> String {
    let start = "    <testcase" + XML.attributes([("name", name), ("classname", suite)])
    let body = lines.map(XML.escaped).joined(separator: "\n")
    switch outcome {
    case .passed:
      return lines.isEmpty
        ? start + "/>\n" : start + "><system-out>\(body)</system-out></testcase>\n"
    case .skipped:
      return start + "><skipped\(XML.attributes([("message", type)]))/></testcase>\n"
    case .failure, .error:
      let message = XML.attributes([("message", lines.first ?? type), ("type", type)])
      let element = outcome.rawValue
      return start + "><\(element)\(message)>\(body)</\(element)></testcase>\n"
    }
  }
}
