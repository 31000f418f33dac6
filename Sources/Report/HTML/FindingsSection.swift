internal import Model

extension ReportSection {
  /// The findings, worst first.
  static func findings(_ context: ReportContext) throws -> ReportSection? {
    let findings = context.masked.findings
    guard !findings.isEmpty else { return nil }
    let model = FindingsModel(
      findings: findings.enumerated().map { FindingCard($1, number: $0 + 1, context) },
      words: FindingsModel.Words(
        fix: Phrase.fix[context.locale],
        why: context.pick("依据与经过", "Evidence and reasons"),
        basis: context.pick("为什么有这条规则", "Why this rule exists")))
    return ReportSection(
      id: "findings",
      title: context.pick("问题清单（\(findings.count)）", "Findings (\(findings.count))"),
      isFolded: false, body: try HTMLTemplate.findings.rendered(model))
  }
}

/// The model of `findings.mustache`.
private struct FindingsModel {
  let findings: [FindingCard]
  let words: Words

  struct Words {
    let fix: String
    let why: String
    let basis: String
  }
}

extension FindingsModel.Words: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "fix": .text(fix)
    case "why": .text(why)
    case "basis": .text(basis)
    default: nil
    }
  }
}

extension FindingsModel: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "findings": .list(findings)
    case "words": .model(words)
    default: nil
    }
  }
}
