internal import Model

extension ReportSection {
  /// The findings, worst first.
  static func findings(_ context: ReportContext) throws -> ReportSection? {
    let findings = context.masked.findings
    guard !findings.isEmpty else { return nil }
    let cards = findings.enumerated().map { FindingCard.model(of: $1, number: $0 + 1, context) }
    return ReportSection(
      id: "findings",
      title: context.pick("问题清单（\(findings.count)）", "Findings (\(findings.count))"),
      isFolded: false,
      body: try HTMLTemplate.findings.rendered(["findings": .list(cards)], context.locale))
  }
}
