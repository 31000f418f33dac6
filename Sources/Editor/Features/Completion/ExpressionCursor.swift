internal import CEL
internal import Model

/// What stands before a cursor in an expression that may be half typed.
struct ExpressionCursor {
  /// A call that is still open at the cursor.
  struct Call {
    let name: String
    /// Whether a dot stands before its name.
    let isMember: Bool
    /// How many commas of its own stand before the cursor.
    var commas = 0
    /// Names at the start of its arguments: the variables of a macro.
    var variables: [String] = []
  }

  /// Names and dots right before the cursor: `license.na`, `.si` behind a bracket.
  let chain: String
  /// What the chain's last dot is behind, where that is no name.
  let receiver: String?
  /// From the outermost on.
  let calls: [Call]
  /// Whether the cursor stands inside of quotes.
  let isInText: Bool

  /// - Parameter text: The expression as far as the cursor.
  init(before text: String) {
    let scalars = Array(text.unicodeScalars)
    isInText = Self.isOpenText(scalars)
    var start = scalars.count
    while start > 0, Self.isPartOfChain(scalars[start - 1]) { start -= 1 }
    chain = Self.string(scalars[start...])
    receiver = chain.hasPrefix(".") ? Self.receiver(Array(scalars[..<start])) : nil
    calls = Self.openCalls(
      WrittenToken.all(
        in: Self.string(scalars[...]), startingAt: TextPosition(line: 1, column: 1), margin: 1))
  }

  /// What stands before the chain's last dot, without it; empty where there is no dot.
  var prefix: String {
    guard let dot = chain.lastIndex(of: ".") else { return String() }
    return String(chain[..<dot])
  }

  /// The name being typed.
  var word: String {
    String(chain[(chain.lastIndex(of: ".").map(chain.index(after:)) ?? chain.startIndex)...])
  }

  /// Variables of the macros around the cursor, from the innermost on.
  var locals: [String] {
    calls.reversed().flatMap { call in
      let limit = Self.twoVariables.contains(call.name) ? 2 : 1
      guard Self.macros.contains(call.name), call.isMember, call.commas > 0 else {
        return [String]()
      }
      return Array(call.variables.prefix(limit))
    }
  }

  private static let twoVariables: Set = [
    "existsOne", "transformList", "transformMap", "transformMapEntry",
  ]
  private static let macros: Set = Set(Macro.all.map(\.name))

  private static func isPartOfChain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "_" || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Whether quotes are open at the end.
  private static func isOpenText(_ scalars: [Unicode.Scalar]) -> Bool {
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in scalars {
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if scalar == "\\" { isEscaped = true }
        if scalar == open || scalar == "\n" { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      }
    }
    return quote != nil
  }

  /// The expression that ends with the scalars: brackets with what stands before them.
  private static func receiver(_ scalars: [Unicode.Scalar]) -> String? {
    var depth = 0
    var index = scalars.count
    while index > 0 {
      let scalar = scalars[index - 1]
      if scalar == ")" || scalar == "]" || scalar == "}" {
        depth += 1
      } else if scalar == "(" || scalar == "[" || scalar == "{" {
        guard depth > 0 else { break }
        depth -= 1
      } else if depth == 0, !isPartOfChain(scalar) {
        break
      }
      index -= 1
    }
    let text = string(scalars[index...])
    return text.isEmpty ? nil : text
  }

  /// The calls whose brackets are not closed.
  private static func openCalls(_ tokens: [WrittenToken]) -> [Call] {
    var stack: [Call] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .sign("("):
        var name = String()
        if index > 0, case .name(let called) = tokens[index - 1].kind { name = called }
        let isMember = index > 1 && tokens[index - 2].kind == .sign(".")
        stack.append(Call(name: name, isMember: isMember))
      case .sign("["), .sign("{"): stack.append(Call(name: String(), isMember: false))
      case .sign(")"), .sign("]"), .sign("}"): _ = stack.popLast()
      case .sign(","):
        guard var call = stack.popLast() else { continue }
        if call.commas == call.variables.count, index > 0,
          case .name(let name) = tokens[index - 1].kind, index > 1,
          [.sign("("), .sign(",")].contains(tokens[index - 2].kind)
        {
          call.variables.append(name)
        }
        call.commas += 1
        stack.append(call)
      default: break
      }
    }
    return stack
  }
}
