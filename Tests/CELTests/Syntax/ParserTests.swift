import Model
import Testing

@testable import CEL

/// What the grammar takes and how it is told what it does not.
@Suite struct ParserTests {
  /// Text, code, line, column, length and a part of the English message.
  @Test(arguments: [
    ("a = b", CELDiagnostic.Code.syntax, 1, 3, 1, "use == to compare"),
    ("a and b", .syntax, 1, 3, 3, "write && for \"and\""),
    ("not a", .syntax, 1, 1, 3, "write ! for \"not\""),
    ("a &", .syntax, 1, 3, 1, "write && for \"and\""),
    ("n ≥ 1", .syntax, 1, 3, 1, "write >="),
    ("size（xs) > 0", .syntax, 1, 5, 1, "write (, not the full-width"),
    ("seal.signature == “valid”", .syntax, 1, 19, 7, "straight quotes: 'valid'"),
    ("seal.signature == 有效", .syntax, 1, 19, 2, "a text needs quotes: '有效'"),
    ("seal.signature == 'valid", .literal, 1, 19, 6, "no closing quote"),
    ("'a\\qb' == 'x'", .literal, 1, 3, 2, "unknown escape"),
    ("30d > 1", .literal, 1, 1, 3, "write days(30)"),
    ("99999999999999999999 > 1", .literal, 1, 1, 20, "out of range"),
    ("9223372036854775808 > 1", .literal, 1, 1, 19, "does not fit"),
    ("size(xs", .syntax, 1, 8, 0, "\")\" is missing"),
    ("(a || b", .syntax, 1, 8, 0, "\")\" is missing"),
    ("a ||", .syntax, 1, 5, 0, "ends where a value is wanted"),
    ("a b", .syntax, 1, 3, 1, "an operator is missing"),
    ("a ? b", .syntax, 1, 6, 0, "needs a \":\""),
    ("{'a' 1}", .syntax, 1, 6, 1, "parted by \":\""),
    ("if a", .syntax, 1, 1, 2, "test ? a : b"),
    ("Message{a: 1}", .syntax, 1, 8, 1, "there are no messages"),
    ("xs.all(1, a)", .macro, 1, 8, 1, "a variable's name is wanted"),
    ("has(a)", .macro, 1, 1, 6, "takes a field"),
    ("", .syntax, 1, 1, 0, "the expression is empty"),
    ("a\n  && (b\n  == a", .syntax, 3, 7, 0, "\")\" is missing"),
  ])
  func refusals(
    text: String, code: CELDiagnostic.Code, line: Int, column: Int, length: Int, part: String
  ) throws {
    let first = try #require(Compiling.diagnostics(text).first)
    #expect(first.code == code)
    #expect(first.range.start == TextPosition(line: line, column: column))
    #expect(first.length == length)
    #expect(first.message.english.contains(part), "\(first.message.english)")
    #expect(!first.message.chinese.isEmpty)
  }

  @Test func allErrorsAreToldAtOnce() {
    let found = Compiling.diagnostics("(a = b) && size（xs) > 30d || licence.name == 有效 && nn > 1")
    #expect(found.map(\.range.start.column) == [4, 16, 23, 30, 46, 52])
    #expect(found.map(\.code.rawValue).contains("unknown-name"))
  }

  @Test func placesAreThoseOfTheFile() throws {
    // As in `assert: |-` on line 41, its block indented by six.
    let text = "license.name == 'x'\n  && nmae == 'y'"
    guard case .failure(let found) = Compiling.compile(text, at: TextPosition(line: 42, column: 7))
    else {
      Issue.record("an unknown name passed")
      return
    }
    #expect(found.all.map(\.range.start) == [TextPosition(line: 43, column: 12)])
  }

  @Test(arguments: [
    ("1 + 2 * 3 == 7", true), ("(1 + 2) * 3 == 9", true), ("-2 - -3 == 1", true),
    ("!a || a", true), ("1 < 2 == true", true), ("true ? false : true ? true : true", false),
    ("10 - 3 - 2 == 5", true), ("'a' + \"b\" == r'ab' // the end", true),
    ("'''x\ny''' == 'x\\ny'", true), ("[1, 2,] == [1, 2]", true), ("{'a': 1,}.a == 1", true),
    ("{'content-type': 1}.`content-type` == 1", true), ("2 in [1, 2] && !(3 in [1])", true),
    ("'é' == 'e\\u0301'", false), ("size('👨‍👩‍👧') == 5", true), ("'甲\\U0001F600'.size() == 2", true),
    ("0x1F == 31 && .5 == 0.5 && 1e3 == 1000.0", true), ("b'\\xff' == b'\\377'", true),
    ("cel.bind(x, 2, x * x) == 4", true), ("[1, 2].map(x, x > 1, x * 10) == [20]", true),
    ("{'k': 1}.?k.orValue(0) + {}.?k.orValue(5) == 6", true),
    ("['a'].transformMap(i, x, x) == {0: 'a'}", true),
    ("math.greatest(1, 3, 2) == 3", true), ("'%s' .format([1]) == '1'", true),
  ])
  func meanings(text: String, expected: Bool) throws {
    let checked = try Compiling.compile(text, expecting: .bool).get()
    var evaluator = Evaluator { _ in .value(.bool(false)) }
    #expect(evaluator.evaluate(checked.program).bool == expected)
  }
}
