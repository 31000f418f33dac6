internal import Model

/// Operators, by rising strength.
extension Parser {
  /// `a ? b : c` and everything stronger; chains are parsed without recursion.
  mutating func expression() -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.nestingLimit {
      giveUp(at: token.range)
      return invalid()
    }
    let start = token.range.lowerBound
    var tests: [(test: Expression, then: Expression)] = []
    var last = binary(.or)
    while accept(.question) {
      let then = binary(.or)
      guard accept(.colon) else {
        fail("条件表达式缺少「:」：条件 ? 甲 : 乙", "a condition needs a \":\": test ? a : b")
        recover()
        return make(.invalid, from: start)
      }
      tests.append((last, then))
      last = binary(.or)
    }
    for (test, then) in tests.reversed() {
      last = make(
        .call(function: Operator.conditional, arguments: [test, then, last]), from: start)
    }
    return last
  }

  enum Level: Int {
    case or, and, relation, addition, multiplication

    var stronger: Level? { Level(rawValue: rawValue + 1) }

    func function(_ token: Token) -> String? {
      guard case .symbol(let symbol) = token.kind else {
        return self == .relation && token.isIn ? Operator.contained : nil
      }
      switch (self, symbol) {
      case (.or, .or): return Operator.or
      case (.and, .and): return Operator.and
      case (.relation, .equal): return Operator.equal
      case (.relation, .notEqual): return Operator.notEqual
      case (.relation, .less): return Operator.less
      case (.relation, .lessOrEqual): return Operator.lessOrEqual
      case (.relation, .greater): return Operator.greater
      case (.relation, .greaterOrEqual): return Operator.greaterOrEqual
      case (.addition, .plus): return Operator.add
      case (.addition, .minus): return Operator.subtract
      case (.multiplication, .times): return Operator.multiply
      case (.multiplication, .slash): return Operator.divide
      case (.multiplication, .percent): return Operator.remainder
      default: return nil
      }
    }
  }

  mutating func binary(_ level: Level) -> Expression {
    let start = token.range.lowerBound
    var terms = [operand(level)]
    while let function = level.function(token), !hasGivenUp {
      advance()
      let right = operand(level)
      switch level {
      case .or, .and: terms.append(right)
      case .relation, .addition, .multiplication:
        terms = [make(.call(function: function, arguments: [terms[0], right]), from: start)]
      }
    }
    return balanced(terms, level == .or ? Operator.or : Operator.and, from: start)
  }

  private mutating func operand(_ level: Level) -> Expression {
    if let stronger = level.stronger { return binary(stronger) }
    return unary()
  }

  // Halves, not a chain: the depth of a tree is limited.
  private mutating func balanced(
    _ terms: [Expression], _ function: String, from start: Int
  ) -> Expression {
    if terms.count == 1 { return terms[0] }
    let half = terms.count / 2
    let left = balanced(Array(terms[..<half]), function, from: start)
    let right = balanced(Array(terms[half...]), function, from: start)
    let place = SourceRange(start: left.range.start, end: right.range.end)
    return builder.make(.call(function: function, arguments: [left, right]), at: place)
  }

  private mutating func unary() -> Expression {
    var signs: [(function: String, start: Int)] = []
    while true {
      let start = token.range.lowerBound
      if token.isSymbol(.minus), let number = negativeNumber() {
        return signed(member(of: number, from: start), signs)
      }
      if accept(.not) {
        signs.append((Operator.not, start))
      } else if accept(.minus) {
        signs.append((Operator.negate, start))
      } else {
        break
      }
    }
    return signed(member(), signs)
  }

  private mutating func signed(
    _ operand: Expression, _ signs: [(function: String, start: Int)]
  ) -> Expression {
    var operand = operand
    for sign in signs.reversed() where !hasGivenUp {
      operand = make(.call(function: sign.function, arguments: [operand]), from: sign.start)
    }
    return operand
  }

  // The sign belongs to the number: -9223372036854775808 is an int, 9223372036854775808 is none.
  private mutating func negativeNumber() -> Expression? {
    let start = token.range.lowerBound
    switch next().kind {
    case .int(let magnitude, _) where magnitude <= UInt(Int.max) + 1:
      advance()
      advance()
      return make(.literal(.int(Int(truncatingIfNeeded: 0 &- magnitude))), from: start)
    case .double(let value):
      advance()
      advance()
      return make(.literal(.double(-value)), from: start)
    default: return nil
    }
  }
}
