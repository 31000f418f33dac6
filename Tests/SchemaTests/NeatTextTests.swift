import Testing

@testable internal import Schema

/// What is taken for neat must be what the mending would have left as it is.
@Suite struct NeatTextTests {
  private static let keys: Set<String> = ["企业名称", "地址", "company", "name", "mail", "a"]

  private static let parts = [
    "企业名称", "地址", "company", "name", "mail", "星河", "http", "-", "- ", ": ", ":", "：", " ", "  ",
    "\t",
    "\u{3000}", "=", "#", " #", "# ", "\"", "'", "“", "”", "{", "}", "，", "、", "（）", "|", "\n",
    "\n", "\n  ",
    "\r\n", "0", "é", "@",
  ]

  /// The next numbers of a fixed sequence.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A line of which most is as it should be.
  private func line(_ numbers: inout Numbers) -> String {
    var words = [Self.parts.randomElement(using: &numbers)]
    words.append([": ", ": ", ": ", ":", "", " : "].randomElement(using: &numbers))
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      words.append(Self.parts.randomElement(using: &numbers))
    }
    return words.compactMap(\.self).joined()
  }

  @Test func whatIsNeatIsLeftAsItIs() {
    var numbers = Numbers(state: 3)
    var neat = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
        line(&numbers)
      }.joined(separator: "\n")
      let plain = YAMLFile(text: text, path: "a.yaml")
      guard NeatText.isNeat(text), plain.root?.mapping != nil else { continue }
      neat += 1
      let mended = MendedYAML(
        mending: plain, text: text, isKey: { Self.keys.contains($0) }, isLabel: { _ in false })
      #expect(mended.slips.isEmpty && mended.cuts.isEmpty, "\(text)")
      #expect(mended.file.lines == plain.lines, "\(text)")
    }
    #expect(neat > 100)
  }

  @Test(arguments: [
    "schema: dossier/declared-v1\nchannel: wecom\nmail: {domain: a.com.cn}\ncompany:\n  name: 深圳市星河（集团）有限公司\n",
    "企业名称: 星河  # 章程\r\n部门:\r\n  - 市场部\r\n  - name: 研发部\r\n\r\n# 完\r\n", "",
  ]) func textsAsPeopleShouldTypeThemAreNeat(text: String) {
    #expect(NeatText.isNeat(text))
  }

  @Test(arguments: [
    "企业名称：星河", "企业名称:星河", "企业名称 星河", "name=a", "\u{3000}name: a", "name: “a”", "\tname: a",
    "地址: 1号 #3栋", "name : a", "name: a ", "\"name\": a", "[a", "name: a\u{85}mail: b",
  ]) func whatMightBeASlipIsNot(text: String) {
    #expect(!NeatText.isNeat(text))
  }
}
