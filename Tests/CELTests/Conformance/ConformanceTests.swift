import Model
import Testing

@testable import CEL

/// The standard tests of cel-spec, as far as they need no protobuf messages.
@Suite struct ConformanceTests {
  /// Tests that fail, with the reason: nothing else may.
  static let justified: [String: String] = [:]

  /// Libraries that are not part of this implementation, with the reason.
  static let leftOut = [
    "ext.network": "no rule looks at IP addresses",
    "testonly.block": "macros of cel-go's own optimizer",
  ]

  @Test func everyTestPassesOrIsJustified() throws {
    guard let file = try ConformanceFile.load() else {
      print(
        "CONFORMANCE SKIPPED: no ../shared/cel/conformance.json beside the checkout and no CEL_CONFORMANCE"
      )
      return
    }
    var counts: [String: (passed: Int, all: Int)] = [:]
    var failures: [String] = []
    for test in file.tests where Self.leftOut[test.library] == nil {
      let problem = ConformanceRun(test).problem()
      counts[test.library, default: (0, 0)].all += 1
      if let problem {
        if Self.justified[test.id] == nil {
          failures.append("\(test.id): \(test.expr): \(problem)")
        }
      } else {
        counts[test.library, default: (0, 0)].passed += 1
        #expect(Self.justified[test.id] == nil, "\(test.id) passes by now: take it off the list")
      }
    }
    for (library, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("conformance \(library): \(count.passed) of \(count.all)")
    }
    for (library, reason) in Self.leftOut.sorted(by: { $0.key < $1.key }) {
      print("conformance \(library): left out: \(reason)")
    }
    for (id, reason) in Self.justified.sorted(by: { $0.key < $1.key }) {
      print("conformance fails, justified: \(id): \(reason)")
    }
    for failure in failures { print("conformance FAILS: \(failure)") }
    #expect(failures.isEmpty)
  }
}

/// One conformance test.
struct ConformanceRun {
  let test: ConformanceTest

  private static let functions = FunctionLibrary.common()

  init(_ test: ConformanceTest) { self.test = test }

  /// What is wrong; `nil` where it passes.
  func problem() -> String? {
    let checked: CheckedExpression
    switch CELCompiler(environment).compile(test.expr) {
    case .success(let expression): checked = expression
    case .failure(let diagnostics):
      return diagnostics.all.map { "\($0.code.rawValue): \($0.message.english)" }
        .joined(separator: "; ")
    }
    if let typed = test.expected.typed, !test.disableCheck {
      let type = typed.type.type
      if checked.type != type { return "type \(checked.type.shown), not \(type.shown)" }
    }
    if test.checkOnly { return nil }
    var evaluator = Evaluator { name in test.bindings[name]?.value.map { .value($0.value) } }
    return difference(evaluator.evaluate(checked.program))
  }

  private func difference(_ result: Evaluation) -> String? {
    let wanted = test.expected.value?.value ?? test.expected.typed?.value?.value
    switch result {
    case .failure(let error):
      return test.expected.error == nil ? "error \(error.code.rawValue) \(error.detail)" : nil
    case .unknown(let names): return "unknown \(names.sorted())"
    case .value(let value):
      guard let wanted else {
        return test.expected.error == nil ? nil : "no error but \(value)"
      }
      return value.isIdentical(to: wanted) ? nil : "\(value), not \(wanted)"
    }
  }

  private var environment: CELEnvironment {
    var variables: [String: CELType] = [:]
    var functions: [Function] = []
    for name in test.bindings.keys { variables[name] = .dyn }
    for declaration in test.typeEnv {
      if let type = declaration.type { variables[declaration.name] = type.type }
      for overload in declaration.overloads ?? [] {
        let result = overload.result.type
        functions.append(
          Function(
            declaration.name, LocalizedText("", ""),
            [
              Function.Overload(
                overload.params.map(\.type), result, style: overload.instance ? .member : .global
              ) { (_) throws(CELError) in throw CELError(.noSuchOverload) }
            ]))
      }
    }
    return CELEnvironment(
      variables: variables, functions: FunctionLibrary(Self.functions + functions),
      checking: test.disableCheck ? .none : .standard, container: test.container)
  }
}

extension CELValue {
  /// Equal, of the same type, NaN included; the order of maps does not count.
  func isIdentical(to other: CELValue) -> Bool {
    switch (self, other) {
    case (.double(let left), .double(let right)):
      return left == right && left.sign == right.sign || left.isNaN && right.isNaN
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
    case (.map(let left), .map(let right)):
      return left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right.entries.contains {
            $0.key.isIdentical(to: entry.key) && $0.value.isIdentical(to: entry.value)
          }
        }
    default: return kind == other.kind && equals(other)
    }
  }
}
