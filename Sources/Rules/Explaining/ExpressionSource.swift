internal import CEL
internal import Model

extension Expression {
  /// As a rule author writes it in CEL.
  var source: String { SourceWriter().text(of: self, above: 0) }
}

/// Writes trees as CEL.
private struct SourceWriter {
  /// How tightly an operator binds; 8 for what needs no parentheses anywhere.
  private static func precedence(_ function: String) -> Int {
    switch function {
    case Operator.conditional: 0
    case Operator.or: 1
    case Operator.and: 2
    case Operator.equal, Operator.notEqual, Operator.less, Operator.lessOrEqual, Operator.greater,
      Operator.greaterOrEqual, Operator.contained:
      3
    case Operator.add, Operator.subtract: 4
    case Operator.multiply, Operator.divide, Operator.remainder: 5
    case Operator.not, Operator.negate: 6
    default: 8
    }
  }

  func text(of expression: Expression, above: Int) -> String {
    switch expression.kind {
    case .literal(let value): return Self.literal(value)
    case .identifier(let name): return name
    case .select(let operand, let field, let isTest):
      let path = text(of: operand, above: 8) + "." + field
      return isTest ? "has(\(path))" : path
    case .list(let elements):
      return "[" + elements.map { text(of: $0, above: 0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      let texts = entries.map { text(of: $0.key, above: 0) + ": " + text(of: $0.value, above: 0) }
      return "{" + texts.joined(separator: ", ") + "}"
    case .call(let function, let arguments):
      let own = Self.precedence(function)
      let text = call(function, arguments, own)
      return own < above ? "(\(text))" : text
    case .memberCall(let receiver, let function, let arguments):
      return text(of: receiver, above: 8) + "." + function + list(arguments[...])
    case .comprehension(let fold): return comprehension(fold)
    case .invalid: return "…"
    }
  }

  private func call(_ function: String, _ arguments: [Expression], _ own: Int) -> String {
    let symbol =
      Operator.symbol(function)
      ?? (function.hasPrefix("@") ? String(function.dropFirst()) : function)
    switch (function, arguments.count) {
    case (Operator.conditional, 3):
      return text(of: arguments[0], above: 1) + " ? " + text(of: arguments[1], above: 1) + " : "
        + text(of: arguments[2], above: 0)
    case (Operator.index, 2):
      return text(of: arguments[0], above: 8) + "[" + text(of: arguments[1], above: 0) + "]"
    case (Operator.not, 1), (Operator.negate, 1): return symbol + text(of: arguments[0], above: 6)
    case (_, 2) where (1...5).contains(own):
      let isChain = own == 1 || own == 2
      return text(of: arguments[0], above: own) + " \(symbol) "
        + text(of: arguments[1], above: isChain ? own : own + 1)
    case (_, _) where Self.receivers.contains(function) && !arguments.isEmpty:
      return text(of: arguments[0], above: 8) + "." + function + list(arguments.dropFirst())
    default: return symbol + list(arguments[...])
    }
  }

  /// Functions that authors write after their first argument.
  private static let receivers: Set = ["contains", "startsWith", "endsWith", "matches"]

  private func list(_ arguments: ArraySlice<Expression>) -> String {
    "(" + arguments.map { text(of: $0, above: 0) }.joined(separator: ", ") + ")"
  }

  private func comprehension(_ fold: Comprehension) -> String {
    let range = text(of: fold.iterationRange, above: 8)
    let names = [fold.variable, fold.secondVariable].compactMap(\.self).joined(separator: ", ")
    func macro(_ name: String, _ body: Expression) -> String {
      "\(range).\(name)(\(names), \(text(of: body, above: 0)))"
    }
    switch (fold.step.kind, fold.predicate) {
    case (.call(Operator.and, _), let predicate?): return macro("all", predicate)
    case (.call(Operator.or, _), let predicate?): return macro("exists", predicate)
    case (.call(Operator.conditional, _), let predicate?): return macro("exists_one", predicate)
    case (_, _): return macro("map", fold.step)
    }
  }

  private static func literal(_ value: CELValue) -> String {
    switch value {
    case .null: "null"
    case .string(let text): quoted(text)
    case .date(let date): "date('\(date.iso)')"
    case .duration(let span): span.wholeDays.map { "days(\($0))" } ?? "duration('\(span.text)')"
    case .uint(let number): "\(number)u"
    case .double(let number): "\(number)"
    case .list(let values): "[" + values.map(literal).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.entries.map { literal($0.key) + ": " + literal($0.value) }.joined(separator: ", ")
        + "}"
    case .optional(nil): "optional.none()"
    case .optional(let content?): "optional.of(\(literal(content)))"
    case .bool, .int, .bytes, .timestamp, .type: value.text
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.escaped { escapes[$0] } + "'"
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "'": "\\'", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t",
  ]
}
