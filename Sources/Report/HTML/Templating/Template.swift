/// A text with names in it, in the part of Mustache (mustache(5)) that our pages use, and two tags of our own.
///
/// `{{name}}` is escaped, `{{{name}}}` stands as it is, `{{#name}}…{{/name}}` comes once for each element or where
/// there is something, `{{^name}}…{{/name}}` where there is nothing; `{{.}}` is the element itself.
/// `{{?name}}…{{/name}}` comes once where a list has elements, `{{"中文|English"}}` is one of two texts.
struct Template: Sendable {
  let parts: [Part]

  indirect enum Part: Sendable {
    case text([UInt8])
    case escaped(Name)
    case markup(Name)
    case section(Name, [Part])
    case once(Name, [Part])
    case inverted(Name, [Part])
  }

  /// `words.nothing`; the first part is looked up from the inside out.
  ///
  /// A class: rendering takes it up with every part.
  final class Name: Sendable {
    let first: String
    let rest: [String]

    init(_ text: Substring) {
      let parts = text.split(separator: ".").map(String.init)
      first = parts.first ?? "."
      rest = Array(parts.dropFirst())
    }
  }

  /// The template is not well formed, or names something that its model does not have.
  enum Defect: Error, Hashable {
    case unclosed(String)
    case unopened(String)
    case unknown(String)
    case untranslated(String)
  }

  /// - Parameter text: Chooses between the Chinese and the English text of `{{"中文|English"}}`.
  init(_ source: String, text: (String, String) -> String) throws(Defect) {
    var rest = source[...]
    parts = try Self.parts(of: &rest, until: nil, text)
    if !rest.isEmpty { throw Defect.unopened(String(rest.prefix(40))) }
  }

  /// Reads up to the end of the section `name`, and past it.
  private static func parts(
    of rest: inout Substring, until name: String?, _ text: (String, String) -> String
  ) throws(Defect) -> [Part] {
    var parts: [Part] = []
    while let open = rest.firstRange(of: "{{") {
      let before = rest[..<open.lowerBound]
      if !before.isEmpty { parts.append(.text(Array(before.utf8))) }
      let line = rest.base[..<open.lowerBound]
      let startsLine = line.isEmpty || line.last == "\n"
      let isMarkup = rest[open.upperBound...].first == "{"
      guard let close = rest.firstRange(of: isMarkup ? "}}}" : "}}") else {
        throw Defect.unclosed(String(rest[open.lowerBound...].prefix(40)))
      }
      let tag = rest[open.upperBound..<close.lowerBound]
      rest = rest[close.upperBound...]
      let content = tag.dropFirst()
      switch tag.first {
      case "{": parts.append(.markup(Name(content)))
      case "\"":
        let texts = content.dropLast().split(separator: "|")
        guard texts.count == 2 else { throw Defect.untranslated(String(tag)) }
        parts.append(
          .text(Array(XML.escaped(text(String(texts[0]), String(texts[1]))).utf8)))
      case "#", "?", "^":
        skipLineEnd(&rest, startsLine)
        let inner = try Self.parts(of: &rest, until: String(content), text)
        switch tag.first {
        case "#": parts.append(.section(Name(content), inner))
        case "?": parts.append(.once(Name(content), inner))
        default: parts.append(.inverted(Name(content), inner))
        }
      case "/":
        skipLineEnd(&rest, startsLine)
        guard String(content) == name else { throw Defect.unopened(String(content)) }
        return parts
      default: parts.append(.escaped(Name(tag)))
      }
    }
    if let name { throw Defect.unclosed(name) }
    if !rest.isEmpty { parts.append(.text(Array(rest.utf8))) }
    rest = rest[rest.endIndex...]
    return parts
  }

  /// A tag of a section that has a line for itself takes the line with it.
  private static func skipLineEnd(_ rest: inout Substring, _ startsLine: Bool) {
    if startsLine, rest.first == "\n" { rest = rest.dropFirst() }
  }
}
