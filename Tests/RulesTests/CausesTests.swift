import Model
import Testing

@testable import Rules

/// Rules that wait for the same thing are told once.
@Suite struct CausesTests {
  private static let pack = packText(
    [
      ruleText(equalNames, "materials: [business_license]", id: "LIC-NAME-001"),
      ruleText(
        "{equals: [license.credit_code, declared.company.credit_code], normalize: code}",
        "materials: [business_license]", id: "LIC-CODE-001"),
      ruleText("{required: {material: business_license}}", id: "MAT-LIC-001"),
      ruleText("{required: {material: id_card_front}}", id: "MAT-ID-001"),
    ].joined(separator: "\n"))

  private func told(
    _ facts: FactSet, _ extractions: [Extraction] = [], notices: [Notice] = [],
    isBroken: Bool = false
  ) throws -> Judgement {
    let set = try ruleSet(Self.pack)
    return set.tellingCauses(
      of: set.judge(facts), facts,
      Circumstances(
        extractions: extractions, notices: notices + extractions.flatMap(\.notices),
        isDeclarationBroken: isBroken))
  }

  private func lost(_ file: String, _ code: NoticeCode) -> Extraction {
    Extraction(
      file: file, mediaType: .unknown,
      notices: [Notice(file: file, stage: .extract, code: code)])
  }

  @Test func allThatWaitForAFileAreOneFinding() throws {
    let files = ["封.zip!/a.jpg", "封.zip!/b.jpg"]
    let judgement = try told(
      factSet([], unclassified: files), files.map { lost($0, .archiveEncrypted) })
    #expect(judgement.findings.count == 1)
    let cause = try #require(judgement.causes.first)
    #expect(cause.kind == .fileUnread && cause.file == "封.zip")
    #expect(cause.rules == ["LIC-CODE-001", "LIC-NAME-001", "MAT-ID-001", "MAT-LIC-001"])
    #expect(cause.notices.count == 2)
    let finding = judgement.findings[0]
    #expect(finding.cause == cause.id && finding.verdict == .cannotTell)
    #expect(finding.element == "封.zip" && finding.waiting.count == 4)
    #expect(finding.message.chinese.contains("身份证") || finding.message.chinese.contains("id_card"))
  }

  @Test func filesLostForDifferentReasonsAreDifferentCauses() throws {
    let judgement = try told(
      factSet(
        [known("license.name", .string("甲"))], kinds: [.businessLicense],
        unclassified: ["a.dat", "b.pdf"]),
      [
        lost("a.dat", .mediaTypeUnsupported), lost("b.pdf", .pdfEncrypted),
        Extraction(file: "business_license.jpg", mediaType: .jpeg),
      ])
    let ofFiles = judgement.causes.filter { $0.kind == .fileUnread }
    #expect(Set(ofFiles.compactMap(\.file)) == ["a.dat", "b.pdf"])
    #expect(ofFiles.allSatisfy { $0.rules == ["MAT-ID-001"] })
  }

  @Test func whatIsNotDeclaredIsSaidInThoseWords() throws {
    let judgement = try told(
      factSet(
        [known("license.name", .string("甲")), known("license.credit_code", .string("X"))],
        kinds: [.businessLicense, .idCardFront]))
    #expect(judgement.causes.map(\.kind) == [.notDeclared])
    let finding = try #require(judgement.findings.first)
    #expect(finding.waiting.map(\.rule) == ["LIC-CODE-001", "LIC-NAME-001"])
    #expect(finding.message.chinese.hasPrefix("没有申报") && !finding.message.chinese.contains("未读出"))
    #expect(finding.fix?.chinese.contains("company.credit_code、company.name") == true)
  }

  @Test func aBrokenDeclarationIsToldFirstAndAlone() throws {
    let notice = Notice(
      file: "declared.yaml", stage: .declare, code: .declarationInvalid,
      details: ["line": "5", "column": "1", "reason": "全角冒号"])
    let judgement = try told(
      factSet(
        [known("license.name", .string("甲")), known("license.credit_code", .string("X"))],
        kinds: [.businessLicense, .idCardFront]), notices: [notice], isBroken: true)
    #expect(judgement.causes.map(\.kind) == [.declarationBroken])
    #expect(judgement.findings.count == 1 && judgement.findings[0].severity == .error)
    #expect(judgement.findings[0].message.chinese.contains("第 5 行：全角冒号"))
    // Also where no rule waits for it.
    let idle = try told(
      factSet([], kinds: [.businessLicense, .idCardFront]), notices: [notice], isBroken: true)
    #expect(idle.findings.first?.cause == idle.causes.first { $0.kind == .declarationBroken }?.id)
  }

  @Test func anAbsentMaterialIsToldByTheRuleThatAsksForIt() throws {
    let facts = factSet([known("declared.company.name", .string("甲"), [.declared])])
    let rule = "{equals: [license.name, declared.company.name], normalize: company}"
    let set = try ruleSet(
      packText(
        [
          ruleText(rule, id: "LIC-NAME-001"),
          ruleText("{required: {material: business_license}}", id: "MAT-LIC-001"),
        ].joined(separator: "\n")))
    let judgement = set.tellingCauses(
      of: set.judge(facts), facts,
      Circumstances(extractions: [], notices: [], isDeclarationBroken: false))
    #expect(judgement.findings.map(\.rule) == ["MAT-LIC-001"])
    #expect(judgement.findings[0].verdict == .fail)
    #expect(judgement.findings[0].waiting.map(\.rule) == ["LIC-NAME-001"])
    #expect(judgement.causes.map(\.kind) == [.notDelivered])
  }

  @Test func aFileOfNoKindIsANoteAndKeepsNobodyWaiting() throws {
    let facts = factSet(
      [
        known("license.name", .string("甲")),
        known("declared.company.name", .string("甲"), [.declared]),
        known("license.credit_code", .string("X")),
        known("declared.company.credit_code", .string("X"), [.declared]),
      ], kinds: [.businessLicense, .idCardFront])
    let judgement = try told(facts, [lost("函.docx", .kindUnknown)])
    #expect(judgement.findings.map(\.rule) == ["file_unknown"])
    #expect(judgement.findings[0].severity == .note)
    #expect(judgement.causes[0].rules.isEmpty)
    #expect(judgement.verdicts.allSatisfy { $0.verdict == .pass })
  }

  @Test func onlyAPictureWithAFaultIsTakenAgain() throws {
    func fix(_ type: MediaType, sharpness: Double, method: EvidenceMethod) throws -> String {
      let measured = Fact(
        key: "image.sharpness", value: .double(sharpness), confidence: 1, evidence: [])
      let read = Fact(
        key: "license.credit_code", value: .string("X"), confidence: 1,
        evidence: [Evidence(file: "a.jpg", method: method)])
      let extraction = Extraction(
        file: "a.jpg", mediaType: type,
        documents: [
          Document(
            kind: .businessLicense, confidence: 1, pages: [0], rotationDegrees: 0,
            isReadWhole: false, facts: [read])
        ],
        parts: [FilePart(.picture, page: 0, facts: [measured])])
      let judgement = try told(
        factSet(
          [
            known("license.name", .string("甲"), state: .doubtful),
            known("declared.company.name", .string("乙"), [.declared]),
            known("license.credit_code", .string("X")),
            known("declared.company.credit_code", .string("X"), [.declared]),
          ], kinds: [.businessLicense, .idCardFront]), [extraction])
      #expect(judgement.causes.map(\.kind) == [.valueUnread])
      return try #require(judgement.findings.first?.fix?.english)
    }
    #expect(try fix(.jpeg, sharpness: 0.1, method: .ocr).contains("lens"))
    #expect(try fix(.jpeg, sharpness: 0.9, method: .ocr).contains("confirmed.yaml"))
    #expect(try fix(.pdf, sharpness: 0.9, method: .textLayer).contains("fill in"))
    let ofText = try fix(.text, sharpness: 0.9, method: .textLayer)
    #expect(!ofText.contains("photograph") && !ofText.contains("picture"))
  }

  /// What people copy to their terminal holds no text of a document that a shell would obey.
  @Test(arguments: ["a.cn; rm -rf ~", "$(id).cn", "`id`", "a.cn|sh", "-x", "a.cn\nid"])
  func namesThatAShellWouldObeyStandInNoCommand(name: String) {
    let facts = factSet([
      known("declared.mail.domain", .string(name), [.declared]),
      known("declared.mail.dkim_selectors", .list([.string(name), .string("s1")]), [.declared]),
      known("dns.mx", .list([.string(name)]), [.dns]),
    ])
    for kind in [MaterialKind.dnsRecords, .tlsCertificate] {
      let fix = MailQuestions(facts: facts).fix(ofAnswers: kind, to: [])
      #expect(!fix.english.contains(name) && !fix.chinese.contains(name))
    }
    let fix = MailQuestions(facts: facts).fix(ofAnswers: .dnsRecords, to: [])
    #expect(fix.english.contains("s1._domainkey.DOMAIN"))
  }

  @Test func questionsToDNSComeWithTheirNames() {
    let facts = factSet([
      known("declared.mail.domain", .string("d-example.cn"), [.declared]),
      known("declared.mail.dkim_selectors", .list([.string("s1")]), [.declared]),
      known("dns.mx", .list([.string("mx1.d-example.cn")]), [.dns]),
    ])
    let fix = MailQuestions(facts: facts).fix(
      ofAnswers: .dnsRecords, to: ["dns.dkim_usable", "dns.dmarc_policy"])
    for command in [
      "dig TXT _dmarc.d-example.cn.", "dig TXT s1._domainkey.d-example.cn.",
      "nslookup -type=TXT s1._domainkey.d-example.cn.",
    ] {
      #expect(fix.chinese.contains(command) && fix.english.contains(command))
    }
    #expect(!fix.english.contains("MX d-example.cn"))
    let connection = MailQuestions(facts: facts).fix(
      ofAnswers: .tlsCertificate, to: ["tls.defects"])
    #expect(connection.english.contains("-connect mx1.d-example.cn:25"))
    let unknown = MailQuestions(facts: factSet([])).fix(ofAnswers: .dnsRecords, to: [])
    #expect(
      unknown.english.contains("for SELECTOR put") && unknown.english.contains("for DOMAIN put"))
  }
}
