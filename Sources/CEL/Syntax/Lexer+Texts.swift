/// Literals of texts and bytes.
extension Lexer {
  /// The literal that starts here; `nil` where none does.
  mutating func stringLiteral() -> Token.Kind? {
    let start = position
    var ahead = 0
    var isBytes = false
    var isRaw = false
    if let first = peek(), first == "b" || first == "B" {
      isBytes = true
      ahead += 1
    }
    if let next = peek(ahead), next == "r" || next == "R" {
      isRaw = true
      ahead += 1
    }
    guard let quote = peek(ahead), quote == "'" || quote == "\"" else { return nil }
    position += ahead
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    var content = LiteralContent(isBytes: isBytes)
    while true {
      guard let scalar = peek(), isTriple || (scalar != "\n" && scalar != "\r") else {
        fail(
          .literal, "文本没有结束引号", "the text has no closing quote", start..<position)
        return .invalid
      }
      if scalar == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += isTriple ? 3 : 1
        break
      }
      if scalar == "\\", !isRaw {
        escape(&content)
      } else {
        content.append(scalar)
        position += 1
        // In a raw literal a backslash keeps the quote after it from ending it.
        if isRaw, scalar == "\\", let next = peek(), next == quote || next == "\\" {
          content.append(next)
          position += 1
        }
      }
    }
    return content.kind
  }

  private mutating func escape(_ content: inout LiteralContent) {
    let start = position
    position += 1
    guard let scalar = peek() else { return }
    position += 1
    if let plain = Self.plainEscapes[scalar] {
      content.append(plain)
      return
    }
    let code: UInt32?
    switch scalar {
    case "x", "X": code = digits(2, radix: 16)
    case "u" where !content.isBytes: code = digits(4, radix: 16)
    case "U" where !content.isBytes: code = digits(8, radix: 16)
    case "0"..."3":
      position -= 1
      code = digits(3, radix: 8)
    default: code = nil
    }
    if let code, content.append(code: code) { return }
    fail(
      .literal, "无法识别的转义 \(source.text(start..<position))；反斜杠本身请写 \\\\，或用 r'…'",
      "unknown escape \(source.text(start..<position)); write \\\\ for a backslash, or use r'…'",
      start..<position)
  }

  private mutating func digits(_ count: Int, radix: Int) -> UInt32? {
    let end = position + count
    guard end <= source.scalars.count else { return nil }
    let text = source.text(position..<end)
    guard text.unicodeScalars.allSatisfy(\.isHexDigit), let code = UInt32(text, radix: radix)
    else { return nil }
    position = end
    return code
  }

  private static let plainEscapes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}",
    "\\": "\\", "?": "?", "\"": "\"", "'": "'", "`": "`",
  ]
}

/// What a literal holds so far: an escape gives a scalar in a text, a byte in bytes.
private struct LiteralContent {
  let isBytes: Bool
  private var view = String.UnicodeScalarView()
  private var bytes: [UInt8] = []

  init(isBytes: Bool) { self.isBytes = isBytes }

  mutating func append(_ scalar: Unicode.Scalar) {
    if isBytes { bytes += Array(String(scalar).utf8) } else { view.append(scalar) }
  }

  /// False where the code is of no scalar or no byte.
  mutating func append(code: UInt32) -> Bool {
    if isBytes {
      guard let byte = UInt8(exactly: code) else { return false }
      bytes.append(byte)
    } else {
      guard let scalar = Unicode.Scalar(code) else { return false }
      view.append(scalar)
    }
    return true
  }

  var kind: Token.Kind { isBytes ? .bytes(bytes) : .string(String(view)) }
}
