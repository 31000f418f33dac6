/// A word or a sign of an expression.
struct Token {
  enum Kind: Equatable {
    case identifier(String)
    /// `` `content-type` ``, for fields alone.
    case quoted(String)
    case int(UInt, digits: String)
    case uint(UInt)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case symbol(Symbol)
    /// What a diagnostic has been given for; stands for any value.
    case invalid
    case end
  }

  enum Symbol: String, CaseIterable {
    // Longer ones first: the first that fits is taken.
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case and = "&&"
    case or = "||"
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case comma = ","
    case dot = "."
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"

    var scalars: [Unicode.Scalar] { Array(rawValue.unicodeScalars) }
  }

  let kind: Kind
  /// In scalars of the source.
  let range: Range<Int>

  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  var isIn: Bool { kind == .identifier("in") }
}
