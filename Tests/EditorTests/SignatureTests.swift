import Model
import Testing

@testable import Editor

@MainActor @Suite struct SignatureTests {
  private static let head = """
    schema: dossier/pack-v1
    pack: {id: seals, version: 1.0.0, title: {zh-CN: 印章, en: Seals}}
    rules:
      - id: SEAL-STANDARD-001

    """

  @Test(arguments: [
    ("    assert: |-\n      license.name.startsWith(‸", "string.startsWith(string) -> bool", 0),
    ("    assert: |-\n      norm(license.name, ‸)", "norm(string, string)", 1),
    ("    assert: |-\n      size([1, 2, ‸", "size(", 0),
    ("    assert: |-\n      stated.roles.all(r, ‸", "list.all(x, x > 0)", 1),
    ("    check: {before: [license.established_on, ‸", "before: [较早的日期, 较晚的日期]", 1),
    ("    check:\n      equals:\n        - license.name\n        - lic‸", "equals: [值, 值]", 1),
  ])
  func theCallIsToldWithWhatComesNext(body: String, label: String, parameter: Int) throws {
    let answer = try EditorBench.ask("textDocument/signatureHelp", Self.head + body)
    let labels = answer["signatures"]?.items?.compactMap { $0["label"]?.text } ?? []
    #expect(labels.contains { $0.contains(label) }, "\(labels)")
    #expect(answer["activeParameter"] == .int(parameter))
  }
}
