import Model
import Testing

@testable import Report

struct MaskingTests {
  /// Every output over the specimen, by name.
  static func outputs(_ options: ReportOptions) throws -> [(String, String)] {
    let report = try Specimen.report()
    return [
      ("json", JSONReport.text(of: report, options: options)),
      ("index", try RunReportTests.text(.json, [report])),
      ("index.html", try RunReportTests.text(.html, [report])),
      ("report.html", try HTMLReport.text(of: report, pictures: [:], options: options)),
      ("corrections.html", try CorrectionsPage.text(of: report, options: options)),
      ("csv", try RunReportTests.text(.csv, [report])),
      ("sarif", try RunReportTests.text(.sarif, [report])),
      ("junit", try RunReportTests.text(.junit, [report])),
      ("corrections", CorrectionsReport.text(of: report, options: options)),
      ("terminal", TerminalReport.text(of: report, options: options, style: TerminalStyle())),
      (
        "summary",
        TerminalReport.summary(
          of: [SubmissionOutline(report)], options: options, style: TerminalStyle())
      ),
      ("extraction", ExtractionReport.json(of: report.extractions, options: options)),
      (
        "extraction text",
        ExtractionReport.text(of: report.extractions, options: options, style: TerminalStyle())
      ),
    ]
  }

  @Test(arguments: ReportLocale.allCases)
  func noOutputHoldsAPersonalValue(locale: ReportLocale) throws {
    for (name, text) in try Self.outputs(Specimen.options(locale)) {
      for secret in Specimen.secrets {
        #expect(!text.contains(secret), "\(secret) in \(name)")
      }
    }
  }

  @Test(arguments: [
    ("许望舒", "许**"), ("欧阳修远", "欧***"), ("阿不都拉·买买提", "阿*******"),
    ("云铭科技有限公司", "云铭科技有限公司"), ("某市第一中学校", "某市第一中学校"), ("Example Ltd", "Example Ltd"),
  ])
  func holdersAreHiddenWhereTheyArePersons(name: String, shown: String) {
    let masking = Masking([], [], options: Specimen.options())
    #expect(masking.shown(name, key: "domain.holder") == shown)
    #expect(masking.shown(name, key: "icp.unit_name") == shown)
  }

  @Test func askedForPersonalDataItIsThere() throws {
    let options = Specimen.options(showsPersonalData: true)
    let report = try Specimen.report()
    let json = JSONReport.text(of: report, options: options)
    for secret in Specimen.secrets { #expect(json.contains(secret)) }
    #expect(!json.contains("\"masked\": true"))
  }

  @Test func publicRegisterDataIsShown() throws {
    let json = try JSONReport.text(of: Specimen.report(), options: Specimen.options())
    #expect(json.contains("\"value\": \"王建国\""))
    #expect(json.contains("\"value\": \"深圳市星河科技有限公司\""))
    #expect(json.contains("\"raw\": \"姓名王建国\""))
  }

  @Test(arguments: [
    (MaskStyle.identityNumber, "11010119900307002X", "110***********002X"),
    (.identityNumber, "1234567", "*******"),
    (.phone, "13800138000", "138****8000"),
    (.birthDate, "1990-03-07", "****-**-**"),
    (.birthDate, "一九九〇年三月", "****年*月"),
    (.personName, "张三", "张*"),
    (.personName, "阿依古丽·买买提", "阿*******"),
    (.personName, "张", "*"),
    (.mail, "zhang@example.com", "*****@example.com"),
    (.mail, "zhang", "*****"),
    (.whole, "abc", "***"),
    (.shown, "abc", "abc"),
  ])
  func stylesHideWhatTheyShould(style: MaskStyle, text: String, masked: String) {
    #expect(style.masked(text) == masked)
  }

  @Test(arguments: [
    ("广东省深圳市南山区科苑路15号3栋502", "广东省深圳市南山区"),
    ("北京市朝阳区建国路88号", "北京市朝阳区"),
    ("广西壮族自治区南宁市青秀区民族大道1号", "广西壮族自治区南宁市青秀区"),
    ("内蒙古自治区锡林郭勒盟正蓝旗上都镇", "内蒙古自治区锡林郭勒盟正蓝旗"),
    ("江苏省苏州市昆山市前进路2号", "江苏省苏州市昆山市"),
    ("浙江省湖州市德清县武康镇", "浙江省湖州市德清县"),
    ("黑龙江省哈尔滨市道里区中央大街", "黑龙江省哈尔滨市道里区"),
    ("上海市浦东新区张江路1号", "上海市浦东新区"),
    ("新疆维吾尔自治区阿克苏地区库车县", "新疆维吾尔自治区阿克苏地区库车县"),
    ("广东省东莞市长安镇幸福小区3栋", "广东省东莞市"),
    ("幸福小区3栋502", ""),
    ("科苑路15号", ""),
  ])
  func addressesAreShownToTheDistrict(address: String, shown: String) {
    let masked = MaskStyle.address.masked(address)
    #expect(masked == shown + String(repeating: "*", count: address.count - shown.count))
  }

  /// A letter's numbers and names are masked as any others, so that something is left to compare.
  @Test(arguments: [
    ("letter.agent_number", MaskStyle.identityNumber), ("letter.agent_phone", .phone),
    ("letter.agent_name", .personName),
    ("declared.legal_representative.id_number", .identityNumber),
    ("seal.signer_person", .personName), ("id_front.born_on", .birthDate),
    ("declared.operator.mail", .mail), ("declared.admin_settings.totp_link", .whole),
  ])
  func theLastWordOfAKeySaysItsStyle(key: String, style: MaskStyle) {
    #expect(MaskStyle.personal(key: key) == style)
  }

  private static func masking() throws -> Masking {
    try Masking(Specimen.report(), options: Specimen.options())
  }

  @Test func differingCharactersOfVariantsAreShown() throws {
    let pair = try Self.masking().shown(
      Quotation("44030519850312001X", source: .value("id_front.number")),
      against: Quotation(
        "44030519860312001X", source: .value("declared.legal_representative.id_number")))
    #expect(pair.0.text == "440******5****001X")
    #expect(pair.1.text == "440******6****001X")
  }

  @Test func differentPersonsKeepTheirMasks() throws {
    let pair = try Self.masking().shown(
      Quotation("李四", source: .value("id_front.name")),
      against: Quotation("王建国", source: .value("license.legal_representative")))
    #expect(pair.0.text == "李*")
    #expect(pair.1.text == "王建国")
  }

  @Test func equalMasksOfDifferentValuesAreToldApart() throws {
    let pair = try Self.masking().shown(
      Quotation("张三丰", source: .value("id_front.name")),
      against: Quotation("张无忌", source: .value("declared.operator.name")))
    #expect(pair.0.text != pair.1.text)
  }

  @Test func aPatternDoesNotUncoverAValue() throws {
    let pair = try Self.masking().shown(
      Quotation("^1[3-9][0-9]{9}$"),
      against: Quotation("12812345678", source: .value("declared.operator.phone")))
    #expect(pair.1.text == "128****5678")
  }

  @Test func aNeighbourInTheSameLineIsHidden() throws {
    var report = try Specimen.report()
    report.factSet.facts["id_front.sex"]?.evidence = Specimen.paper(
      "身份证1.jpg", 90, "男 出生1985年3月12日")
    let json = JSONReport.text(of: report, options: Specimen.options())
    #expect(json.contains("男 出生****年*月**日"))
  }

  @Test func aLimitIsNotComparedCharacterByCharacter() throws {
    let pair = try Self.masking().shown(
      Quotation("≥ 2026-12-22", source: .value("submission.submitted_on"), isLimit: true),
      against: Quotation("2026-12-10", source: .value("id_back.valid_to")))
    #expect(!pair.0.differs.contains(true) && !pair.1.differs.contains(true))
    #expect(pair.0.text == "≥ 2026-12-22")
  }

  @Test func aFailingRuleQuotesNobody() throws {
    let report = try Specimen.report()
    let finding = Finding(
      rule: "X-1", severity: .error, verdict: .ruleError,
      title: LocalizedText("规则", "rule"),
      message: LocalizedText("没有键 44030519850312001X", "no key 44030519850312001X"))
    let shown = ShownFinding(finding, Masking(report, options: Specimen.options()))
    #expect(shown.message.english == "no key 440***********001X")
  }

  @Test func whatIsDerivedFromPersonalFactsIsHidden() throws {
    let masking = try Self.masking()
    let derived = Quotation("1985-03-12", source: .derived(["id_front.number"]))
    #expect(masking.style(of: derived).masked(derived.text) == "****-**-**")
    let sex = Quotation("男", source: .derived(["id_front.sex", "id_front.number"]))
    #expect(masking.style(of: sex) == .shown)
    let names = Quotation("李四、王五", source: .derived(["id_front.name"]))
    #expect(masking.style(of: names).masked(names.text) == "*****")
    let company = Quotation("星河", source: .derived(["license.name"]))
    #expect(masking.style(of: company).masked(company.text) == "星河")
  }

  @Test(arguments: [
    ("operator.phone", "***"), ("phone", "***"), ("手机号", "***"),
    ("declared.operator.phone", "***"), ("short_name", "x1"), ("declared.company.name", "x1"),
    ("name", "***"),
  ])
  func aDeclaredValueThatWasRefusedIsHiddenUnlessItsKeyIsPublic(key: String, shown: String) {
    let catalogue = FactCatalogue(
      Specimen.catalogue.declarations + [
        FactDeclaration(key: "declared.company.short_name", type: .string)
      ])
    let masking = Masking([], [], options: ReportOptions(catalogue: catalogue))
    let notice = Notice(
      file: "declared.yaml", stage: .declare, code: .declarationBadValue,
      details: ["key": key, "found": "x1"])
    #expect(masking.shown(notice).details["found"] == shown)
  }

  @Test func personalWhateverTheCatalogueForgot() {
    let fact = Fact(
      key: "id_front.number", value: .string("44030519850312001X"), confidence: 1, evidence: [])
    let masking = Masking([fact], [], options: ReportOptions(catalogue: FactCatalogue([])))
    #expect(masking.shown(fact.value, key: fact.key) == "440***********001X")
    #expect(
      masking.redacted("number 44030519850312001X found") == "number 440***********001X found")
  }
}
