import Assemble
import Model
import Testing

/// Invented documents for the tests of this target.
enum Specimens {
  static let catalogue = FactCatalogue(
    [
      "license.name", "license.credit_code", "license.legal_representative", "license.address",
      "license.registered_capital", "license.registered_capital_currency", "id_front.name",
      "id_front.number", "id_front.address", "id_back.authority",
    ].map { FactDeclaration(key: $0, type: .string) }
      + ["license.issued_on", "id_back.valid_from"].map { FactDeclaration(key: $0, type: .date) }
      + [
        FactDeclaration(key: "license.term_to", type: .date, isNullable: true),
        FactDeclaration(key: "id_back.valid_to", type: .date, isNullable: true),
        FactDeclaration(key: "image.width", type: .int),
        FactDeclaration(key: "license.registered_capital_amount", type: .double),
        FactDeclaration(
          key: "letter.subject", type: .string, material: MaterialKind(rawValue: "letter")),
      ])

  static func fact(_ key: String, _ value: Value, _ confidence: Double = 0.98, in file: String)
    -> Fact
  {
    Fact(
      key: key, value: value, confidence: confidence,
      evidence: [Evidence(file: file, page: 0, method: .ocr, raw: value.text)])
  }

  static func license(
    _ file: String, name: String? = "深圳市星河科技有限公司", code: String? = "9144030071526726XG",
    person: String? = "张三丰", confidence: Double = 0.98, extra: [Fact] = []
  ) -> Extraction {
    extraction(
      file, .businessLicense,
      texts: [
        "license.name": name, "license.credit_code": code, "license.legal_representative": person,
      ], confidence, extra: extra)
  }

  static func front(
    _ file: String, name: String? = "张三丰", number: String? = "11010519491231002X",
    page: Int = 0, confidence: Double = 0.98
  ) -> Extraction {
    extraction(
      file, .idCardFront, texts: ["id_front.name": name, "id_front.number": number], confidence,
      page: page)
  }

  static func back(
    _ file: String, authority: String? = "深圳市公安局南山分局", from: String = "2016-01-05",
    to: Value? = nil, page: Int = 0
  ) -> Extraction {
    var dates: [Fact] = []
    if let day = CalendarDate(iso: from) {
      dates.append(fact("id_back.valid_from", .date(day), in: file))
    }
    if let to { dates.append(fact("id_back.valid_to", to, in: file)) }
    return extraction(
      file, .idCardBack, texts: ["id_back.authority": authority], 0.98, page: page, extra: dates)
  }

  /// One file with the documents of several.
  static func joined(_ extractions: Extraction...) -> Extraction {
    var whole = extractions[0]
    whole.documents = extractions.flatMap(\.documents)
    return whole
  }

  static func extraction(
    _ file: String, _ kind: MaterialKind, texts: [String: String?], _ confidence: Double,
    page: Int = 0, extra: [Fact] = []
  ) -> Extraction {
    let facts = texts.sorted { $0.key < $1.key }.compactMap { key, text in
      text.map { fact(key, .string($0), confidence, in: file) }
    }
    return Extraction(
      file: file, mediaType: .jpeg,
      documents: [
        Document(
          kind: kind, confidence: 0.99, pages: [page], rotationDegrees: 0, isReadWhole: true,
          facts: facts + extra)
      ])
  }

  static func declared(_ values: [String: String]) -> [Fact] {
    values.sorted { $0.key < $1.key }.map { key, text in
      Fact(
        key: "declared." + key,
        value: CalendarDate(iso: text).map(Value.date) ?? .string(text), confidence: 1,
        evidence: [
          Evidence(
            file: "declared.yaml", method: .declared, raw: text,
            position: TextPosition(line: 1, column: 1))
        ])
    }
  }

  static func assembled(_ extractions: [Extraction], declared values: [String: String] = [:])
    throws -> FactSet
  {
    let asOf = try #require(CalendarDate(iso: "2026-11-22"))
    return Assembly.factSet(
      extractions: extractions, declaration: declared(values), isDrafted: false,
      asOf: asOf, catalogue: catalogue,
      minimumConfidence: 0.85)
  }
}

extension FactSet {
  func text(_ key: String) -> String? { facts[key]?.value?.text }

  func role(_ file: String) -> String? { documents.first { $0.file == file }?.role }
}
