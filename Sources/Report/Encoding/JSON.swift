/// A JSON value keeps the order of its members; every JSON output is written by it.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// The string, or null where there is none.
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// The number, or null where there is none.
  static func optional(_ number: Int?) -> JSON { number.map(JSON.int) ?? .null }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// Writes the value as UTF-8 text with two spaces per level and a final newline.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes the same text as bytes.
  package var bytes: [UInt8] {
    var writer = Writer()
    writer.write(self, depth: 0)
    writer.text.append(0x0A)
    return writer.text.bytes
  }

  /// The text of a value that stands `depth` levels deep in a larger one, without a final newline.
  func text(depth: Int) -> String {
    var writer = Writer()
    writer.write(self, depth: depth)
    return writer.text.string
  }

  /// The same value on one line, for hashing.
  var compactText: String {
    var writer = Writer(isCompact: true)
    writer.write(self, depth: 0)
    return writer.text.string
  }

  /// Numbers and arrays of numbers stand on one line (boxes, page lists).
  private var isNumeric: Bool {
    switch self {
    case .int, .double: true
    case .array(let items): items.allSatisfy { $0.isNumeric }
    case .null, .bool, .string, .object: false
    }
  }

  private struct Writer {
    var text = ReportText()
    var isCompact = false

    mutating func write(_ value: JSON, depth: Int) {
      switch value {
      case .null: text.append("null")
      case .bool(let flag): text.append(flag ? "true" : "false")
      case .int(let number): text.append(String(number))
      case .double(let number): text.append(JSON.numberText(number))
      case .string(let string): text.append(quoted: string)
      case .array(let items):
        let isInline = isCompact || items.allSatisfy { $0.isNumeric }
        writeItems(items, "[", "]", depth: depth, isInline: isInline) { writer, item in
          writer.write(item, depth: depth + 1)
        }
      case .object(let members):
        writeItems(members, "{", "}", depth: depth, isInline: isCompact) { writer, member in
          writer.text.append(quoted: member.0)
          writer.text.append(writer.isCompact ? ":" : ": ")
          writer.write(member.1, depth: depth + 1)
        }
      }
    }

    private mutating func writeItems<Item>(
      _ items: [Item], _ open: String, _ close: String, depth: Int, isInline: Bool,
      write: (inout Writer, Item) -> Void
    ) {
      text.append(open)
      var isFirst = true
      for item in items {
        if !isFirst { text.append(isInline && !isCompact ? ", " : ",") }
        isFirst = false
        if !isInline { text.breakLine(indent: 2 * (depth + 1)) }
        write(&self, item)
      }
      if !isInline, !items.isEmpty { text.breakLine(indent: 2 * depth) }
      text.append(close)
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object; a member that is `nil` is left out.
  package init(dictionaryLiteral members: (String, JSON?)...) {
    self = .object(members.compactMap { name, value in value.map { (name, $0) } })
  }
}

extension JSON: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .string(text) }
}

extension JSON? {
  /// The array, or no member where nothing is in it.
  static func unlessEmpty(_ items: [JSON]) -> JSON? { items.isEmpty ? nil : .array(items) }
}

extension JSON {
  /// Integral numbers without a point, others with at most 6 decimals; JSON has no other than finite ones.
  static func numberText(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if abs(number) < 1e15, number == number.rounded() { return String(Int(number)) }
    return abs(number) < 1e9 ? String((number * 1e6).rounded() / 1e6) : String(number)
  }

  /// The string in quotation marks.
  ///
  /// Characters that are not seen or that turn the text are escaped, slashes are not.
  static func quoted(_ string: String) -> String {
    var text = ReportText()
    text.append(quoted: string)
    return text.string
  }
}
