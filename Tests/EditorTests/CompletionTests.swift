import CEL
import Model
import Testing

@testable import Editor

@MainActor @Suite struct CompletionTests {
  /// What stands around a rule's body in these tests.
  private static let head = """
    schema: dossier/pack-v1
    pack: {id: seals, version: 1.0.0, title: {zh-CN: 印章, en: Seals}}
    params:
      seal_standards:
        type: list<string>
        default: [GB/T 38540-2020]
    rules:
      - id: SEAL-STANDARD-001
        title: {zh-CN: 印章符合标准, en: "as asked"}

    """

  private func labels(_ answer: LSPValue) -> [String] {
    (answer["items"]?.items ?? []).compactMap { $0["label"]?.text }
  }

  private func complete(_ body: String, as path: String = EditorBench.seals) throws -> [String] {
    let text = path == EditorBench.seals && !body.hasPrefix("schema") ? Self.head + body : body
    return labels(try EditorBench.ask("textDocument/completion", text, as: path))
  }

  @Test(arguments: [
    // Keys, on an empty line and half typed.
    ("    ‸\n    severity: error\n", "check", "severity"),
    ("    sev‸", "severity", "title"),
    ("    check: {equals: [license.name, declared.company.name], ‸}", "normalize", "equals"),
    ("    check:\n      ‸", "within", "severity"),
    ("    check: ‸", "equals", "license.name"),
    ("    tests:\n      - {‸}", "given", "title"),
    ("    tests:\n      - {expect: pass, ‸", "given", "expect"),
    // Fixed words.
    ("    severity: ‸", "warning", "pass"),
    ("    severity:‸", "warning", "pass"),
    ("    tests:\n      - {expect: ‸}", "cannot_tell", "error"),
    ("    check: {one_of: license.copy, values: [original], null_means: ‸}", "fail", "error"),
    // Facts by the type of the slot.
    ("    check: {within: ‸}", "run.as_of", "license.name"),
    ("    check: {before: [license.established_on, ‸", "run.as_of", "license.name"),
    ("    check: {at_least: [license.‸]}", "license.registered_capital_amount", "license.name"),
    ("    check: {equals: [lic‸]}", "license.name", "run.as_of"),
    ("    check:\n      equals:\n        - ‸", "license.name", "equals"),
    (
      "    for_each: {in: documents.seal, as: it}\n    check: {one_of: it.‸}", "it.standard",
      "it.name"
    ),
    // Names of packs.
    ("    check: {one_of: license.copy, values: {param: ‸}}", "seal_standards", "license.name"),
    ("    check: {equals: [license.name, license.name], normalize: ‸}", "company", "license.name"),
    ("    materials: [‸]", "business_license", "license.name"),
    ("    materials: ‸", "business_license", "license.name"),
    ("    for_each: {in: ‸}", "documents.seal", "license.name"),
    ("    basis: [{kind: house, ref: ‸}]", "gb-t-38540-2020", "law"),
    ("    basis: [{kind: ‸", "law", "ref"),
    ("    tests:\n      - {given: {lic‸}}", "license.name", "expect"),
    // Messages.
    ("    message:\n      zh-CN: 名称「{‸", "license.name", "zh-CN"),
    ("    message:\n      zh-CN: 期限 {license.term_to|‸}", "date", "license.name"),
    // Expressions.
    ("    assert: |-\n      license.‸", "name", "params"),
    ("    assert: |-\n      params.‸ == 1", "seal_standards", "name"),
    ("    assert: |-\n      ‸", "license", "name"),
    ("    assert: |-\n      license.name.‸", "contains", "all"),
    ("    assert: |-\n      seal.names.filter(n, n.size() > 2).‸", "exists", "seal"),
    ("    assert: |-\n      stated.roles.all(r, ‸", "r", "name"),
    ("    assert: |-\n      norm(license.name, '‸", "company", "license"),
    ("    assert: |-\n      materials.‸", "e_seal", "name"),
  ])
  func itemsFitThePlace(body: String, wanted: String, unwanted: String) throws {
    let found = try complete(body)
    #expect(found.contains(wanted), "\(body): \(found.prefix(12))")
    if unwanted != "it.name" {
      #expect(!found.contains(unwanted), "\(body)")
    }
  }

  @Test func rulesAreOfferedWhereTheyAreChanged() throws {
    let found = try complete(
      "schema: dossier/pack-v1\npack: {id: seals}\noverrides:\n  SEAL-‸")
    #expect(found.contains("SEAL-DATE-001"))
    #expect(found.contains("SEAL-SIGNATURE-*"))
  }

  @Test func commentsHaveNoItems() throws {
    #expect(try complete("    # lic‸").isEmpty)
  }

  @Test func wholeThingsAreOfferedBetweenRules() throws {
    let found = try complete("    severity: error\n\n  ‸\n")
    #expect(found.contains("规则"))
  }

  @Test(arguments: PositionEncoding.allCases)
  func rangesAreInTheClientsUnits(encoding: PositionEncoding) throws {
    let answer = try EditorBench.ask(
      "textDocument/completion",
      Self.head + "    message: {zh-CN: x}\n    fix:\n      zh-CN: 请核对名称「{lice‸ns", encoding)
    let range = answer["items"]?.items?.first?["textEdit"]?["range"]
    let from = try #require(range?["start"]?["character"])
    let to = try #require(range?["end"]?["character"])
    let line = "      zh-CN: 请核对名称「{"
    let units = encoding.units(of: line.unicodeScalars.count, in: line)
    #expect(from == .int(units))
    #expect(to == .int(units + 6))
  }

  @Test func titlesFindFactsAndExplanationsComeLater() throws {
    let answer = try EditorBench.ask(
      "textDocument/completion", Self.head + "    check: {equals: [住所‸]}")
    #expect(labels(answer).contains("license.address"))
    let item = try #require(
      answer["items"]?.items?.first { $0["label"]?.text == "license.address" })
    #expect(item["documentation"] == nil)
    let resolved = try EditorBench.ask(
      "completionItem/resolve", at: TextPosition(line: 1, column: 1), of: EditorBench.seals,
      params: item.json)
    #expect(resolved["documentation"]?["value"]?.text?.contains("`string`") == true)
  }
}
