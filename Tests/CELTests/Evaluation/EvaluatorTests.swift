import Model
import Testing

@testable import CEL

@Suite struct EvaluatorTests {
  @Test func namesReadLeaveOutWhatWasSkipped() {
    var trees = Trees()
    let expression = trees.call(Operator.and, trees.fact("a"), trees.fact("b"))
    var evaluator = Evaluator(functions: library) {
      $0 == "a" ? .value(.bool(false)) : .unknown([$0])
    }
    #expect(evaluator.evaluate(expression).bool == false)
    #expect(evaluator.namesRead == ["a"])
    #expect(expression.names == ["a", "b"])
  }

  @Test func traceHoldsEachPart() {
    var trees = Trees()
    let fact = trees.fact("a")
    let expression = trees.call(Operator.not, fact)
    var evaluator = Evaluator(functions: library, trace: Trace()) { _ in .value(.bool(false)) }
    _ = evaluator.evaluate(expression)
    #expect(evaluator.trace?[fact.id].map(Outcome.init) == [.value("false")])
    #expect(evaluator.trace?[expression.id].map(Outcome.init) == [.value("true")])
    var untraced = Evaluator(functions: library) { _ in .value(.bool(false)) }
    _ = untraced.evaluate(expression)
    #expect(untraced.trace == nil)
  }

  @Test func unboundNamesAreErrors() {
    var trees = Trees()
    var evaluator = Evaluator(functions: library) { _ in nil }
    #expect(Outcome(evaluator.evaluate(trees.fact("a"))) == .failure(.noSuchName))
  }

  @Test func deepTreesAreRefusedEvenBesideADecidingOperand() {
    var trees = Trees()
    var deep = trees.bool(true)
    for _ in 0..<Evaluator.depthLimit { deep = trees.call(Operator.not, deep) }
    #expect(Outcome(evaluate(deep)) == .failure(.nestedTooDeep))
    let either = trees.call(Operator.or, deep, trees.bool(true))
    #expect(Outcome(evaluate(either)) == .failure(.nestedTooDeep))
  }

  @Test func nestedQuantifiersRunIntoTheCostLimit() {
    var trees = Trees()
    let list = trees.value(.list((0..<50).map(CELValue.int)))
    var predicate = trees.bool(true)
    for level in 0..<5 {
      predicate = trees.builder.all(
        in: list, variable: "x\(level)", predicate: predicate, at: Trees.place)
    }
    #expect(Outcome(evaluate(predicate)) == .failure(.costExceeded))
  }

  @Test func hostilePatternsReturnAtOnce() {
    var trees = Trees()
    let text = trees.value(.string(String(repeating: "a", count: 50_000) + "!"))
    let match = trees.call("matches", text, trees.value(.string("^(a+)+$")))
    #expect(Outcome(evaluate(match)) == .value("false"))
  }

  @Test func conjunctionsOfManyTermsStayShallow() {
    var trees = Trees()
    let terms = (0..<500).map { _ in trees.bool(true) }
    #expect(evaluate(trees.builder.conjunction(terms, at: Trees.place)).bool == true)
    #expect(evaluate(trees.builder.disjunction([], at: Trees.place)).bool == false)
  }

  @Test func mapsAndSelections() {
    var trees = Trees()
    let key = trees.value(.string("a"))
    let map = trees.builder.make(
      .map([.init(key: key, value: trees.fact("b"))]), at: SourceRange(Trees.place))
    func select(_ field: String, isTest: Bool = false) -> Expression {
      trees.builder.make(
        .select(operand: map, field: field, isTest: isTest), at: SourceRange(Trees.place))
    }
    #expect(Outcome(evaluate(select("a"), known: ["b": .int(5)])) == .value("5"))
    #expect(Outcome(evaluate(select("a"))) == .unknown(["b"]))
    #expect(Outcome(evaluate(select("c"), known: ["b": .int(5)])) == .failure(.noSuchKey))
    #expect(Outcome(evaluate(select("c", isTest: true), known: ["b": .null])) == .value("false"))
    let twice = trees.builder.make(
      .map([.init(key: key, value: key), .init(key: key, value: key)]),
      at: SourceRange(Trees.place))
    #expect(Outcome(evaluate(twice)) == .failure(.duplicateKey))
  }
}
