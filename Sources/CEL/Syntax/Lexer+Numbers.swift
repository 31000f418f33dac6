/// Literals of numbers.
extension Lexer {
  mutating func number() -> Token.Kind {
    let start = position
    if peek() == "0", peek(1) == "x" || peek(1) == "X" { return hexadecimal(start) }
    skipDigits()
    var isDouble = false
    if peek() == ".", peek(1)?.isDigit == true {
      isDouble = true
      position += 1
      skipDigits()
    }
    if peek() == "e" || peek() == "E" {
      let hasSign = peek(1) == "+" || peek(1) == "-"
      if peek(hasSign ? 2 : 1)?.isDigit == true {
        isDouble = true
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    if isDouble { return double(start) }
    return integer(digits: source.text(start..<position), radix: 10, start)
  }

  private mutating func hexadecimal(_ start: Int) -> Token.Kind {
    position += 2
    let first = position
    while peek()?.isHexDigit == true { position += 1 }
    return integer(digits: source.text(first..<position), radix: 16, start)
  }

  private mutating func double(_ start: Int) -> Token.Kind {
    var text = source.text(start..<position)
    if text.hasPrefix(".") { text = "0" + text }
    guard let value = Double(text), value.isFinite, endsHere() else { return badNumber(start) }
    return .double(value)
  }

  private mutating func integer(digits: String, radix: Int, _ start: Int) -> Token.Kind {
    let isUnsigned = peek() == "u" || peek() == "U"
    if isUnsigned { position += 1 }
    guard let value = UInt(digits, radix: radix), endsHere() else { return badNumber(start) }
    return isUnsigned ? .uint(value) : .int(value, digits: source.text(start..<position))
  }

  private mutating func skipDigits() {
    while peek()?.isDigit == true { position += 1 }
  }

  // `30d` is no number and a unit; it is a slip.
  private func endsHere() -> Bool { peek().map { !$0.startsName && !$0.isDigit } ?? true }

  private mutating func badNumber(_ start: Int) -> Token.Kind {
    while let next = peek(), next.startsName || next.isDigit { position += 1 }
    let text = source.text(start..<position)
    if text.hasSuffix("d"), let days = Int(text.dropLast()) {
      fail(.literal, "天数请写 days(\(days))", "write days(\(days))", start..<position)
    } else {
      fail(
        .literal, "「\(text)」不是数，或超出范围", "\"\(text)\" is no number, or out of range",
        start..<position)
    }
    return .invalid
  }
}
