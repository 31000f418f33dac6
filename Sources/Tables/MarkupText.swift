/// Plain text out of the HTML that drawing programs keep in labels.
package enum MarkupText {
  /// Tags that end a line.
  private static let breaks: Set<String> = [
    "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "hr",
  ]

  /// Without tags, entities decoded, lines as they are shown.
  package static func plain(_ text: String) -> String {
    guard text.contains(where: { $0 == "<" || $0 == "&" }) else { return text }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "<":
        guard let close = rest.firstIndex(of: ">"),
          let first = rest.first, first.isLetter || "/!".contains(first)
        else {
          result.append(character)
          continue
        }
        let name = rest[..<close].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if breaks.contains(name.lowercased()), result.last?.isNewline == false {
          result.append("\n")
        }
        rest = rest[rest.index(after: close)...]
      case "&":
        guard let end = rest.prefix(10).firstIndex(of: ";"),
          let decoded = entity(rest[..<end])
        else {
          result.append(character)
          continue
        }
        result.append(decoded)
        rest = rest[rest.index(after: end)...]
      default: result.append(character)
      }
    }
    return result
  }

  private static func entity(_ name: Substring) -> Character? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": " "
    default: number(name)
    }
  }

  private static func number(_ name: Substring) -> Character? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first.map { "xX".contains($0) } == true
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
