internal import Model

/// What is said of words that cannot stand where they are.
extension Parser {
  /// Words of other languages that langdef keeps free; they may name fields and methods.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let",
    "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  static let foreignOperators = [
    "and": "&&", "or": "||", "not": "!", "AND": "&&", "OR": "||", "NOT": "!",
  ]

  /// The same in Chinese.
  static let chineseOperators = [
    "并且": "&&", "而且": "&&", "且": "&&", "和": "&&", "或者": "||", "或": "||", "非": "!", "不": "!",
    "等于": "==", "不等于": "!=", "大于": ">", "小于": "<", "大于等于": ">=", "小于等于": "<=", "包含": ".contains(…)",
    "属于": "in", "真": "true", "假": "false", "空": "null",
  ]

  private static let replacements = ["is": "==", "eq": "==", "ne": "!="]

  mutating func failReserved(_ name: String, _ range: Range<Int>) {
    if name == "in" {
      fail("「in」之前应有值：'甲' in 列表", "a value is wanted before \"in\": 'a' in list", at: range)
    } else if name == "if" || name == "else" {
      fail("条件请写 条件 ? 甲 : 乙", "write a condition as test ? a : b", at: range)
    } else {
      fail("「\(name)」是保留字", "\"\(name)\" is a reserved word", at: range)
    }
  }

  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier(let name): name != "in"
    case .int, .uint, .double, .string, .bytes: true
    default: false
    }
  }

  /// Tells that the token at hand cannot stand where it is.
  mutating func failHere() {
    switch token.kind {
    case .end: fail("表达式不完整，此处应有值", "the expression ends where a value is wanted")
    case .identifier(let name):
      if let word = Self.foreignOperators[name] ?? Self.replacements[name] {
        fail("「\(name)」请写 \(word)", "write \(word) for \"\(name)\"")
      } else {
        failUnexpected(name)
      }
    case .symbol(let symbol): failUnexpected(symbol.rawValue)
    case .string, .bytes, .int, .uint, .double, .quoted:
      failUnexpected(source.text(token.range))
    case .invalid: break
    }
  }

  private mutating func failUnexpected(_ word: String) {
    let shown = word.unicodeScalars.count > 40 ? String(word.prefix(40)) + "…" : word
    fail(
      "此处不能有「\(shown)」：缺少运算符或多余",
      "\"\(shown)\" cannot stand here: an operator is missing, or it is one too many")
  }
}
