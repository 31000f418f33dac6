/// A text with macros, as in domain names of SPF terms and in explanations (RFC 7208 7.1).
package struct MacroString: Hashable, Sendable {
  /// A stretch of the text.
  enum Part: Hashable, Sendable {
    case literal(String)
    case expansion(Expansion)
  }

  /// `%{ir-}`: what to put in, and how.
  struct Expansion: Hashable, Sendable {
    /// One of `slodiphcrtv`.
    let letter: Character
    /// Whether it was an upper-case letter: the value is URL-escaped.
    let isEscaped: Bool
    /// How many labels from the right stay; `nil` for all.
    let count: Int?
    let isReversed: Bool
    let delimiters: String
  }

  /// What may stand beside macros.
  enum Literals {
    /// Visible ASCII, in terms of records.
    case visible
    /// Spaces as well, in explanations.
    case visibleAndSpaces
  }

  let parts: [Part]

  /// Whether the text stays as it is.
  package var isPlain: Bool {
    parts.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  /// The text without macros; `nil` where it has some.
  package var plainText: String? {
    guard isPlain else { return nil }
    return parts.map { if case .literal(let text) = $0 { text } else { "" } }.joined()
  }

  /// - Returns: `nil` where the text is no macro-string.
  init?(_ text: some StringProtocol, _ literals: Literals) {
    var parts: [Part] = []
    var literal = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        guard (0x21...0x7E).contains(scalar.value) || scalar == " " && literals == .visibleAndSpaces
        else { return nil }
        literal.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.popFirst() {
      case "%": literal += "%"
      case "_": literal += " "
      case "-": literal += "%20"
      case "{":
        guard let end = scalars.firstIndex(of: "}"),
          let expansion = Expansion(String(String.UnicodeScalarView(scalars[..<end])), in: literals)
        else { return nil }
        scalars = scalars[scalars.index(after: end)...]
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(.expansion(expansion))
      default: return nil
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    self.parts = parts
  }
}

extension MacroString.Expansion {
  /// What stands between `%{` and `}`.
  init?(_ text: String, in literals: MacroString.Literals) {
    var rest = text[...]
    guard let first = rest.popFirst(), let lower = first.lowercased().first else { return nil }
    // c, r and t make sense in explanations alone (RFC 7208 7.2).
    let letters = literals == .visible ? "slodiphv" : "slodiphvcrt"
    guard letters.contains(lower) else { return nil }
    letter = lower
    isEscaped = first != lower
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    if digits.isEmpty {
      count = nil
    } else {
      // Zero labels are an error; more than 128 cannot be (RFC 7208 7.1).
      guard let number = Int(digits.prefix(9)), number > 0 else { return nil }
      count = number
    }
    isReversed = rest.first == "r" || rest.first == "R"
    if isReversed { rest = rest.dropFirst() }
    guard rest.allSatisfy({ ".-+,/_=".contains($0) }) else { return nil }
    delimiters = rest.isEmpty ? "." : String(rest)
  }

  /// The value cut, turned round, shortened and escaped as wanted (RFC 7208 7.3).
  func applied(to value: String) -> String {
    var pieces = value.split(omittingEmptySubsequences: false) { delimiters.contains($0) }
    if isReversed { pieces.reverse() }
    if let count { pieces = pieces.suffix(count) }
    let text = pieces.joined(separator: ".")
    return isEscaped ? Self.urlEscaped(text) : text
  }

  private static func urlEscaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || DecimalNumber.isDigit(byte)
          || "-._~".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }
}

/// The name in a term: a macro-string that ends in a macro or in a top label (RFC 7208 7.1).
package struct DomainSpec: Hashable, Sendable {
  package let macros: MacroString
  /// The text is as it stood.
  package let text: String

  /// - Returns: `nil` where the text is none.
  init?(_ text: some StringProtocol) {
    guard let macros = MacroString(text, .visible), let last = macros.parts.last else { return nil }
    self.macros = macros
    self.text = String(text)
    // `%%`, `%_` and `%-` at the end are macros too, though they give plain text.
    let endsInMacro = ["%%", "%_", "%-"].contains { text.hasSuffix($0) }
    if case .literal(let tail) = last, !endsInMacro, !Self.endsInTopLabel(tail) { return nil }
  }

  private static func endsInTopLabel(_ text: String) -> Bool {
    var text = text[...]
    if text.hasSuffix(".") { text.removeLast() }
    guard let dot = text.lastIndex(of: ".") else { return false }
    let label = text[text.index(after: dot)...].utf8
    guard let first = label.first, let last = label.last, first != 45, last != 45 else {
      return false
    }
    let lower = label.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return lower.allSatisfy {
      DomainNameText.isLetter($0) || DecimalNumber.isDigit($0) || $0 == 45
    } && !lower.allSatisfy(DecimalNumber.isDigit)
  }
}
