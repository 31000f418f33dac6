import Model
import Testing

@testable import CEL

/// For random texts over texts, numbers, dates, lists and nulls: what is decided while facts are unknown is what
/// every completion gives.
@Suite struct CompletionTests {
  /// What each fact may turn out to be.
  static let contents: [String: [CELValue]] = [
    "s": [.string(""), .string("甲"), .string("甲公司")], "t": [.string("甲"), .string("乙")],
    "i": [.int(0), .int(1), .int(.max)], "j": [.int(0), .int(2)],
    "d": [.null, date("2026-01-31"), date("2030-01-01")], "e": [date("2026-02-28")],
    "l": [.list([]), .list([.string("甲")]), .list([.string("乙"), .string("甲")])],
    "p": [.bool(true), .bool(false)],
  ]

  static let environment = CELEnvironment(
    variables: [
      "s": .string, "t": .string, "i": .int, "j": .int, "d": .nullable(.date), "e": .date,
      "l": .list(.string), "p": .bool,
    ], functions: library)

  private static func date(_ text: String) -> CELValue {
    CalendarDate(iso: text).map(CELValue.date) ?? .null
  }

  @Test func decidedAnswersHoldUnderEveryCompletion() throws {
    var writer = TextWriter(random: SplitMix(state: 7))
    let compiler = CELCompiler(Self.environment)
    var decided = 0
    var open = 0
    var partial = 0
    for _ in 0..<800 {
      let text = writer.condition(depth: 4)
      let program = try compiler.compile(text, expecting: .bool).get().program
      var facts: [String: CELValue] = [:]
      for (name, contents) in Self.contents.sorted(by: { $0.key < $1.key })
      where writer.random.below(2) == 0 {
        facts[name] = contents[Int(writer.random.below(UInt64(contents.count)))]
      }
      let outcome = result(program, facts)
      let completions = completions(of: facts, program.names).map { result(program, $0) }
      switch outcome {
      case .value:
        decided += 1
        if program.names.contains(where: { facts[$0] == nil }) { partial += 1 }
        #expect(completions.allSatisfy { $0 == outcome }, "\(text)")
      case .failure(let code):
        // What loads does not fail for a name, a type or a null.
        #expect(code != .noSuchOverload && code != .noSuchName, "\(text)")
        #expect(
          completions.allSatisfy { if case .failure = $0 { true } else { false } }, "\(text)")
      case .unknown(let names):
        open += 1
        #expect(!names.isEmpty && names.allSatisfy { facts[$0] == nil }, "\(text)")
      }
    }
    #expect(decided > 100 && open > 100 && partial > 40)
  }

  /// All ways to make the facts that `names` asks for known.
  private func completions(
    of facts: [String: CELValue], _ names: [String]
  ) -> [[String: CELValue]] {
    names.filter { facts[$0] == nil }.reduce([facts]) { all, name in
      all.flatMap { facts in
        Self.contents[name, default: []].map { content in
          facts.merging([name: content]) { $1 }
        }
      }
    }
  }

  private func result(_ program: Program, _ facts: [String: CELValue]) -> Outcome {
    var evaluator = Evaluator { facts[$0].map(Evaluation.value) ?? .unknown([$0]) }
    return Outcome(evaluator.evaluate(program))
  }
}

/// Writes random expressions that pass the checker.
struct TextWriter {
  var random: SplitMix

  mutating func one(of choices: [String]) -> String {
    choices[Int(random.below(UInt64(choices.count)))]
  }

  mutating func condition(depth: Int, _ variable: String? = nil) -> String {
    guard depth > 0 else { return leaf(variable) }
    func inner(_ writer: inout Self, _ name: String? = nil) -> String {
      "(" + writer.condition(depth: depth - 1, name ?? variable) + ")"
    }
    switch random.below(12) {
    case 0, 1, 2: return inner(&self) + " && " + inner(&self)
    case 3, 4, 5: return inner(&self) + " || " + inner(&self)
    case 6: return "!" + inner(&self)
    case 7: return inner(&self) + " ? " + inner(&self) + " : " + inner(&self)
    case 8: return "d == null || (d > e && " + inner(&self) + ")"
    case 9:
      return one(of: ["l", "[s, t]", "[s, t, '甲']", "[t, s + t]", "l.filter(y, y != s)"])
        + one(of: [".all", ".exists", ".exists_one"]) + "(x, " + inner(&self, "x") + ")"
    case 10: return "cel.bind(z, " + inner(&self) + ", z || " + inner(&self) + ")"
    default: return inner(&self) + one(of: [" == ", " != "]) + inner(&self)
    }
  }

  private mutating func leaf(_ variable: String?) -> String {
    let text = variable ?? "s"
    let number = one(of: ["i", "j", "1", "i + 1", "i / j", "size(s)", "i * 2 - j", "l.size()"])
    switch random.below(11) {
    case 0: return text + one(of: [" == ", " != ", " < "]) + one(of: ["s", "t", "'甲'"])
    case 1: return number + one(of: [" < ", " >= ", " == "]) + one(of: ["i", "j", "0", "1"])
    case 2: return text + " in " + one(of: ["l", "[t, '乙']", "['甲']", "l + [t]"])
    case 3: return "norm(\(text), 'company') == norm(t, 'company')"
    case 4: return text + one(of: [".startsWith(t)", ".contains('甲')", ".matches('^甲')"])
    case 5: return "d " + one(of: ["== null", "!= null", "== e"])
    case 6:
      return one(of: [
        "l[i] == 's'", "l.map(y, y + t)[0] == '甲'", "l == [s]", "missing(l, [s]) == []",
      ])
    case 7: return "e + days(" + one(of: ["1", "i", "30"]) + ") < date('2026-03-05')"
    case 8: return "checksum(\(text), 'gb11643')"
    case 9:
      return one(of: ["{s: i}.s == 1", "{'k': p}.k", "l[?0].orValue(s) == t", "[?l[?0]] == [t]"])
    default: return one(of: ["p", "true", "false"])
    }
  }
}
