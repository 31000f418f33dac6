import Model
import Testing

@testable import CEL

/// What an expression may cost, and what is decided although much is not known.
@Suite struct LimitsTests {
  private func run(_ text: String, _ facts: [String: CELValue] = [:]) throws -> Evaluation {
    let checked = try Compiling.compile(text).get()
    var evaluator = Evaluator { facts[$0].map(Evaluation.value) ?? .unknown([$0]) }
    return evaluator.evaluate(checked.program)
  }

  /// Texts that grow beyond any size: each ends with the limit on cost.
  @Test(arguments: [
    "cel.bind(x0, license.name + license.name, ", "cel.bind(x0, [license.name, license.name], ",
  ])
  func doublingEnds(start: String) throws {
    let isText = start.contains("+")
    let steps = (1...40).map { level in
      let last = "x\(level - 1)"
      return "cel.bind(x\(level), "
        + (isText ? "\(last) + \(last), " : "[dyn(\(last)), dyn(\(last))], ")
    }
    let text = start + steps.joined() + "size(x40) > 0" + String(repeating: ")", count: 41)
    let facts = ["license.name": CELValue.string(String(repeating: "甲", count: 100))]
    #expect(Outcome(try run(text, facts)) == .failure(.costExceeded))
  }

  @Test(arguments: [
    "license.name.replace('', license.name).size() > 0", "license.name.split('').size() > 0",
    "license.name.contains(license.name)", "similarity(license.name, license.name) > 0.5",
    "license.name.indexOf('乙' + license.name) == 0", "license.name.matches(license.name)",
    "license.name.split('').join(license.name) == ''",
  ])
  func longTextsCost(text: String) throws {
    let facts = ["license.name": CELValue.string(String(repeating: "甲", count: 400_000))]
    #expect(Outcome(try run(text, facts)) == .failure(.costExceeded))
  }

  @Test func listsGrowInPlace() throws {
    let facts = ["xs": CELValue.list((0..<20_000).map(CELValue.int))]
    #expect(
      Outcome(try run("xs.map(x, x + 1).filter(x, x % 2 == 0).size()", facts)) == .value("10000"))
  }

  @Test func aLimitIsNotAbsorbed() throws {
    let facts = ["xs": CELValue.list((0..<2000).map(CELValue.int))]
    let text = "xs.all(x, xs.all(y, x + y >= 0)) || true"
    #expect(Outcome(try run(text, facts)) == .failure(.costExceeded))
  }

  /// A list written out of facts is open only where its open elements decide.
  @Test func factsInAListAreOpenOneByOne() throws {
    let text = "[license.name, declared.company.name].all(x, x == '甲')"
    #expect(Outcome(try run(text, ["license.name": .string("乙")])) == .value("false"))
    #expect(
      Outcome(try run(text, ["license.name": .string("甲")])) == .unknown(["declared.company.name"]))
    let either = "[license.name, declared.company.name].exists(x, x == '乙')"
    #expect(Outcome(try run(either, ["license.name": .string("乙")])) == .value("true"))
    // A quotient may turn out to be an error.
    let risky = "[1 / n, 5].exists(x, x == 5)"
    #expect(Outcome(try run(risky)) == .unknown(["n"]))
  }

  @Test func knownIsNeverUnknown() throws {
    #expect(Outcome(try run("known(license.name)")) == .value("false"))
    #expect(
      Outcome(try run("known(license.name)", ["license.name": .string("")])) == .value("true"))
  }

  /// An old number without a check digit leaves the fact that it came from open, through a variable too.
  @Test func whatCannotBeToldNamesItsFact() throws {
    let facts = ["org.departments": CELValue.list([.string("610104620927690")])]
    let text = "org.departments.all(d, checksum(d, 'gb11643'))"
    #expect(Outcome(try run(text, facts)) == .unknown(["org.departments"]))
  }

  /// With `.explain` everything has a result in the trace, and the answer is the same.
  @Test(arguments: [
    "a || n == 1", "!a && xs.all(x, x > 1)", "a ? n : 2",
    "xs.exists(x, x == 1) || license.name == 'x'",
  ])
  func explainingVisitsAll(text: String) throws {
    let checked = try Compiling.compile(text).get()
    let facts: [String: CELValue] = [
      "a": .bool(true), "n": .int(1), "xs": .list([.int(1), .int(2)]), "license.name": .string(""),
    ]
    func evaluator(_ mode: Evaluator.Mode) -> Evaluator {
      Evaluator(mode: mode, trace: Trace()) { facts[$0].map(Evaluation.value) }
    }
    var plain = evaluator(.decide)
    var full = evaluator(.explain)
    #expect(
      Outcome(plain.evaluate(checked.program)) == Outcome(full.evaluate(checked.program)))
    #expect(Set(full.namesRead) == Set(checked.names))
    #expect(Set(plain.namesRead).isSubset(of: full.namesRead))
    func parts(_ expression: Expression) -> [Expression] {
      [expression] + expression.children.flatMap(parts)
    }
    for part in parts(checked.expression) {
      #expect(full.trace?[part.id].isEmpty == false)
    }
  }

  @Test func aProgramServesManyEvaluationsAtOnce() async throws {
    let program = try Compiling.compile(
      "norm(license.name, 'company') == 'X' && license.name.matches('^x$')"
    ).get().program
    await withTaskGroup(of: Bool?.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var evaluator = Evaluator { _ in .value(.string("x")) }
          return (0..<200).map { _ in evaluator.evaluate(program).bool }.last ?? nil
        }
      }
      for await result in group { #expect(result == true) }
    }
  }
}
