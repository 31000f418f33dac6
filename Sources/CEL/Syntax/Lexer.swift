internal import Model

/// Cuts an expression into tokens.
///
/// What is no token becomes a diagnostic and an invalid token, so that the parser can continue.
struct Lexer {
  let source: SourceText
  var position = 0
  private(set) var tokens: [Token] = []
  var diagnostics = DiagnosticList()

  /// By their first scalars, longer ones first.
  private static let symbols = Dictionary(
    grouping: Token.Symbol.allCases.map { (symbol: $0, scalars: $0.scalars) }, by: \.scalars[0])

  init(_ source: SourceText) { self.source = source }

  mutating func run() {
    skipBlanks()
    while let scalar = peek() {
      let start = position
      let kind = token(scalar)
      tokens.append(Token(kind: kind, range: start..<max(position, start + 1)))
      position = max(position, start + 1)
      skipBlanks()
    }
    let end = source.scalars.count
    tokens.append(Token(kind: .end, range: end..<end))
  }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    let index = position + ahead
    return index < source.scalars.count ? source.scalars[index] : nil
  }

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == "/", peek(1) == "/" {
        while let next = peek(), next != "\n" { position += 1 }
      } else if [" ", "\t", "\n", "\r", "\u{0C}"].contains(scalar) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func token(_ scalar: Unicode.Scalar) -> Token.Kind {
    if scalar.isDigit || (scalar == "." && peek(1)?.isDigit == true) { return number() }
    if let literal = stringLiteral() { return literal }
    if scalar.startsName { return .identifier(name()) }
    if scalar == "`" { return quotedName() }
    for (symbol, scalars) in Self.symbols[scalar, default: []]
    where scalars.count == 1 || peek(1) == scalars[1] {
      position += scalars.count
      return .symbol(symbol)
    }
    return unexpected(scalar)
  }

  private mutating func name() -> String {
    let start = position
    while let next = peek(), next.startsName || next.isDigit { position += 1 }
    return source.text(start..<position)
  }

  private mutating func quotedName() -> Token.Kind {
    let start = position
    position += 1
    while let next = peek(), next != "`", next != "\n" { position += 1 }
    let name = source.text((start + 1)..<position)
    guard peek() == "`", !name.isEmpty, name.unicodeScalars.allSatisfy(\.mayBeQuoted) else {
      fail(
        .syntax, "反引号内的字段名只能含字母、数字与 _ . - / 空格，并以反引号结束",
        "a name in back-quotes holds letters, digits, _ . - / and spaces, and ends with a back-quote",
        start..<position)
      return .invalid
    }
    position += 1
    return .quoted(name)
  }

  mutating func fail(
    _ code: CELDiagnostic.Code, _ chinese: String, _ english: String, _ range: Range<Int>
  ) {
    diagnostics.add(code, chinese, english, at: source.range(range))
  }

  // MARK: What is no token

  private mutating func unexpected(_ scalar: Unicode.Scalar) -> Token.Kind {
    let start = position
    position += 1
    let range = start..<position
    if let symbol = Self.wideForms[scalar] {
      fail(
        .syntax, "请用半角符号 \(symbol.rawValue)，而不是全角「\(scalar)」",
        "write \(symbol.rawValue), not the full-width \"\(scalar)\"", range)
      return .symbol(symbol)
    }
    switch scalar {
    case "=":
      fail(.syntax, "比较相等请用 ==", "use == to compare", range)
      return .symbol(.equal)
    case "&":
      fail(.syntax, "“并且”请写 &&", "write && for \"and\"", range)
      return .symbol(.and)
    case "|":
      fail(.syntax, "“或者”请写 ||", "write || for \"or\"", range)
      return .symbol(.or)
    case "“", "”", "‘", "’", "「", "」":
      // The text between them is one slip with them.
      let closing: Unicode.Scalar = ["“": "”", "‘": "’", "「": "」"][scalar] ?? scalar
      let rest = position
      while let next = peek(), next != closing, next != "\n" { position += 1 }
      if peek() == closing { position += 1 } else { position = rest }
      let text = source.text(start..<position).filter { !"“”‘’「」".contains($0) }
      let shown = text.isEmpty ? "…" : text
      fail(
        .syntax, "文本请用英文引号：'\(shown)'", "put texts in straight quotes: '\(shown)'",
        start..<position)
    case "≤", "≥", "≠":
      let plain = scalar == "≤" ? "<=" : scalar == "≥" ? ">=" : "!="
      fail(.syntax, "请写 \(plain)", "write \(plain)", range)
      return .symbol(scalar == "≤" ? .lessOrEqual : scalar == "≥" ? .greaterOrEqual : .notEqual)
    default: return foreignWord(start)
    }
    return .invalid
  }

  private mutating func foreignWord(_ start: Int) -> Token.Kind {
    while let next = peek(), !next.isASCII, Self.wideForms[next] == nil { position += 1 }
    let word = source.text(start..<position)
    let isText = word.unicodeScalars.allSatisfy { !$0.isASCII }
    if let ours = Parser.chineseOperators[word] {
      fail(.syntax, "「\(word)」请写 \(ours)", "write \(ours) for \"\(word)\"", start..<position)
    } else if isText {
      fail(
        .syntax, "此处不能有「\(word)」；若是文本，请加引号：'\(word)'",
        "\"\(word)\" cannot stand here; a text needs quotes: '\(word)'", start..<position)
    } else {
      fail(.syntax, "此处不能有「\(word)」", "\"\(word)\" cannot stand here", start..<position)
    }
    return .invalid
  }

  private static let wideForms: [Unicode.Scalar: Token.Symbol] = [
    "（": .openParenthesis, "）": .closeParenthesis, "，": .comma, "。": .dot, "：": .colon,
    "！": .not, "＝": .equal, "＋": .plus, "－": .minus, "＊": .times, "／": .slash, "？": .question,
    "［": .openBracket, "］": .closeBracket, "【": .openBracket, "】": .closeBracket,
    "＜": .less, "＞": .greater, "｛": .openBrace, "｝": .closeBrace, "、": .comma,
  ]
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isHexDigit: Bool {
    isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self)
  }
  var startsName: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
  }
  fileprivate var mayBeQuoted: Bool {
    startsName || isDigit || self == "." || self == "-" || self == "/" || self == " "
  }
}
