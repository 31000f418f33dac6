/// Lists, maps and what is taken from them.
extension Evaluator {
  mutating func list(
    _ elements: [Int], _ optionals: Set<Int>, in program: Program
  ) -> Evaluation {
    let (values, other) = strict(elements, in: program)
    if let other { return other }
    charge(Weight.of(.list(values)))
    if optionals.isEmpty { return .value(.list(values)) }
    var present: [CELValue] = []
    for (index, value) in values.enumerated() {
      guard optionals.contains(index) else {
        present.append(value)
        continue
      }
      guard case .optional(let content) = value else {
        return .failure(CELError(.noSuchOverload, "[?_]"))
      }
      if let content { present.append(content) }
    }
    return .value(.list(present))
  }

  mutating func map(_ entries: [Program.Entry], in program: Program) -> Evaluation {
    let (values, other) = strict(entries.flatMap { [$0.key, $0.value] }, in: program)
    if let other { return other }
    charge(Weight.of(.list(values)))
    var map = CELMap()
    for (index, entry) in entries.enumerated() {
      let key = values[2 * index]
      var value = values[2 * index + 1]
      if entry.isOptional {
        guard case .optional(let content) = value else {
          return .failure(CELError(.noSuchOverload, "{?_}"))
        }
        guard let content else { continue }
        value = content
      }
      guard CELMap.isKey(key) else { return .failure(CELError(.noSuchOverload, "{_}")) }
      guard map.insert(key, value) else { return .failure(CELError(.duplicateKey, key.text)) }
    }
    return .value(.map(map))
  }

  /// `accumulator + [element]`, in place.
  mutating func append(to place: Int, _ element: Int, in program: Program) -> Evaluation {
    let added = visit(element, in: program)
    switch (locals[place], added) {
    case (.value(.list(var values)), .value(let value)):
      charge(Weight.of(value))
      // The only other owner lets go, so that the elements are not copied.
      locals[place] = .value(.null)
      values.append(value)
      return .value(.list(values))
    case (.value, .value): return .failure(CELError(.noSuchOverload, Operator.add))
    case (.failure, _): return locals[place]
    case (_, .failure): return added
    case (.unknown(let names), .unknown(let others)): return .unknown(names.union(others))
    case (.unknown, _): return locals[place]
    case (_, .unknown): return added
    }
  }

  func select(_ operand: Evaluation, _ field: String, isTest: Bool) -> Evaluation {
    guard case .value(let value) = operand else { return operand }
    switch value {
    case .map(let map):
      let content = map[.string(field)]
      if isTest { return .value(.bool(content != nil)) }
      return content.map(Evaluation.value) ?? .failure(CELError(.noSuchKey, field))
    case .optional(let content):
      let selected = optionalSelect(.value(.optional(content)), field)
      guard isTest, case .value(.optional(let inner)) = selected else { return selected }
      return .value(.bool(inner != nil))
    default: return .failure(CELError(.noSuchOverload, "." + field))
    }
  }

  /// `operand.?field`: none where the operand or its field is absent.
  func optionalSelect(_ operand: Evaluation, _ field: String) -> Evaluation {
    guard case .value(let value) = operand else { return operand }
    switch value {
    case .optional(nil): return operand
    case .optional(.some(let inner)): return optionalSelect(.value(inner), field)
    case .map(let map):
      let content = map[.string(field)]
      if case .some(.optional) = content { return content.map(Evaluation.value) ?? operand }
      return .value(.optional(content))
    default: return .failure(CELError(.noSuchOverload, ".?" + field))
    }
  }
}
