import Model

@testable import Report

/// Fixed submissions for all tests of reports; companies, persons and numbers are invented.
enum Specimen {
  /// What must never appear unless personal data is asked for.
  static let secrets = [
    "44030519850312001X", "44030519860312001X", "13800138000", "1985-03-12", "李小芳",
    "科苑路15号3栋502", "li.xiaofang@example.com.cn", "1985年3月12日", "13900139000",
  ]

  static let catalogue = FactCatalogue([
    FactDeclaration(key: "license.name", type: .string),
    FactDeclaration(key: "license.legal_representative", type: .string, isPersonal: true),
    FactDeclaration(
      key: "license.term_to", type: .date, isNullable: true,
      summary: "Business license: 营业期限_to"),
    FactDeclaration(key: "id_front.name", type: .string, isPersonal: true),
    FactDeclaration(key: "id_front.sex", type: .string),
    FactDeclaration(key: "id_front.number", type: .string, isPersonal: true),
    FactDeclaration(key: "id_front.born_on", type: .date, isPersonal: true),
    FactDeclaration(key: "id_front.address", type: .string, isPersonal: true),
    FactDeclaration(key: "id_back.valid_to", type: .date, isNullable: true),
    FactDeclaration(key: "declared.company.name", type: .string),
    FactDeclaration(key: "declared.company.legal_representative", type: .string, isPersonal: true),
    FactDeclaration(
      key: "declared.legal_representative.id_number", type: .string, isPersonal: true),
    FactDeclaration(key: "declared.operator.phone", type: .string, isPersonal: true),
    FactDeclaration(key: "declared.operator.name", type: .string, isPersonal: true),
    FactDeclaration(key: "declared.operator.mail", type: .string, isPersonal: true),
  ])

  static func options(
    _ locale: ReportLocale = .chinese, showsPersonalData: Bool = false
  ) -> ReportOptions {
    ReportOptions(locale: locale, showsPersonalData: showsPersonalData, catalogue: catalogue)
  }

  static func masked(_ report: SubmissionReport) -> MaskedReport {
    MaskedReport(report, options: options())
  }

  static let asOf = CalendarDate(iso: "2026-11-22")

  static func report() throws -> SubmissionReport {
    let day = try date("2026-11-22")
    let extractions = try files()
    return SubmissionReport(
      name: "subsidiary-a", asOf: day, extractions: extractions,
      factSet: try factSet(extractions),
      judgement: Judgement(verdicts: verdicts, findings: findings), notices: folderNotices,
      isDeclarationBroken: false,
      tool: ToolIdentity(version: "0.1.0", rulesDigest: "sha256:0000", precision: "single"))
  }

  static func readyReport() throws -> SubmissionReport {
    SubmissionReport(
      name: "subsidiary-b", asOf: try date("2026-11-22"), extractions: [],
      factSet: FactSet(facts: [:]),
      judgement: Judgement(
        verdicts: [RuleVerdict(rule: "LIC-NAME-001", verdict: .pass)], findings: []),
      notices: [], isDeclarationBroken: false,
      tool: ToolIdentity(version: "0.1.0", rulesDigest: "sha256:0000", precision: "single"))
  }

  static func date(_ text: String) throws -> CalendarDate {
    struct NotADate: Error {}
    guard let date = CalendarDate(iso: text) else { throw NotADate() }
    return date
  }

  static func paper(_ file: String, _ y: Double, _ raw: String) -> [Evidence] {
    [
      Evidence(
        file: file, page: 0, box: Quad(x: 312, y: y, width: 648.25, height: 42), method: .ocr,
        raw: raw)
    ]
  }

  static func declared(_ line: Int) -> [Evidence] {
    [
      Evidence(
        file: "declared.yaml", method: .declared, position: TextPosition(line: line, column: 9))
    ]
  }

  private static func files() throws -> [Extraction] {
    let license = Document(
      kind: .businessLicense, confidence: 0.99, pages: [0], rotationDegrees: 0, isReadWhole: true,
      facts: [
        Fact(
          key: "license.name", value: .string("深圳市星河科技有限公司"), confidence: 0.98,
          evidence: paper("营业执照.jpg", 220, "深圳市星河科技有限公司")),
        Fact(
          key: "license.legal_representative", value: .string("王建国"), confidence: 0.97,
          evidence: paper("营业执照.jpg", 300, "王建国")),
      ])
    let front = Document(
      kind: .idCardFront, confidence: 0.98, pages: [0], rotationDegrees: 90, isReadWhole: true,
      facts: [
        Fact(
          key: "id_front.name", value: .string("王建国"), confidence: 0.99,
          evidence: paper("身份证1.jpg", 50, "姓名王建国")),
        Fact(
          key: "id_front.sex", value: .string("男"), confidence: 0.99,
          evidence: paper("身份证1.jpg", 90, "男")),
        Fact(
          key: "id_front.born_on", value: .date(try date("1985-03-12")), confidence: 0.99,
          evidence: paper("身份证1.jpg", 130, "1985年3月12日")),
        Fact(
          key: "id_front.address", value: .string("广东省深圳市南山区科苑路15号3栋502"),
          confidence: 0.91,
          evidence: paper("身份证1.jpg", 180, "广东省深圳市南山区科苑路15号3栋502")),
        Fact(
          key: "id_front.number", value: .string("44030519850312001X"), confidence: 0.995,
          evidence: paper("身份证1.jpg", 260, "44030519850312001X")),
      ])
    return [
      Extraction(
        file: "营业执照.jpg", mediaType: .jpeg, digest: "00",
        pages: [PageSize(width: 2000, height: 1414, unit: .pixels)], documents: [license],
        parts: [
          FilePart(
            .picture, page: 0,
            facts: [
              Fact(
                key: "image.glare", value: .double(0.081), confidence: 1,
                evidence: [Evidence(file: "营业执照.jpg", page: 0, method: .computed)])
            ])
        ],
        notices: [
          Notice(
            file: "营业执照.jpg", page: 0, stage: .extract, code: .fieldUnread,
            details: ["field@zh-CN": "营业期限", "field@en": "business term"])
        ]),
      Extraction(
        file: "身份证1.jpg", mediaType: .jpeg, digest: "01",
        pages: [PageSize(width: 1011.5, height: 638, unit: .pixels)], documents: [front]),
      Extraction(
        file: "身份证2.jpg", mediaType: .jpeg, digest: "02",
        notices: [Notice(file: "身份证2.jpg", stage: .extract, code: .pictureTruncated)]),
    ]
  }

  private static func factSet(_ extractions: [Extraction]) throws -> FactSet {
    var flat: [String: ResolvedFact] = [:]
    var documents: [AssembledDocument] = []
    for extraction in extractions {
      for document in extraction.documents {
        let id = "m\(documents.count + 1)"
        var own: [String: ResolvedFact] = [:]
        for fact in document.facts {
          own[fact.key] = ResolvedFact(
            key: fact.key, state: .known, value: fact.value, confidence: fact.confidence,
            evidence: fact.evidence, document: id)
        }
        flat.merge(own) { first, _ in first }
        documents.append(
          AssembledDocument(
            id: id, kind: document.kind,
            role: document.kind == .businessLicense ? "primary" : "legal_representative",
            confidence: document.confidence, file: extraction.file, pages: document.pages,
            facts: own))
      }
    }
    let declarations: [(String, String)] = [
      ("declared.company.name", "深圳市星河料技有限公司"),
      ("declared.company.legal_representative", "王建国"),
      ("declared.legal_representative.id_number", "44030519860312001X"),
      ("declared.operator.name", "李小芳"),
      ("declared.operator.phone", "13800138000"),
      ("declared.operator.mail", "li.xiaofang@example.com.cn"),
    ]
    for (index, (key, text)) in declarations.enumerated() {
      flat[key] = ResolvedFact(
        key: key, state: .known, value: .string(text), confidence: 1,
        evidence: declared(index + 4))
    }
    flat["license.term_to"] = ResolvedFact(
      key: "license.term_to", state: .unread, value: nil, confidence: 0, evidence: [],
      document: "m1")
    flat["id_back.valid_to"] = ResolvedFact(
      key: "id_back.valid_to", state: .known, value: .date(try date("2025-06-30")),
      confidence: 0.97, evidence: paper("身份证3.jpg", 400, "2005.06.30-2025.06.30"))
    return FactSet(
      facts: flat, documents: documents,
      hidingFiles: [HidingFile(file: "身份证2.jpg", contents: .anything)])
  }
}
