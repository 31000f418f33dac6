import Model
import Testing

@testable import Report

struct CorrectionsTests {
  private static func finding(
    _ verdict: Verdict, _ severity: Severity = .error, unknown: [Finding.Unknown] = [],
    tags: [String] = []
  ) -> Finding {
    let text = LocalizedText("规则", "rule")
    return Finding(
      rule: "X-1", severity: severity, verdict: verdict, title: text, message: text,
      unknown: unknown, tags: tags)
  }

  private static func items(_ findings: [Finding]) throws -> [CorrectionItem] {
    var report = try Specimen.report()
    report.judgement.findings = findings
    report.notices = []
    return Specimen.masked(report).corrections
  }

  @Test(arguments: [
    (Verdict.fail, [], CorrectionOwner.subsidiary),
    (.fail, ["identity", "owner:registry"], .registry),
    (.fail, ["owner:it"], .informationTechnology),
    (.ruleError, ["owner:it"], .ruleAuthor),
    (.fail, ["owner:rules"], .ruleAuthor),
  ])
  func whoMustAct(verdict: Verdict, tags: [String], owner: CorrectionOwner) throws {
    #expect(try Self.items([Self.finding(verdict, tags: tags)]).map(\.owner) == [owner])
  }

  @Test func aPictureToRetakeIsNoItemOfItsOwn() throws {
    let unread = Finding.Unknown(fact: "license.term_to", state: .unread, file: "营业执照.jpg")
    #expect(try Self.items([Self.finding(.cannotTell, unknown: [unread])]).isEmpty)
    let elsewhere = Finding.Unknown(fact: "license.term_to", state: .unread, file: "gone.jpg")
    #expect(try Self.items([Self.finding(.cannotTell, unknown: [elsewhere])]).count == 1)
  }

  @Test(arguments: [
    (Finding.Unknown(fact: "declared.company.name", state: .unread, file: nil), "declaration"),
    (Finding.Unknown(fact: "license.name", state: .conflicting, file: "a.jpg"), "disagree"),
    (Finding.Unknown(fact: "license.name", state: .noDocument, file: nil), "supply"),
    (Finding.Unknown(fact: "license.name", state: .noDocument, file: "a.pdf"), "check these files"),
  ])
  func whatIsMissingSaysWhatToDo(unknown: Finding.Unknown, word: String) throws {
    let item = try #require(Self.items([Self.finding(.cannotTell, unknown: [unknown])]).first)
    #expect(item.action.english.contains(word))
  }

  @Test func anUndecidedNoteIsLeftOut() throws {
    #expect(try Self.items([Self.finding(.cannotTell, .note)]).isEmpty)
    #expect(try Self.items([Self.finding(.fail, .note)]).count == 1)
  }

  @Test(arguments: [
    ("image.glare", Value.double(0.06), "反光"), ("image.sharpness", .double(0.1), "模糊"),
  ])
  func aPictureThatAReviewerWouldRefuseIsNamed(key: String, value: Value, word: String) throws {
    let text = try Self.advice(Fact(key: key, value: value, confidence: 1, evidence: []))
    #expect(text.contains(word))
  }

  @Test(arguments: [
    ("image.glare", Value.double(0.04)), ("image.sharpness", .double(0.9)),
    ("image.skew_degrees", .double(12)), ("image.is_grayscale", .bool(true)),
    ("image.sharpness", .double(0.4)), ("image.brightness", .double(0.3)),
  ])
  func aPictureThatWasReadIsLeftAlone(key: String, value: Value) throws {
    let text = try Self.advice(Fact(key: key, value: value, confidence: 1, evidence: []))
    #expect(text.contains("没有需要更正的内容"))
  }

  @Test func aTiltedPictureWithALossSaysHow() throws {
    let tilt = Fact(key: "image.skew_degrees", value: .double(-12), confidence: 1, evidence: [])
    let notice = Notice(
      file: "a.jpg", page: 0, stage: .extract, code: .fieldUnread, details: ["field": "住所"])
    let text = try Self.advice(tilt, notices: [notice])
    #expect(text.contains("未能可靠读出：住所"))
    #expect(text.contains("四角入镜"))
  }

  @Test func aFindingShowsItsOwnDocument() throws {
    var report = try Specimen.report()
    var other = report.factSet.documents[1]
    other.id = "m2"
    other.file = "身份证2.jpg"
    other.pages = [2]
    other.facts["id_front.number"]?.evidence = Specimen.paper("身份证2.jpg", 9, "1")
    report.factSet.documents[1].id = "m3"
    report.factSet.documents.insert(other, at: 1)
    var finding = Self.finding(.fail)
    (finding.element, finding.document) = ("身份证2.jpg#3", "m2")
    finding.facts = ["id_front.number"]
    #expect(FindingPlace.all(of: finding, in: report).map(\.file) == ["身份证2.jpg"])
  }

  @Test func aLimitIsSaidInWords() throws {
    var finding = Self.finding(.fail)
    finding.expected = Quotation(
      "≤ 2025-02-19", source: .value("id_back.valid_to"), isLimit: true)
    finding.actual = Quotation("2026-11-22", source: .value("submission.submitted_on"))
    let item = try #require(Self.items([finding]).first)
    #expect(item.expected == nil && item.actual == nil)
    #expect(item.message?.english == "rule")
  }

  @Test func aDraftedDeclarationIsSaidToBeOne() throws {
    var report = try Specimen.readyReport()
    report.factSet.isDrafted = true
    let options = Specimen.options()
    #expect(CorrectionsReport.text(of: report, options: options).contains("drafted_from_materials"))
    let terminal = TerminalReport.text(of: report, options: options, style: TerminalStyle())
    #expect(terminal.contains("drafted_from_materials"))
  }

  private static func advice(_ fact: Fact, notices: [Notice] = []) throws -> String {
    var report = try Specimen.readyReport()
    report.extractions = [
      Extraction(
        file: "a.jpg", mediaType: .jpeg, parts: [FilePart(.picture, page: 0, facts: [fact])],
        notices: notices)
    ]
    return CorrectionsReport.text(of: report, options: Specimen.options())
  }
}
