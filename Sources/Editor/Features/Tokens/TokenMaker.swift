internal import CEL
internal import Model
internal import Schema

/// Finds the words of a file with what they are, and writes them as the protocol has them.
struct TokenMaker {
  let context: FeatureContext

  /// A word with what it is.
  struct Token {
    let range: SourceRange
    let type: TokenType
    var isDefinition = false
    /// Of two at one place the lower one counts.
    var order = 1
  }

  func answer(within range: SourceRange?) -> LSPValue {
    var tokens = names + structure(within: range)
    if let range {
      tokens = tokens.filter { $0.range.end >= range.start && $0.range.start <= range.end }
    }
    tokens = tokens.flatMap(lines)
    tokens.sort { ($0.range.start, $0.order) < ($1.range.start, $1.order) }
    return .members(["data": .array(encoded(tokens))])
  }

  // MARK: Names

  private static let types: [NameKind: TokenType] = [
    .fact: .property, .parameter: .parameter, .lookup: .namespace, .column: .property,
    .normalizer: .function, .verb: .keyword, .function: .function, .rule: .class,
    .rulePattern: .class, .material: .enumMember, .channel: .enumMember, .profile: .enumMember,
    .pack: .namespace, .source: .string,
  ]

  private var names: [Token] {
    context.file.occurrences.compactMap { name in
      guard var type = Self.types[name.kind] else { return nil }
      if name.kind == .function, Self.macros.contains(name.name) { type = .macro }
      return Token(range: name.range, type: type, isDefinition: name.isDefinition)
    }
  }

  static let macros: Set = Set(Macro.all.map(\.name))

  // MARK: Keys, fixed words and expressions

  private func structure(within range: SourceRange?) -> [Token] {
    var tokens: [Token] = []
    let walk = context.file.walk
    context.file.outline.walk { path in
      if let range, path.node.range.end < range.start || path.node.range.start > range.end {
        return
      }
      for pair in path.node.pairs {
        tokens.append(Token(range: pair.keyRange, type: .key, order: 2))
      }
      guard let scalar = path.node.scalar, let place = walk?.place(at: path) else { return }
      switch PlaceName(record: place.record?.name, key: place.key?.name) {
      case "RuleKey.assert", "RuleKey.when", "CustomVerbKey.assert":
        tokens += ExpressionTokens(scalar: scalar).tokens
      default: tokens += word(scalar, place)
      }
    }
    return tokens
  }

  private func word(_ scalar: OutlineScalar, _ place: SchemaPlace) -> [Token] {
    for value in place.values {
      switch value {
      case .choice(let names) where names.contains(scalar.text):
        return [Token(range: scalar.textRange, type: .enumMember, order: 3)]
      case .bool: return [Token(range: scalar.textRange, type: .keyword, order: 3)]
      case .integer, .number, .date:
        return [Token(range: scalar.textRange, type: .number, order: 3)]
      default: continue
      }
    }
    return []
  }

  // MARK: Writing

  /// A token for each line that a word goes over.
  private func lines(of token: Token) -> [Token] {
    let (start, end) = (token.range.start, token.range.end)
    guard end.line > start.line else { return [token] }
    return (start.line...end.line).map { line in
      let last = context.file.text.scalarCount(ofLine: line) + 1
      return Token(
        range: SourceRange(
          start: TextPosition(line: line, column: line == start.line ? start.column : 1),
          end: TextPosition(line: line, column: line == end.line ? end.column : last)),
        type: token.type, isDefinition: token.isDefinition, order: token.order)
    }
  }

  /// Five numbers a token, places told from the one before; what lies over another is left out.
  private func encoded(_ tokens: [Token]) -> [LSPValue] {
    var numbers: [LSPValue] = []
    var last = TextPosition(line: 1, column: 1)
    var (line, unit) = (1, 0)
    for token in tokens where token.range.start >= last && token.range.start < token.range.end {
      let (start, end) = (token.range.start, token.range.end)
      let text = context.file.text.line(start.line)
      let from = context.encoding.units(of: start.column - 1, in: text)
      let to = context.encoding.units(of: end.column - 1, in: text)
      guard to > from else { continue }
      numbers += [
        .int(start.line - line), .int(start.line == line ? from - unit : from), .int(to - from),
        .int(token.type.index), .int(token.isDefinition ? 1 : 0),
      ]
      (line, unit) = (start.line, from)
      last = end
    }
    return numbers
  }
}
