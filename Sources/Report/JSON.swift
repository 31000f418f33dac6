/// A JSON value whose members keep their order; every JSON output is written by it.
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

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// UTF-8 text with two spaces per level and a final newline.
  package var text: String {
    var writer = Writer()
    writer.write(self, depth: 0)
    return writer.text + "\n"
  }

  /// The text of a value that stands `depth` levels deep in a larger one, without a final newline.
  func text(depth: Int) -> String {
    var writer = Writer()
    writer.write(self, depth: depth)
    return writer.text
  }

  /// The same value on one line, for hashing.
  var compactText: String {
    var writer = Writer(isCompact: true)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// Numbers and arrays of numbers stand on one line (boxes, page lists).
  private var isNumeric: Bool {
    switch self {
    case .int, .double: true
    case .array(let items): items.allSatisfy(\.isNumeric)
    case .null, .bool, .string, .object: false
    }
  }

  private struct Writer {
    var text = ""
    var isCompact = false

    mutating func write(_ value: JSON, depth: Int) {
      switch value {
      case .null: text += "null"
      case .bool(let flag): text += flag ? "true" : "false"
      case .int(let number): text += String(number)
      case .double(let number): text += JSON.numberText(number)
      case .string(let string): text += JSON.quoted(string)
      case .array(let items):
        let isInline = isCompact || items.allSatisfy(\.isNumeric)
        writeItems(items, "[", "]", depth: depth, isInline: isInline) { writer, item in
          writer.write(item, depth: depth + 1)
        }
      case .object(let members):
        let colon = isCompact ? ":" : ": "
        writeItems(members, "{", "}", depth: depth, isInline: isCompact) { writer, member in
          writer.text += JSON.quoted(member.0) + colon
          writer.write(member.1, depth: depth + 1)
        }
      }
    }

    private mutating func writeItems<Item>(
      _ items: [Item], _ open: String, _ close: String, depth: Int, isInline: Bool,
      write: (inout Writer, Item) -> Void
    ) {
      text += open
      for (index, item) in items.enumerated() {
        if index > 0 { text += isInline && !isCompact ? ", " : "," }
        if !isInline { breakLine(depth + 1) }
        write(&self, item)
      }
      if !isInline, !items.isEmpty { breakLine(depth) }
      text += close
    }

    private mutating func breakLine(_ depth: Int) {
      text += "\n" + String(repeating: "  ", count: depth)
    }
  }
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
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isInvisible:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
