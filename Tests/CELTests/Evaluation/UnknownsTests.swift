import Model
import Testing

@testable import CEL

@Suite struct UnknownsTests {
  enum Operand: String, CaseIterable { case yes, no, unknown, error, other }

  private func expression(_ operand: Operand, _ trees: inout Trees, _ name: String) -> Expression {
    switch operand {
    case .yes: trees.bool(true)
    case .no: trees.bool(false)
    case .unknown: trees.fact(name)
    case .error: trees.failing()
    case .other: trees.value(.int(7))
    }
  }

  // cel-spec's table: the deciding operand wins on either side, then unknown, then error.
  @Test(arguments: Operand.allCases, Operand.allCases)
  func conjunction(left: Operand, right: Operand) {
    check(left, right, Operator.and, deciding: .no, name: "false", otherwise: "true")
  }

  @Test(arguments: Operand.allCases, Operand.allCases)
  func disjunction(left: Operand, right: Operand) {
    check(left, right, Operator.or, deciding: .yes, name: "true", otherwise: "false")
  }

  private func check(
    _ left: Operand, _ right: Operand, _ function: String, deciding: Operand, name: String,
    otherwise: String
  ) {
    var trees = Trees()
    let first = expression(left, &trees, "a")
    let second = expression(right, &trees, "b")
    let outcome = Outcome(evaluate(trees.call(function, first, second)))
    let unknowns = [left == .unknown ? "a" : nil, right == .unknown ? "b" : nil].compactMap { $0 }
    let pair = [left, right]
    if pair.contains(deciding) {
      #expect(outcome == .value(name))
    } else if !unknowns.isEmpty {
      #expect(outcome == .unknown(unknowns))
    } else if let bad = pair.first(where: { $0 == .error || $0 == .other }) {
      #expect(outcome == .failure(bad == .error ? .divisionByZero : .noSuchOverload))
    } else {
      #expect(outcome == .value(otherwise))
    }
  }

  @Test func strictCallsPutErrorsBeforeUnknowns() {
    var trees = Trees()
    let division = trees.call(Operator.divide, trees.value(.int(1)), trees.value(.int(0)))
    let sum = trees.call(Operator.add, trees.fact("a"), division)
    #expect(Outcome(evaluate(sum)) == .failure(.divisionByZero))
    let both = trees.call(Operator.add, trees.fact("b"), trees.fact("a"))
    #expect(Outcome(evaluate(both)) == .unknown(["a", "b"]))
  }

  @Test func conditionalCountsOnlyTheSideTaken() {
    var trees = Trees()
    let open = trees.call(Operator.conditional, trees.fact("a"), trees.bool(true), trees.fact("b"))
    #expect(Outcome(evaluate(open)) == .unknown(["a"]))
    let first = trees.call(
      Operator.conditional, trees.bool(true), trees.bool(false), trees.fact("b"))
    #expect(Outcome(evaluate(first)) == .value("false"))
    let second = trees.call(
      Operator.conditional, trees.bool(false), trees.failing(), trees.bool(true))
    #expect(Outcome(evaluate(second)) == .value("true"))
  }

  @Test func quantifiersAbsorbUnknowns() {
    var trees = Trees()
    let list = trees.value(.list([.int(1), .int(2)]))
    let isTwo = trees.call(Operator.equal, trees.fact("x"), trees.value(.int(2)))
    let either = trees.call(Operator.or, isTwo, trees.fact("a"))
    let exists = trees.builder.exists(in: list, variable: "x", predicate: either, at: Trees.place)
    #expect(Outcome(evaluate(exists)) == .value("true"))
    let all = trees.builder.all(in: list, variable: "x", predicate: either, at: Trees.place)
    #expect(Outcome(evaluate(all)) == .unknown(["a"]))
    #expect(Outcome(evaluate(all, known: ["a": .bool(false)])) == .value("false"))
    let unknownList = trees.builder.all(
      in: trees.fact("list"), variable: "x", predicate: either, at: Trees.place)
    #expect(Outcome(evaluate(unknownList)) == .unknown(["list"]))
    #expect(all.names == ["a"])
  }

  /// A decided answer under partial facts equals the answer under every completion of them.
  @Test func decidedAnswersHoldUnderEveryCompletion() {
    var random = SplitMix(state: 20_261_122)
    var decided = 0
    var open = 0
    for _ in 0..<4000 {
      var generator = TreeGenerator(random: random)
      let expression = generator.boolean(depth: 5)
      random = generator.random
      let missing = TreeGenerator.facts.filter { _ in random.below(2) == 0 }
      let known = TreeGenerator.facts.filter { !missing.contains($0) }
        .reduce(into: [:]) { $0[$1] = CELValue.bool(random.below(2) == 0) }
      let partial = Outcome(evaluate(expression, known: known))
      let completions = (0..<(1 << missing.count)).map { bits in
        var facts = known
        for (index, name) in missing.enumerated() { facts[name] = .bool(bits >> index & 1 == 1) }
        return Outcome(evaluate(expression, known: facts))
      }
      switch partial {
      case .value:
        decided += 1
        #expect(completions.allSatisfy { $0 == partial })
      case .failure:
        // Which of several errors is named may differ; that there is one may not.
        #expect(
          completions.allSatisfy { if case .failure = $0 { true } else { false } })
      case .unknown(let names):
        open += 1
        #expect(!names.isEmpty && names.allSatisfy(missing.contains))
      }
    }
    #expect(decided > 500 && open > 500)
  }
}

/// A reproducible generator (Steele, Lea, Flood: SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % bound
  }
}

/// Random boolean trees over six facts, with errors and quantifiers in them.
struct TreeGenerator {
  static let facts = ["a", "b", "c", "d", "e", "f"]
  var random: SplitMix
  var trees = Trees()

  mutating func boolean(depth: Int, variable: String? = nil) -> Expression {
    guard depth > 0 else { return leaf(variable) }
    let left = boolean(depth: depth - 1, variable: variable)
    switch random.below(10) {
    case 0, 1, 2:
      return trees.call(Operator.and, left, boolean(depth: depth - 1, variable: variable))
    case 3, 4, 5:
      return trees.call(Operator.or, left, boolean(depth: depth - 1, variable: variable))
    case 6: return trees.call(Operator.not, left)
    case 7: return trees.call(Operator.equal, left, boolean(depth: depth - 1, variable: variable))
    case 8:
      let first = boolean(depth: depth - 1, variable: variable)
      let second = boolean(depth: depth - 1, variable: variable)
      return trees.call(Operator.conditional, left, first, second)
    default:
      let list = trees.value(.list([.bool(false), .bool(true)]))
      let predicate = boolean(depth: depth - 1, variable: "x")
      return random.below(2) == 0
        ? trees.builder.all(in: list, variable: "x", predicate: predicate, at: Trees.place)
        : trees.builder.exists(in: list, variable: "x", predicate: predicate, at: Trees.place)
    }
  }

  private mutating func leaf(_ variable: String?) -> Expression {
    switch random.below(12) {
    case 0: return trees.bool(random.below(2) == 0)
    case 1: return trees.failing()
    case 2, 3: return trees.fact(variable ?? "a")
    default: return trees.fact(Self.facts[Int(random.below(6))])
    }
  }
}
