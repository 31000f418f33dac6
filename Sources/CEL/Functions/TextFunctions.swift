internal import Model

/// Functions on texts; positions and sizes count Unicode scalars.
enum TextFunctions {
  /// - Note: A fresh cache of patterns comes with each call: it lives as long as the library.
  static func all() -> [Function] {
    let patterns = PatternCache()
    return [
      Function(
        "size", LocalizedText("字符数或项数", "number of characters or elements"),
        sizes),
      predicate("contains", "含有该文本", "whether the text is in it") { text, part in
        // `contains` of the standard library compares canonical forms.
        Array(text.utf8).holds(Array(part.utf8))
      },
      predicate("startsWith", "以该文本开头", "whether it starts with the text") { text, part in
        text.utf8.starts(with: part.utf8)
      },
      predicate("endsWith", "以该文本结尾", "whether it ends with the text") { text, part in
        text.utf8.reversed().starts(with: part.utf8.reversed())
      },
      Function(
        "matches",
        LocalizedText(
          "文本中有匹配该正则表达式（RE2）的部分；要匹配全文请用 ^ 与 $",
          "whether an RE2 pattern matches somewhere; use ^ and $ for the whole text"),
        [
          .init(
            [.string, .string], .bool, style: .either,
            cost: { (Weight.of($0[0]) + 1) * (text($0[1]).utf8.count / 4 + 1) },
            refusal: { constants in
              guard case .string(let pattern) = constants[1],
                let reason = PatternSyntax.problem(in: pattern)
              else { return nil }
              return Function.Refusal(
                argument: 1,
                message: LocalizedText("正则表达式不成立：\(reason)", "no RE2 pattern: \(reason)"))
            },
            body: { (values) throws(CELError) in
              .bool(try patterns.matches(text(values[0]), text(values[1])))
            })
        ]),
    ]
  }

  // Overloads are chosen by type: what arrives as a text parameter is a text.
  private static func text(_ value: CELValue) -> String {
    if case .string(let text) = value { text } else { value.text }
  }

  private static let sizes: [Function.Overload] = [
    CELType.string, .bytes, .list(.parameter("T")), .map(.parameter("K"), .parameter("V")),
  ].map { type in
    .init([type], .int, style: .either, cost: { Weight.of($0[0]) }) {
      (values) throws(CELError) in
      switch values[0] {
      case .string(let text): .int(text.unicodeScalars.count)
      case .bytes(let bytes): .int(bytes.count)
      case .list(let elements): .int(elements.count)
      case .map(let map): .int(map.entries.count)
      default: throw CELError(.noSuchOverload, "size")
      }
    }
  }

  private static func predicate(
    _ name: String, _ chinese: String, _ english: String,
    _ holds: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(
      name, LocalizedText(chinese, english),
      [
        .of(.member, cost: Weight.product) { (text: String, part: String) in holds(text, part) }
      ])
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { start in
      self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
