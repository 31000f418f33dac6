import Model
import Testing

@testable import Report

@Suite struct DeclarationDraftTests {
  private func fact(
    _ key: String, _ value: Value?, _ state: FactState = .known, file: String = "执照.jpg",
    alternatives: [Value] = []
  ) -> ResolvedFact {
    ResolvedFact(
      key: key, state: state, value: value, confidence: state == .doubtful ? 0.6 : 0.98,
      evidence: [Evidence(file: file, page: 0, method: .ocr)], alternatives: alternatives)
  }

  private func draft(
    _ facts: [ResolvedFact], documents: [AssembledDocument] = []
  ) throws -> [String] {
    let set = FactSet(
      facts: Dictionary(facts.map { ($0.key, $0) }, uniquingKeysWith: { $1 }),
      documents: documents)
    let text = DeclarationDraft.text(
      of: set, asOf: try #require(CalendarDate(iso: "2026-11-22")), channels: ["wecom", "icp"],
      locale: .english)
    return text.split(separator: "\n").map(String.init)
  }

  @Test func sureValueWithItsSource() throws {
    let lines = try draft([fact("license.name", .string("星河（深圳）\"有限\"公司"))])
    #expect(lines.contains("drafted_from_materials: true"))
    #expect(lines.contains("company:    # 企业"))
    #expect(
      lines.contains(
        "  name: \"星河（深圳）\\\"有限\\\"公司\"    # 企业名称 · 执照.jpg page 1 (ocr, 0.98)"))
  }

  @Test func unsureUnreadAndConflictingValuesAreMarked() throws {
    let lines = try draft([
      fact("license.name", .string("甲"), .doubtful),
      fact("license.address", nil, .unread),
      fact(
        "license.credit_code", nil, .conflicting, alternatives: [.string("A"), .string("B")]),
    ])
    #expect(lines.contains { $0.hasPrefix("  name: \"甲\"") && $0.contains("[CHECK") })
    #expect(lines.contains { $0.hasPrefix("  # address:") && $0.contains("not read") })
    #expect(lines.contains { $0.hasPrefix("  # credit_code:") && $0.contains("\"A\" / \"B\"") })
  }

  @Test func sectionsWithoutValuesAreComments() throws {
    let lines = try draft([])
    let live = lines.filter { !$0.hasPrefix("#") }
    #expect(live == ["schema: dossier/declared-v1", "drafted_from_materials: true"])
  }

  /// Without "# " a section's keys stand below it.
  @Test func keysOfACommentedSectionKeepTheirPlace() throws {
    let lines = try draft([])
    let section = try #require(lines.firstIndex { $0.hasPrefix("# operator:") })
    #expect(lines[section + 1].hasPrefix("#   name:"))
  }

  @Test func theOnlyOtherCardMayBeTheOperators() throws {
    func card(_ id: String, _ role: String, _ name: String) -> AssembledDocument {
      let own = fact("id_front.name", .string(name), file: id + ".jpg")
      return AssembledDocument(
        id: id, kind: .idCardFront, role: role, confidence: 1, file: id + ".jpg", pages: [0],
        facts: [own.key: own])
    }
    let two = [card("m1", "legal_representative", "甲"), card("m2", "other", "乙")]
    #expect(try draft([], documents: two).contains { $0.hasPrefix("  name: \"乙\"") })
    let three = two + [card("m3", "other", "丙")]
    #expect(try draft([], documents: three).contains { $0.hasPrefix("  name: \"乙\"") } == false)
  }

  @Test(arguments: ["a\nb: c", "x\u{202E}y", "# no: comment", "\u{0}"])
  func textOfADocumentNeverBecomesYAML(_ text: String) throws {
    let lines = try draft([fact("license.name", .string(text), file: text + ".jpg")])
    #expect(lines.count == (try draft([fact("license.name", .string("x"))]).count))
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
}
