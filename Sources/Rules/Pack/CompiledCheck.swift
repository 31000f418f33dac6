internal import CEL

/// A whole check or condition, ready to be evaluated any number of times.
struct CompiledCheck: Sendable {
  let check: Check
  let program: Program
  /// The names that an evaluation may read.
  let names: [String]

  init(_ check: Check, _ functions: FunctionLibrary) {
    self.init(check, Program(check.expression, functions: functions))
  }

  init(_ check: Check, _ program: Program) {
    self.check = check
    self.program = program
    names = check.expression.names
  }

  var expression: Expression { check.expression }

  /// The same check over another tree, as a mutant has it.
  func with(_ expression: Expression, _ functions: FunctionLibrary) -> CompiledCheck {
    CompiledCheck(Check(expression: expression, explanation: check.explanation), functions)
  }
}
