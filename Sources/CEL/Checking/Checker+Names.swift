internal import Model

/// Names and selections.
extension Checker {
  /// Names of types, which are values.
  static let typeNames: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null,
    "type": .type, "date": .date, "optional_type": .optional(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]

  mutating func identifier(_ name: String, _ expression: Expression) -> Typed {
    if let local = locals.last(where: { $0.name == name }) {
      return Typed(expression: expression, type: local.type)
    }
    if let found = global(name, expression) { return found }
    // Names that macros and verbs make are no author's.
    if !name.hasPrefix("@") { reportUnknown(name, expression) }
    return Typed(expression: expression, type: .dyn)
  }

  /// A declared variable or the name of a type; `nil` for other names.
  private func global(_ name: String, _ expression: Expression) -> Typed? {
    for candidate in environment.candidates(for: name) {
      if let type = environment.variables[candidate] {
        // The point keeps a variable of a fold from hiding the name.
        let isHidden = locals.contains { $0.name == candidate }
        let resolved = isHidden ? "." + candidate : candidate
        return Typed(expression: with(.identifier(resolved), of: expression), type: type)
      }
      if let type = Self.typeNames[candidate] {
        return Typed(expression: with(.literal(.type(type)), of: expression), type: .type)
      }
    }
    return nil
  }

  mutating func select(
    _ expression: Expression, _ operand: Expression, _ field: String, isTest: Bool
  ) -> Typed {
    if let path = qualifiedName(expression), let found = global(path, expression) {
      guard isTest else { return found }
      report(
        .macro, "has(…) 只用于映射的字段；要问事实是否读到，请写 known(\(path))",
        "has(…) is for the fields of maps; to ask whether a fact is known write known(\(path))",
        at: expression)
      return Typed(expression: expression, type: .bool)
    }
    if let path = qualifiedName(expression), isUnknownRoot(operand) {
      reportUnknown(path, expression)
      return Typed(expression: expression, type: isTest ? .bool : .dyn)
    }
    let typed = visit(operand)
    let kind = Expression.Kind.select(operand: typed.expression, field: field, isTest: isTest)
    let type = fieldType(typed, field, expression)
    return Typed(expression: with(kind, of: expression), type: isTest ? .bool : type)
  }

  private mutating func fieldType(
    _ operand: Typed, _ field: String, _ expression: Expression
  ) -> CELType {
    switch inference.known(operand.type) {
    case .dyn, .variable: return .dyn
    case .map(let key, let value):
      _ = inference.assign(.string, to: key)
      return value
    case .optional(let inner):
      let type = fieldType(
        Typed(expression: operand.expression, type: inner), field, expression)
      if case .optional = inference.known(type) { return type }
      return .optional(type)
    case .nullable(let inner):
      if environment.checking == .strict { reportNullable(operand) }
      return fieldType(Typed(expression: operand.expression, type: inner), field, expression)
    case let type:
      let shown = inference.final(type).shown
      report(
        .typeMismatch, "\(shown) 没有字段「\(field)」", "a \(shown) has no field \"\(field)\"",
        at: expression)
      return .dyn
    }
  }

  /// `a.b.c` where no part of it is a variable of a fold.
  func qualifiedName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): locals.contains { $0.name == name } ? nil : name
    case .select(let operand, let field, _): qualifiedName(operand).map { $0 + "." + field }
    default: nil
    }
  }

  /// Whether neither this chain nor the start of it is a name: then the whole of it is unknown.
  private func isUnknownRoot(_ expression: Expression) -> Bool {
    guard let path = qualifiedName(expression) else { return false }
    if global(path, expression) != nil { return false }
    if case .select(let operand, _, _) = expression.kind { return isUnknownRoot(operand) }
    return true
  }

  private mutating func reportUnknown(_ path: String, _ expression: Expression) {
    let name = path.hasPrefix(".") ? String(path.dropFirst()) : path
    let known = Array(environment.variables.keys) + locals.map(\.name)
    if let suggestion = NearestName.suggestion(for: name, among: known) {
      report(
        .unknownName, "没有名称 \(name)，是否为 \(suggestion)？",
        "there is no \(name); did you mean \(suggestion)?", at: expression)
    } else if let example = known.filter({ $0.hasPrefix(name + ".") }).min() {
      report(
        .unknownName, "\(name) 本身不是值；请写其中一项，例如 \(example)",
        "\(name) is no value by itself; name a part of it, such as \(example)", at: expression)
    } else if environment.functions[name] != nil {
      report(
        .unknownName, "\(name) 是函数，调用请写 \(name)(…)",
        "\(name) is a function; call it as \(name)(…)", at: expression)
    } else if !name.contains(".") {
      report(
        .unknownName, "没有名称 \(name)；若是文本，请加引号：'\(name)'",
        "there is no \(name); a text needs quotes: '\(name)'", at: expression)
    } else {
      report(.unknownName, "没有名称 \(name)", "there is no \(name)", at: expression)
    }
  }
}
