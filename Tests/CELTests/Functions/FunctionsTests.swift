import Model
import Testing

@testable import CEL

@Suite struct FunctionsTests {
  private func call(_ name: String, _ arguments: [CELValue]) -> Outcome {
    var trees = Trees()
    let literals = arguments.map { trees.value($0) }
    return Outcome(evaluate(trees.builder.call(name, literals, at: Trees.place)))
  }

  private func date(_ text: String) throws -> CELValue {
    .date(try #require(CalendarDate(iso: text)))
  }

  @Test(arguments: [
    (CELValue.int(1), CELValue.double(1), true), (.int(1), .uint(1), true),
    (.double(.nan), .double(.nan), false),
    (.int(9_007_199_254_740_993), .double(9_007_199_254_740_992), true),
    (.uint(.max), .double(18_446_744_073_709_551_616), true),
    (.int(.max), .double(9_223_372_036_854_775_808), true),
    (.string("é"), .string("e\u{301}"), false), (.string("甲"), .string("甲"), true),
    (.null, .null, true), (.null, .string(""), false), (.int(1), .string("1"), false),
    (.list([.int(1)]), .list([.double(1)]), true), (.list([.int(1)]), .list([]), false),
    (
      .map(CELMap([("a", .int(1)), ("b", .null)])), .map(CELMap([("b", .null), ("a", .uint(1))])),
      true
    ),
  ])
  func equality(left: CELValue, right: CELValue, expected: Bool) {
    #expect(call(Operator.equal, [left, right]) == .value(String(expected)))
    #expect(call(Operator.equal, [right, left]) == .value(String(expected)))
    #expect(call(Operator.notEqual, [left, right]) == .value(String(!expected)))
  }

  @Test(arguments: [
    (CELValue.int(1), CELValue.double(1.5)), (.int(-1), .uint(0)), (.double(-0.5), .int(0)),
    (.int(9_007_199_254_740_992), .double(9_007_199_254_740_994)),
    // U+FF5E sorts before U+1F600 by scalars; by UTF-16 units it would not.
    (.string("\u{FF5E}"), .string("\u{1F600}")), (.bool(false), .bool(true)),
    (.duration(CELDuration(seconds: 1)), .duration(CELDuration(seconds: 2))),
  ])
  func ordering(left: CELValue, right: CELValue) {
    #expect(call(Operator.less, [left, right]) == .value("true"))
    #expect(call(Operator.greaterOrEqual, [left, right]) == .value("false"))
    #expect(call(Operator.greater, [right, left]) == .value("true"))
    #expect(call(Operator.lessOrEqual, [right, left]) == .value("false"))
  }

  @Test func ordersNothingAcrossTypes() {
    #expect(call(Operator.less, [.string("1"), .int(2)]) == .failure(.noSuchOverload))
    #expect(call(Operator.less, [.null, .int(2)]) == .failure(.noSuchOverload))
    #expect(call(Operator.lessOrEqual, [.double(.nan), .double(.nan)]) == .value("false"))
  }

  @Test(arguments: [
    (Operator.add, CELValue.int(.max), CELValue.int(1), CELError.Code.overflow),
    (Operator.subtract, .uint(0), .uint(1), .overflow),
    (Operator.multiply, .int(.min), .int(-1), .overflow),
    (Operator.divide, .int(.min), .int(-1), .overflow),
    (Operator.divide, .int(1), .int(0), .divisionByZero),
    (Operator.remainder, .int(1), .int(0), .divisionByZero),
    (Operator.index, .list([]), .int(0), .indexOutOfRange),
    (Operator.index, .map(CELMap()), .string("a"), .noSuchKey),
    ("matches", .string("a"), .string("("), .invalidArgument),
    ("norm", .string("a"), .string("none"), .invalidArgument),
    ("checksum", .string("a"), .string("none"), .invalidArgument),
    (Operator.add, .int(1), .double(1), .noSuchOverload),
  ])
  func refusals(function: String, left: CELValue, right: CELValue, code: CELError.Code) {
    #expect(call(function, [left, right]) == .failure(code))
  }

  @Test(arguments: [
    ("size", [CELValue.string("é👨‍👩‍👧")], "6"), ("size", [.string("\r\n")], "2"),
    ("contains", [.string("abc"), .string("bc")], "true"),
    // Grapheme-wise the text does not hold a lone "e".
    ("contains", [.string("e\u{301}"), .string("e")], "true"),
    ("startsWith", [.string("91350"), .string("91")], "true"),
    ("endsWith", [.string("有限公司"), .string("公司")], "true"),
    ("matches", [.string("x91y"), .string("[0-9]+")], "true"),
    (Operator.contained, [.string("b"), .list([.string("a"), .string("b")])], "true"),
    ("norm", [.string("北京星河（集团）"), .string("company")], "北京星河(集团)"),
    ("checksum", [.string("91350100M000100Y43"), .string("gb32100")], "true"),
    ("checksum", [.string("11010519491231002X"), .string("gb11643")], "true"),
    ("checksum", [.string("110105194912310021"), .string("gb11643")], "false"),
    ("birth_date", [.string("11010519491231002X")], "1949-12-31"),
    ("birth_date", [.string("junk")], "null"),
    ("sex_of", [.string("11010519491231002X")], "女"),
  ])
  func texts(function: String, arguments: [CELValue], expected: String) {
    #expect(call(function, arguments) == .value(expected))
  }

  @Test func numbersWithoutCheckDigitAreUnknown() {
    var trees = Trees()
    let check = trees.call("checksum", trees.fact("number"), trees.value(.string("gb11643")))
    #expect(
      Outcome(evaluate(check, known: ["number": .string("610104620927690")]))
        == .unknown(["number"]))
  }

  @Test func dates() throws {
    let day = try date("2024-01-31")
    #expect(
      call(Operator.add, [day, .duration(CELDuration(seconds: 86_400))]) == .value("2024-02-01"))
    #expect(call("add_months", [day, .int(1)]) == .value("2024-02-29"))
    #expect(call("add_months", [day, .int(-200_000)]) == .failure(.overflow))
    #expect(call("days_between", [day, try date("2024-02-01")]) == .value("1"))
    #expect(call("age_at", [try date("2000-02-29"), try date("2018-02-28")]) == .value("17"))
    #expect(call("age_at", [try date("2000-02-29"), try date("2018-03-01")]) == .value("18"))
    #expect(call(Operator.less, [day, try date("2024-02-01")]) == .value("true"))
    #expect(call("date", [.string("2024-02-30")]) == .failure(.invalidArgument))
    #expect(
      call(Operator.add, [day, .duration(CELDuration(seconds: 1))]) == .failure(.invalidArgument))
    #expect(call("days", [.int(.max)]) == .failure(.overflow))
  }

  @Test func everyFunctionIsDescribedAndHasOverloads() {
    for function in library.functions {
      #expect(!function.summary.chinese.isEmpty && !function.summary.english.isEmpty)
      #expect(!function.overloads.isEmpty)
    }
  }
}
