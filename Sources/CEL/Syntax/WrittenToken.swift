package import Model

/// A word or a sign of an expression as it is written, for those who show expressions or find names in them.
///
/// There are tokens also where the expression is wrong or half typed.
package struct WrittenToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case name(String)
    case number, text
    /// An operator, a bracket, a comma or a dot, as it is written.
    case sign(String)
    /// What cannot stand in an expression.
    case unknown
  }

  package let kind: Kind
  package let range: SourceRange

  /// Cuts a text into tokens; blanks and comments are left out.
  ///
  /// - Parameters:
  ///   - start: Where the text begins in its file.
  ///   - margin: The column of each further line's first character.
  package static func all(
    in text: String, startingAt start: TextPosition, margin: Int
  ) -> [WrittenToken] {
    guard text.unicodeScalars.count <= Parser.lengthLimit else { return [] }
    let source = SourceText(text, startingAt: start, margin: margin)
    var lexer = Lexer(source)
    lexer.run()
    return lexer.tokens.compactMap { token in
      guard token.kind != .end else { return nil }
      return WrittenToken(kind: Kind(token.kind), range: source.range(token.range))
    }
  }
}

extension WrittenToken.Kind {
  fileprivate init(_ kind: Token.Kind) {
    switch kind {
    case .identifier(let name), .quoted(let name): self = .name(name)
    case .int, .uint, .double: self = .number
    case .string, .bytes: self = .text
    case .symbol(let symbol): self = .sign(symbol.rawValue)
    case .invalid, .end: self = .unknown
    }
  }
}
