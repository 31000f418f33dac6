internal import Model

/// `findings.sarif` holds one run of SARIF 2.1.0 (OASIS) with the findings of all submissions.
///
/// `kind` is `fail`, or `open` for a rule that could not tell; a result that is no failure has the level
/// `none` (section 3.27.10). Paths are relative to the folder that holds the submissions.
package struct SARIFReport: RunReport {
  package let name = "findings.sarif"
  package let separator = ","
  package let opening = """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "columnKind": "unicodeCodePoints",
          "results": [
    """
  /// By submission: one that is judged again says everything anew.
  private var rules: [Int: [String: Rule]] = [:]
  private var notifications: [Int: [JSON]] = [:]
  private var tool: ToolIdentity?

  package init() {}

  /// What SARIF says of a rule, from any of its findings.
  private struct Rule {
    let title: LocalizedText
    let severity: Severity
    let basis: [Finding.Basis]
  }

  package mutating func piece(of masked: MaskedReport, at index: Int) -> String {
    let report = masked.report
    let told = report.judgement.findings.flatMap { [$0] + $0.waiting }
    rules[index] = Dictionary(
      told.map { ($0.rule, Rule(title: $0.title, severity: $0.severity, basis: $0.basis)) },
      uniquingKeysWith: { $1 })
    tool = report.tool
    let items =
      masked.findings.filter { $0.finding.verdict == .ruleError }.map {
        Self.notification(of: $0.shown, in: report)
      }
      + masked.notices.map { Self.notification(of: $0, in: report) }
    notifications[index] = items
    return masked.findings.map { finding in
      "\n        " + SARIFResult(finding, report).json.text(depth: 4)
    }.joined(separator: ",")
  }

  package func closing(_ run: RunSummary) -> [UInt8] {
    let ordered = notifications.sorted { $0.key < $1.key }.flatMap(\.value)
    let rules = rules.sorted { $0.key < $1.key }
      .reduce(into: [String: Rule]()) { all, own in all.merge(own.value) { first, _ in first } }
    let driver: JSON = [
      "name": "dossier",
      // A run without submissions has nobody to say the version.
      "version": tool.map { .string($0.version) },
      "properties": tool.map { ["precision": .string($0.precision)] },
      "rules": .array(rules.sorted { $0.key < $1.key }.map { Self.descriptor($0, $1) }),
    ]
    let invocation: JSON = [
      "executionSuccessful": .bool(true),
      "toolExecutionNotifications": .array(
        ordered + run.notices.map { Self.notification(of: $0, in: nil) }),
    ]
    let text = """

            ],
            "invocations": [
              \(invocation.text(depth: 4))
            ],
            "tool": {
              "driver": \(driver.text(depth: 4))
            }
          }
        ]
      }

      """
    return Array(text.utf8)
  }

  private static func descriptor(_ id: String, _ rule: Rule) -> JSON {
    [
      "id": .string(id),
      "shortDescription": ["text": .string(rule.title.both)],
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
      "properties": ["basis": .strings(rule.basis.map { "\($0.kind.rawValue): \($0.text)" })],
    ]
  }

  /// A file that was not read, or a loose one.
  private static func notification(of notice: Notice, in report: SubmissionReport?) -> JSON {
    // What is said of a whole submission is said of its folder: twenty that are empty are not told twenty times alike.
    let path = [report?.name, notice.file].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: "/")
    return [
      "descriptor": ["id": .string(notice.code.rawValue)],
      "level": notice.code.losesContent ? "warning" : "note",
      "message": ["text": .string(notice.message.both)],
      "locations": path.isEmpty
        ? nil : .array([SARIFResult.location(path: path, position: nil)]),
    ]
  }

  private static func notification(of shown: ShownFinding, in report: SubmissionReport) -> JSON {
    [
      "associatedRule": ["id": .string(shown.finding.rule)],
      "level": "error",
      "message": ["text": "\(report.name): \(shown.message.both)"],
    ]
  }
}

extension LocalizedText {
  /// Both languages in one text, for formats that have room for one.
  var both: String { chinese == english ? chinese : "\(chinese) / \(english)" }
}
