internal import CEL
internal import Model
internal import Schema

// contains, subset_of, superset_of, unique.
extension CheckCompiler {
  /// A list that holds a value, or a text that holds another.
  mutating func contains(_ call: Call) -> Check? {
    guard let whole = operand(call.content), let node = call.options[.value],
      let part = operand(node)
    else { return nil }
    let core: Expression
    if whole.type.isList {
      core = builder.call(
        Operator.contained, [part.expression, whole.expression], at: call.position)
    } else {
      guard hasTypes([whole, part], .texts) else { return nil }
      core = builder.member("contains", of: whole.expression, part.expression, at: call.position)
    }
    guard let expression = guarded(core, [whole, part], call) else { return nil }
    return Check(expression, .containing, whole.shown, part.shown)
  }

  /// `subset_of: [part, whole]`, `superset_of: [whole, part]`; what is missing is shown.
  mutating func inclusion(_ call: Call) -> Check? {
    guard let operands = operands(call, atLeast: 2, atMost: 2), hasTypes(operands, .lists) else {
      return nil
    }
    let isSubset = call.verb == .subsetOf
    let (part, whole) = isSubset ? (operands[0], operands[1]) : (operands[1], operands[0])
    guard let missing = none(of: "missing", [part, whole], call) else { return nil }
    return Check(
      expression: missing.expression,
      explanation: .comparison(
        isSubset
          ? .init(relation: .including, actual: missing.wrong, expected: whole.shown)
          : .init(
            relation: .lacking, actual: missing.wrong, expected: part.shown, whole: whole.shown)))
  }

  /// No element of a list is in it twice.
  mutating func unique(_ call: Call) -> Check? {
    guard let list = operand(call.content), hasTypes([list], .lists) else { return nil }
    guard let double = none(of: "duplicates", [list], call) else { return nil }
    return Check(double.expression, .unique, double.wrong)
  }

  /// `size(function(operands)) == 0`; the function's elements are what is wrong.
  private mutating func none(
    of function: String, _ operands: [Operand], _ call: Call
  ) -> (expression: Expression, wrong: Shown)? {
    var arguments = operands.map(\.expression)
    if let node = call.options[.normalize] {
      guard let profile = profile(node) else { return nil }
      arguments.append(profile)
    }
    let wrong = builder.call(function, arguments, at: call.position)
    let size = builder.call("size", [wrong], at: call.position)
    let zero = builder.literal(.int(0), at: call.position)
    let core = builder.call(Operator.equal, [size, zero], at: call.position)
    guard let expression = guarded(core, operands, call) else { return nil }
    let keys = operands.flatMap(\.keys)
    return (expression, Shown(expression: wrong, source: .derived(keys)))
  }
}
