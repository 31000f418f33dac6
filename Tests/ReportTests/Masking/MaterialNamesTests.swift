internal import Model
internal import Testing

@testable internal import Report

/// A list of kinds of material is shown to people by their titles; report.json keeps the codes.
@Suite struct MaterialNamesTests {
  private func texts(_ missing: [String], _ locale: ReportLocale) throws -> [String] {
    let words = LocalizedText("渠道所需的其他材料", "Further materials")
    var report = try Specimen.report()
    var finding = Finding(
      rule: "MAT-CHANNEL-001", severity: .note, verdict: .fail, title: words, message: words,
      expected: list(["business_license", "authorization_letter"]), actual: list(missing))
    finding.valueRelation = .missing
    report.judgement.findings = [finding]
    let options = ReportOptions(
      locale: locale, catalogue: Specimen.catalogue,
      materialTitles: [
        MaterialKind(rawValue: "business_license"): LocalizedText("营业执照", "Business license"),
        MaterialKind(rawValue: "authorization_letter"): LocalizedText(
          "授权书", "Authorization letter"),
      ])
    return [
      try HTMLReport.text(of: report, pictures: [:], options: options),
      TerminalReport.text(of: report, options: options, style: TerminalStyle(width: 100)),
    ]
  }

  private func list(_ elements: [String]) -> Quotation {
    Quotation(elements.joined(separator: "、"), source: .derived([]), elements: elements)
  }

  @Test(arguments: [
    (ReportLocale.chinese, "营业执照、授权书"), (.english, "Business license, Authorization letter"),
  ])
  func kindsHaveTheirTitles(_ locale: ReportLocale, _ titles: String) throws {
    for text in try texts(["authorization_letter"], locale) {
      #expect(text.contains(titles))
      #expect(!text.contains("business_license、"))
    }
  }

  /// One word that is no kind, and the text stays.
  @Test func otherTextsStay() throws {
    for text in try texts(["authorization_letter", "其他"], .chinese) {
      #expect(text.contains("authorization_letter") && text.contains("其他"))
    }
  }
}
