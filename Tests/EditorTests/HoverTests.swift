import CEL
import Model
import Testing

@testable import Editor

@MainActor @Suite struct HoverTests {
  private static let head = """
    schema: dossier/pack-v1
    pack: {id: seals, version: 1.0.0, title: {zh-CN: 印章, en: Seals}}
    params:
      seal_standards: {type: list<string>, default: [GB/T 38540-2020]}
    rules:
      - id: SEAL-STANDARD-001
        title: {zh-CN: 印章符合标准, en: "as asked"}

    """

  @Test(arguments: [
    ("    seve‸rity: error", "必填"), ("    severity: err‸or", "错误"),
    ("    check: {equa‸ls: [license.name, license.name]}", "两个值相等"),
    ("    check: {equals: [licen‸se.name, license.name]}", "`string`"),
    (
      "    for_each: {in: documents.seal, as: it}\n    check: {one_of: it.stan‸dard, values: [x]}",
      "seal.standard"
    ),
    ("    check: {one_of: license.copy, values: {param: seal_sta‸ndards}}", "list<string>"),
    ("    check: {equals: [license.name, license.name], normalize: comp‸any}", "nfkc"),
    ("    basis: [{kind: house, ref: gb-t-38‸540-2020}]", "38540"),
    ("    materials: [business_lic‸ense]", "营业执照"),
    ("    message: {zh-CN: x}\n    fix:\n      zh-CN: 请核对 {license.na‸me}", "`string`"),
    ("    assert: |-\n      license.name.st‸artsWith('a')", "string.startsWith(string) -> bool"),
    ("    assert: |-\n      license.na‸me != ''", "license.name"),
    ("    assert: |-\n      license.name.size() >‸ 3", "`bool`"),
    ("    assert: |-\n      seal.names.al‸l(n, n != '')", "每一项"),
  ])
  func whatStandsThereIsSaid(body: String, wanted: String) throws {
    let answer = try EditorBench.ask("textDocument/hover", Self.head + body)
    let text = answer["contents"]?["value"]?.text ?? "nothing"
    #expect(text.contains(wanted), "\(text)")
  }

  @Test func personalValuesAreMasked() {
    #expect(ShownValue.masked("440300199001011234") == "440***********1234")
    #expect(ShownValue.masked("张三丰") == "张**")
    #expect(ShownValue.masked("甲") == "甲*")
  }

  @Test func rulesThatAStarMeansAreListed() throws {
    let answer = try EditorBench.ask(
      "textDocument/hover",
      "schema: dossier/pack-v1\noverrides:\n  SEAL-SIGN‸ATURE-*: {severity: note}\n")
    let text = try #require(answer["contents"]?["value"]?.text)
    #expect(text.contains("SEAL-SIGNATURE-001") && text.contains("SEAL-SIGNATURE-002"))
  }

  /// Every 7th place answered when this was written; of those every 14th is asked again each time.
  @Test func everyPlaceOfAFileAnswers() throws {
    let text = DocumentText(try EditorBench.read("rules/packs/seals.yaml"))
    var count = 0
    for line in 1...text.lines.count {
      for column in stride(from: 1 + line % 97, through: text.scalarCount(ofLine: line) + 1, by: 97)
      {
        let place = TextPosition(line: line, column: column)
        for method in [
          "textDocument/hover", "textDocument/completion", "textDocument/signatureHelp",
        ] {
          _ = try EditorBench.ask(method, at: place, of: EditorBench.seals)
        }
        count += 1
      }
    }
    #expect(count > 100)
  }
}
