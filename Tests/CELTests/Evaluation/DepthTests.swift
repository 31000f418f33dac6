import Model
import Testing

@testable import CEL

/// The deepest expression of each shape that is accepted is evaluated on a small stack, too.
@Suite struct DepthTests {
  @Test(arguments: [
    ("(", "a", ")"), ("[", "n", "]"), ("{1: ", "n", "}"), ("!(", "a", ")"), ("-(", "n", ")"),
    ("[1].all(x, ", "a", ")"), ("[1].exists_one(x, ", "a", ")"), ("[1].map(x, ", "n", ")"),
    ("[1].filter(x, size(", "'甲'", ") > 0)"), ("cel.bind(x, a, ", "x", ")"),
    ("a ? (", "a", ") : b"), ("a && (b || ", "a", ")"), ("n + (", "n", ")"), ("dyn(", "n", ")"),
    ("optional.of(", "n", ")"), ("{'k': 1}.transformMap(k, v, ", "n", ")"),
    ("[?optional.of(", "n", ")]"),
    ("[n].map(x, a ? ", "n", " : 1)[0] + n"),
  ])
  func theDeepestOfEachShapeIsEvaluated(start: String, core: String, end: String) throws {
    var deepest: (count: Int, checked: CheckedExpression)?
    for count in 1...Evaluator.depthLimit + 1 {
      let text =
        String(repeating: start, count: count) + core + String(repeating: end, count: count)
      guard case .success(let checked) = Compiling.compile(text) else { break }
      deepest = (count, checked)
    }
    let (count, checked) = try #require(deepest)
    // The least that langdef asks of an implementation is 12.
    #expect(count >= 12 && count < Evaluator.depthLimit)
    var evaluator = Evaluator(mode: .explain, trace: Trace()) { name in
      name == "n" ? .value(.int(1)) : .value(.bool(true))
    }
    if case .failure(let error) = evaluator.evaluate(checked.program) {
      #expect(error.code == .costExceeded)
    }
  }
}
