import Model
import Report
import Testing

struct CodeFrameTests {
  @Test func caretsCountWideCharacters() throws {
    let unknown = Diagnostic(
      code: "unknown-fact",
      message: LocalizedText(
        "未知的事实 licence.name；是否指 license.name？",
        "unknown fact licence.name; did you mean license.name?"),
      file: "rules/packs/enterprise-basic.yaml", position: TextPosition(line: 12, column: 18),
      length: 12, sourceLine: "    名称: {equals: [licence.name, declared.company.name]}")
    let atEnd = Diagnostic(
      level: .warning, code: "no-tests",
      message: LocalizedText("规则没有测试", "the rule has no tests"),
      file: "p.yaml", position: TextPosition(line: 3, column: 9), sourceLine: "  - id: X")
    let noSource = Diagnostic(
      code: "no-such-folder",
      message: LocalizedText("找不到规则目录", "the rules folder is not there"),
      file: "rules", position: TextPosition(line: 1, column: 1))
    try expectSnapshot(
      CodeFrame.text(
        of: [unknown, atEnd, noSource], locale: .english, style: TerminalStyle(width: 80)),
      "codeframe.txt")
  }
}
