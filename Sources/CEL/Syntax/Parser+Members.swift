internal import Model

/// Operands with their selections, indexes and calls.
extension Parser {
  mutating func member() -> Expression {
    let start = token.range.lowerBound
    return member(of: primary(), from: start)
  }

  mutating func member(of operand: Expression, from start: Int) -> Expression {
    var operand = operand
    while !hasGivenUp {
      if accept(.dot) {
        operand = selection(of: operand, from: start)
      } else if accept(.openBracket) {
        let function = accept(.question) ? Operator.optionalIndex : Operator.index
        let index = expression()
        close(.closeBracket, "]")
        operand = make(.call(function: function, arguments: [operand, index]), from: start)
      } else {
        break
      }
    }
    return operand
  }

  private mutating func selection(of operand: Expression, from start: Int) -> Expression {
    let isOptional = accept(.question)
    let field: String
    switch token.kind {
    case .identifier(let name), .quoted(let name): field = name
    default:
      fail("「.」之后应为字段名", "a field's name is wanted after \".\"")
      recover()
      return make(.invalid, from: start)
    }
    let isQuoted = token.kind == .quoted(field)
    let nameStart = token.range.lowerBound
    advance()
    if isOptional {
      let name = make(.literal(.string(field)), from: nameStart)
      return make(
        .call(function: Operator.optionalSelect, arguments: [operand, name]), from: start)
    }
    if !isQuoted, token.isSymbol(.openParenthesis) {
      advance()
      let arguments = list(until: .closeParenthesis, ")") { $0.expression() }
      if let expanded = expandMember(operand, field, arguments, from: start) { return expanded }
      return make(
        .memberCall(receiver: operand, function: field, arguments: arguments), from: start)
    }
    return make(.select(operand: operand, field: field, isTest: false), from: start)
  }

  private mutating func primary() -> Expression {
    let start = token.range.lowerBound
    switch token.kind {
    case .int(let value, let digits):
      guard let number = Int(exactly: value) else {
        diagnostics.add(
          .literal, "整数 \(digits) 超出 64 位范围", "the integer \(digits) does not fit 64 bits",
          at: source.range(token.range))
        advance()
        return make(.invalid, from: start)
      }
      return literal(.int(number))
    case .uint(let value): return literal(.uint(value))
    case .double(let value): return literal(.double(value))
    case .string(let value): return literal(.string(value))
    case .bytes(let value): return literal(.bytes(value))
    case .identifier(let name): return identifier(name, isAbsolute: false)
    case .symbol(.dot):
      guard case .identifier(let name) = next().kind else { break }
      advance()
      return identifier(name, isAbsolute: true, from: start)
    case .symbol(.openParenthesis):
      advance()
      let inner = expression()
      close(.closeParenthesis, ")")
      return inner
    case .symbol(.openBracket): return listLiteral()
    case .symbol(.openBrace): return mapLiteral()
    case .invalid:
      advance()
      return make(.invalid, from: start)
    case .quoted, .symbol, .end: break
    }
    failHere()
    recover()
    return make(.invalid, from: start)
  }

  private mutating func literal(_ value: CELValue) -> Expression {
    let start = token.range.lowerBound
    advance()
    return make(.literal(value), from: start)
  }

  private mutating func identifier(
    _ name: String, isAbsolute: Bool, from outer: Int? = nil
  ) -> Expression {
    let range = token.range
    let start = outer ?? range.lowerBound
    switch name {
    case "true", "false": return literal(.bool(name == "true"))
    case "null": return literal(.null)
    default: break
    }
    advance()
    if Self.reserved.contains(name) {
      failReserved(name, range)
      return make(.invalid, from: start)
    }
    if let word = Self.foreignOperators[name], startsOperand(token) {
      fail("「\(name)」请写 \(word)", "write \(word) for \"\(name)\"", at: range)
    }
    let resolved = isAbsolute ? "." + name : name
    if accept(.openParenthesis) {
      let arguments = list(until: .closeParenthesis, ")") { $0.expression() }
      if !isAbsolute, let expanded = expandGlobal(name, arguments, from: start) {
        return expanded
      }
      return make(.call(function: resolved, arguments: arguments), from: start)
    }
    if token.isSymbol(.openBrace) {
      fail(
        "不支持消息类型 \(name){…}；映射请写 {'键': 值}",
        "there are no messages like \(name){…}; a map is {'key': value}")
      recover()
      return make(.invalid, from: start)
    }
    return make(.identifier(resolved), from: start)
  }

  // MARK: Lists and maps

  private mutating func listLiteral() -> Expression {
    let start = token.range.lowerBound
    advance()
    let elements = list(until: .closeBracket, "]") { parser in
      let first = parser.token.range.lowerBound
      guard parser.accept(.question) else { return parser.expression() }
      let element = parser.expression()
      return parser.make(
        .call(function: Operator.optionalElement, arguments: [element]), from: first)
    }
    return make(.list(elements), from: start)
  }

  private mutating func mapLiteral() -> Expression {
    let start = token.range.lowerBound
    advance()
    let entries = list(until: .closeBrace, "}") { parser in
      let isOptional = parser.accept(.question)
      let key = parser.expression()
      guard parser.accept(.colon) else {
        parser.fail("映射的键与值之间应有「:」", "a key and its value are parted by \":\"")
        parser.recover()
        return Expression.Entry(key: key, value: parser.invalid())
      }
      return Expression.Entry(key: key, value: parser.expression(), isOptional: isOptional)
    }
    return make(.map(entries), from: start)
  }

  /// Items parted by commas up to a closing bracket; a comma behind the last one may stand.
  private mutating func list<Item>(
    until end: Token.Symbol, _ sign: String, _ item: (inout Self) -> Item
  ) -> [Item] {
    var items: [Item] = []
    while !token.isSymbol(end), token.kind != .end, !hasGivenUp {
      let before = index
      items.append(item(&self))
      if accept(.comma) { continue }
      if token.isSymbol(end) || token.kind == .end { break }
      failHere()
      recover()
      _ = accept(.comma)
      if index == before { break }
    }
    close(end, sign)
    return items
  }

  mutating func close(_ symbol: Token.Symbol, _ sign: String) {
    if accept(symbol) || hasGivenUp { return }
    if token.kind == .end {
      fail("缺少「\(sign)」", "a \"\(sign)\" is missing")
      return
    }
    failHere()
    recover()
    _ = accept(symbol)
  }
}
