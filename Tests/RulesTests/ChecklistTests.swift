import Model
import Report
import Testing

@testable import Rules

/// The claims that a pack was written after: each once, each with rules or a reason.
@Suite struct ChecklistTests {
  private static func pack(_ rows: String, count: Int = 2) -> [String: String] {
    [
      "house.yaml": """
      schema: dossier/pack-v1
      pack: {id: house, version: 1.0.0, title: {zh-CN: 自定, en: House}}
      checklist:
        source: list
        count: \(count)
        rows:
      \(rows)
      rules:
      \(ruleText("{required: org.departments}", id: "ORG-101"))
      """
    ]
  }

  private static let sources = [
    "sources.csv": "id,title,place,seen\nlist,Two claims,a drawer,2026-11-22\n"
  ]
  private static let first = """
        - {row: 1, claim: {zh-CN: 甲, en: A}, standing: real, rules: [ORG-101], remark: {zh-CN: 属实, en: So}}
    """
  private static let second = """
        - {row: 2, claim: {zh-CN: 乙, en: B}, standing: wrong, remark: {zh-CN: 无从检查, en: Nothing tells it}}
    """

  @Test func aWholeListIsAPageOfTheManual() throws {
    let (library, diagnostics) = try loadLibrary(
      Self.pack(Self.second + "\n" + Self.first), beside: Self.sources)
    #expect(diagnostics == [])
    let document = try #require(library?.documents.first)
    #expect(document.checklist.map(\.number) == [1, 2])
    #expect(document.checklist[0].rules == [ChecklistRow.Rule(id: "ORG-101", pack: "house")])
    let files = RuleDocs.files(
      of: [document],
      RuleVocabulary(facts: [], verbs: [], functions: [], macros: [], normalizers: []),
      formats: [.md])
    let page = try #require(files.first { $0.path == "en/house/checklist.md" }?.text)
    #expect(page.contains("source: Two claims — a drawer"))
    #expect(page.contains("2 rows, 1 of them checked by rules."))
    #expect(page.contains("[ORG-101](../house/ORG-101.md)"))
    #expect(page.contains("| 2 | B | wrong | not checked | Nothing tells it |"))
    let overview = files.first { $0.path == "zh-CN/house.md" }?.text
    #expect(overview?.contains("(house/checklist.md)") == true)
  }

  @Test(arguments: [
    (first, 2, "missing-row"), (first + "\n" + second + "\n" + second, 2, "duplicate-row"),
    (first + "\n" + second, 1, "range"),
    (first.replacing("ORG-101", with: "ORG-999") + "\n" + second, 2, "unknown-rule"),
    (first.replacing("real", with: "true-ish") + "\n" + second, 2, "unknown-value"),
    (
      first + "\n" + second.replacing(", remark: {zh-CN: 无从检查, en: Nothing tells it}", with: ""), 2,
      "missing-key"
    ),
  ])
  func whatIsWrongIsTold(rows: String, count: Int, code: String) throws {
    let (library, diagnostics) = try loadLibrary(
      Self.pack(rows, count: count), beside: Self.sources)
    #expect(library == nil && diagnostics.contains { $0.code == code }, "\(diagnostics)")
  }
}
