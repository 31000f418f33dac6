import CEL
import Model
import Testing

@testable import Editor

@MainActor @Suite struct TokenTests {
  private static let text = """
    schema: dossier/pack-v1
    rules:
      - id: SEAL-STANDARD-001
        check: {equals: [license.name, declared.company.name], normalize: company}
        message: {zh-CN: x}
        fix:
          zh-CN: 请核对𠮷「{license.name}」
        assert: |-
          stated.roles.all(r, r != '' && size(r) > 1)
          && params.limit == 2
    """

  /// The words that an answer tells, each with its type.
  private func words(_ answer: LSPValue, _ encoding: PositionEncoding) throws -> [String] {
    let numbers = try #require(answer["data"]?.items).map { value -> Int in
      if case .int(let number) = value { number } else { -1 }
    }
    let text = DocumentText(Self.text)
    var (line, unit) = (0, 0)
    return stride(from: 0, to: numbers.count, by: 5).map { index in
      if numbers[index] > 0 { unit = 0 }
      line += numbers[index]
      unit += numbers[index + 1]
      let row = text.line(line + 1)
      let start = encoding.scalars(before: unit, in: row)
      let end = encoding.scalars(before: unit + numbers[index + 2], in: row)
      let word = Array(row.unicodeScalars)[start..<end]
      return TokenType.allCases[numbers[index + 3]].rawValue + " "
        + String(String.UnicodeScalarView(word))
    }
  }

  @Test(arguments: PositionEncoding.allCases)
  func wordsAreWhatTheyAre(encoding: PositionEncoding) throws {
    let answer = try EditorBench.ask(
      "textDocument/semanticTokens/full", Self.text + "‸", encoding)
    let found = try words(answer, encoding)
    for wanted in [
      "type id", "class SEAL-STANDARD-001", "keyword equals", "property license.name",
      "type normalize", "function company", "macro all", "variable r", "operator &&",
      "string ''", "function size", "number 1", "namespace params", "parameter limit",
      "property stated.roles",
    ] {
      #expect(found.contains(wanted), "\(wanted) in \(found)")
    }
    #expect(found.count { $0 == "property license.name" } == 2)
  }

  @Test func aPartTellsItsOwnLinesAlone() throws {
    let answer = try EditorBench.ask(
      "textDocument/semanticTokens/range", Self.text + "‸",
      params:
        #"{"range": {"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 80}}}"#
    )
    let found = try words(answer, .utf32)
    #expect(found.contains("keyword equals") && !found.contains("macro all"))
  }

  @Test(arguments: [
    (
      "rules:\n  - id: A-B-001\n    check: {before: [license.established_on, run.as_of]}‸", ": date"
    ),
    (
      "rules:\n  - id: A-B-001\n    check: {one_of: license.copy, values: {param: company_seals}}‸",
      "= 公章"
    ),
    ("overrides:\n  SEAL-SIGNATURE-*: {severity: note}‸\n", "2 条规则"),
    ("overrides:\n  SEAL-DATE-001: {severity: note}‸\n", "错误 · 印章在有效期内"),
  ])
  func hintsTellWhatOneWouldLookUp(body: String, wanted: String) throws {
    let answer = try EditorBench.ask(
      "textDocument/inlayHint", "schema: dossier/pack-v1\npack: {id: seals}\n" + body)
    let labels = answer.items?.compactMap { $0["label"]?.text } ?? []
    #expect(labels.contains { $0.hasPrefix(wanted) }, "\(labels)")
  }
}
