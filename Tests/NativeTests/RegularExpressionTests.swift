import Testing

@testable import Native

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("^91[0-9A-Z]{16}$", "91350100M000100Y43", true),
    ("^91[0-9A-Z]{16}$", "x91350100M000100Y43", false),
    ("(?i)ABC", "xabcx", true),
    (#"\p{Han}+公司"#, "深圳星河公司", true),
    ("", "", true),
    ("a", "", false),
  ])
  func matchesSomewhere(pattern: String, text: String, expected: Bool) throws {
    #expect(try RegularExpression(pattern).matchesSomewhere(in: text) == expected)
  }

  @Test func wholeMatchNeedsAllOfTheText() throws {
    let expression = try RegularExpression("a+|ab")
    #expect(expression.matchesWhole("ab"))
    #expect(!expression.matchesWhole("abc"))
    #expect(expression.matchesSomewhere(in: "abc"))
  }

  @Test func groupsHaveTextAndRanges() throws {
    let expression = try RegularExpression("(注册号)：([0-9]+)(；)?")
    let match = try #require(expression.firstMatch(in: "甲 注册号：123 乙"))
    #expect(expression.groupCount == 3)
    #expect(match[0] == "注册号：123")
    #expect(match[2] == "123")
    #expect(match[3] == nil)
    #expect(match[4] == nil)
    #expect(match.scalarRange(of: 2) == 6..<9)
    #expect(match.byteRanges[1] == 4..<13)
    #expect(expression.wholeMatch(in: "注册号：123 乙") == nil)
  }

  @Test(arguments: [("(a", "missing ): (a"), ("(?=a)", "invalid perl operator: (?=")])
  func refusesWithRE2sReason(pattern: String, reason: String) {
    #expect(throws: RegularExpression.CompileError(reason: reason)) {
      _ = try RegularExpression(pattern)
    }
  }

  @Test func refusesPatternsThatTakeTooMuchMemory() {
    #expect(throws: RegularExpression.CompileError.self) {
      _ = try RegularExpression("((((a{100}){100}){100}){100})")
    }
  }

  @Test func hostilePatternEnds() throws {
    let text = String(repeating: "a", count: 50_000) + "!"
    #expect(try !RegularExpression("^(a+)+$").matchesSomewhere(in: text))
  }
}
