import Model
import Testing

@testable import CEL

/// Names, types and nulls, told before any file is read.
@Suite struct CheckerTests {
  @Test(arguments: [
    ("license.nmae == 'x'", CELDiagnostic.Code.unknownName, 1, 12, "did you mean license.name?"),
    ("license == 'x'", .unknownName, 1, 7, "name a part of it, such as license."),
    ("seal.signature == valid", .unknownName, 19, 5, "a text needs quotes: 'valid'"),
    ("norm == 'x'", .unknownName, 1, 4, "call it as norm(…)"),
    ("nrom(license.name, 'company') == 'x'", .unknownFunction, 1, 29, "did you mean norm?"),
    ("license.name.upper() == 'X'", .unknownFunction, 1, 20, "use upperAscii"),
    ("xs.any(x, x > 1)", .unknownFunction, 1, 16, "use exists"),
    ("xs.all(x > 1)", .macro, 1, 13, "all is used as list.all(x, x > 0)"),
    ("norm(license.name) == 'x'", .typeMismatch, 1, 18, "it is norm(string, string) -> string"),
    ("license.name.norm('company') == 'x'", .typeMismatch, 1, 28, "norm is written norm(string"),
    ("startsWith(license.name, 'x')", .typeMismatch, 1, 29, "string.startsWith(string)"),
    ("license.established_on < '2020-01-01'", .typeMismatch, 1, 37, "write a date as date("),
    ("license.established_on + 30 < license.established_on", .typeMismatch, 1, 27, "days(30)"),
    ("license.registered_capital_amount == 100", .typeMismatch, 1, 40, "make both one type"),
    ("license.name == null", .typeMismatch, 1, 20, "it is never null"),
    ("license.name + 1 == 'x'", .typeMismatch, 1, 16, "string(x) makes a text"),
    ("a && n", .typeMismatch, 6, 1, "a condition (bool) is wanted here; this is int"),
    ("a ? 1 : 'x'", .typeMismatch, 1, 11, "both results of ?: need one type"),
    ("license.name.all(c, true)", .typeMismatch, 1, 12, "only a list or a map has elements"),
    ("license.name.first == 'x'", .typeMismatch, 1, 18, "string has no field"),
    ("has(license.name)", .macro, 1, 17, "write known(license.name)"),
    ("known(1 + 1)", .macro, 7, 5, "known(…) takes a fact"),
    ("license.name.matches('(')", .constant, 22, 3, "no RE2 pattern"),
    ("norm(license.name, 'compani') == 'x'", .constant, 20, 9, "did you mean company?"),
    ("checksum(license.name, 'gb32101')", .constant, 24, 9, "did you mean gb32100?"),
    ("date('2026-02-30') < license.established_on", .constant, 1, 18, "these constants fail"),
    ("1 / 0 == 1", .constant, 1, 5, "division by zero"),
    ("days(999999999999999) > params.id_card_margin", .constant, 1, 21, "overflows"),
    ("xs.filter(x, x)", .typeMismatch, 14, 1, "a condition (bool) is wanted"),
    ("lookup.spf[1].include == 'x'", .typeMismatch, 1, 13, "does not take"),
  ])
  func refusals(
    text: String, code: CELDiagnostic.Code, column: Int, length: Int, part: String
  ) throws {
    let found = Compiling.diagnostics(text)
    let first = try #require(found.first)
    #expect(first.code == code)
    #expect(first.range.start.column == column)
    #expect(first.length == length)
    #expect(first.message.english.contains(part), "\(first.message.english)")
    #expect(first.message.chinese != first.message.english)
  }

  @Test func theResultHasAType() {
    guard case .failure(let found) = Compiling.compile("license.name", expecting: .bool) else {
      Issue.record("a text passed for a condition")
      return
    }
    #expect(found.all.map(\.code) == [.resultType])
  }

  /// A nullable operand needs a test in the same `&&`, `||` or `?:`.
  @Test(arguments: [
    ("submission.submitted_on < license.term_to", false),
    ("license.term_to == null || submission.submitted_on < license.term_to", true),
    ("submission.submitted_on < license.term_to || license.term_to == null", true),
    ("license.term_to != null && submission.submitted_on < license.term_to", true),
    ("null != license.term_to && submission.submitted_on < license.term_to", true),
    ("license.term_to != null || submission.submitted_on < license.term_to", false),
    ("license.term_to == null && submission.submitted_on < license.term_to", false),
    ("license.term_to == null ? true : submission.submitted_on < license.term_to", true),
    ("license.term_to == null ? submission.submitted_on < license.term_to : true", false),
    ("!(license.term_to == null) && license.term_to > submission.submitted_on", true),
    ("a && license.term_to != null && b && license.term_to > submission.submitted_on", true),
    ("(a || license.term_to != null) && license.term_to > submission.submitted_on", false),
    ("a || license.term_to == null || (b && license.term_to > submission.submitted_on)", true),
    ("license.term_to != null && xs.all(x, license.term_to > submission.submitted_on)", true),
    ("license.term_to == submission.submitted_on", true),
    ("license.term_to + days(1) == submission.submitted_on", false),
    ("declared.company.short_name.size() > 1", false),
    ("declared.company.short_name == null || size(declared.company.short_name) > 1", true),
    ("norm(declared.company.short_name, 'company') == 'x'", false),
    ("declared.company.short_name in org.departments", true),
    ("birth_date(license.name) < submission.submitted_on", false),
    ("cel.bind(d, birth_date(license.name), d == null || d < submission.submitted_on)", true),
    ("cel.bind(d, birth_date(license.name), d < submission.submitted_on)", false),
    ("[license.term_to].all(t, t == null || t > submission.submitted_on)", true),
    ("[license.term_to].all(t, t > submission.submitted_on)", false),
    ("license.term_to != null && (license.term_to != null || a)", true),
    // The variable hides the fact that was tested.
    ("n != 0 && [license.term_to].all(n, n == null || n == license.term_to)", true),
  ])
  func nulls(text: String, isRight: Bool) {
    let codes = Compiling.diagnostics(text).map(\.code)
    #expect(codes == (isRight ? [] : [.nullableOperand]), "\(text)")
  }

  @Test func nullTestsOfAConditionCountForTheCheck() throws {
    let condition = try Compiling.compile("a && license.term_to != null").get()
    #expect(condition.nonNullWhereTrue == ["license.term_to"])
    let text = "submission.submitted_on < license.term_to"
    _ = try Compiling.compile(text, nonNull: condition.nonNullWhereTrue).get()
  }

  @Test(arguments: [
    ("xs.map(x, string(x))", CELType.list(.string)), ("xs.filter(x, x > 1)", .list(.int)),
    ("{'a': xs}", .map(.string, .list(.int))), ("[1, 'x']", .list(.dyn)),
    ("[1, null]", .list(.nullable(.int))),
    ("a ? license.term_to : submission.submitted_on", .nullable(.date)),
    ("a ? null : 1", .nullable(.int)), ("[]", .list(.dyn)), ("xs[?0]", .optional(.int)),
    ("xs[?0].orValue(1)", .int), ("lookup.spf['x'].include", .string),
    ("submission.submitted_on + days(1)", .date), ("birth_date(license.name)", .nullable(.date)),
    ("xs.exists_one(x, x == 1)", .bool), ("cel.bind(x, 1.5, x)", .double),
    ("org.departments.transformMap(i, d, d.size())", .map(.int, .int)), ("any.whatever[0]", .dyn),
    ("domain_of(license.name)", .nullable(.string)), ("type(1)", .type),
  ])
  func types(text: String, type: CELType) throws {
    #expect(try Compiling.compile(text).get().type == type)
  }

  @Test func namesAreThoseOfFacts() throws {
    let checked = try Compiling.compile(
      "xs.all(x, x > n) && license.name == 'x' && lookup.spf['x'].include == 'y'"
    ).get()
    #expect(checked.names == ["license.name", "lookup.spf", "n", "xs"])
  }

  @Test func treesOfVerbsAreCheckedToo() throws {
    var trees = Trees()
    let tree = trees.call(
      Operator.less, trees.fact("license.established_on"), trees.fact("license.name"))
    guard case .failure(let found) = CELCompiler(Compiling.environment).check(tree) else {
      Issue.record("a date passed for a text")
      return
    }
    #expect(found.all.map(\.code) == [.typeMismatch])
  }

  @Test func bodiesOfVerbsTakeOperands() throws {
    let body = try CELCompiler(
      CELEnvironment(variables: ["x": .string, "y": .string], functions: library)
    ).compile("norm(x, 'person') == y || ['p'].all(x, x == y)").get()
    var builder = ExpressionBuilder()
    let place = TextPosition(line: 1, column: 1)
    let name = builder.identifier("license.name", at: place)
    let whole = builder.substituting(
      ["x": name, "y": builder.literal(.string("Q"), at: place)], in: body.expression)
    #expect(whole.names == ["license.name"])
    let checked = try CELCompiler(Compiling.environment).check(whole, expecting: .bool).get()
    var evaluator = Evaluator { _ in .value(.string("q")) }
    #expect(evaluator.evaluate(checked.program).bool == true)
  }
}
