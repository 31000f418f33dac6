/// A map with the order of its source.
///
/// Keys are bools, integers and strings; 1, 1u and 1.0 are one key.
package struct CELMap: Sendable {
  package struct Entry: Sendable {
    package let key: CELValue
    package let value: CELValue
  }

  package private(set) var entries: [Entry] = []
  private var positions: [Key: Int] = [:]

  package init() {}

  /// Makes a map of string keys; of equal ones the first stays.
  package init(_ columns: [(String, CELValue)]) {
    for (key, value) in columns { _ = insert(.string(key), value) }
  }

  /// False, and nothing happens, where the key is there already or has no key's type.
  package mutating func insert(_ key: CELValue, _ value: CELValue) -> Bool {
    guard let place = Key(key), positions[place] == nil else { return false }
    positions[place] = entries.count
    entries.append(Entry(key: key, value: value))
    return true
  }

  /// Whether a value is of a key's type; doubles only look up.
  static func isKey(_ value: CELValue) -> Bool {
    switch value {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }

  package subscript(key: CELValue) -> CELValue? {
    Key(key).flatMap { positions[$0] }.map { entries[$0].value }
  }

  func equals(_ other: CELMap) -> Bool {
    entries.count == other.entries.count
      && entries.allSatisfy { entry in other[entry.key].map(entry.value.equals) == true }
  }

  private enum Key: Hashable {
    case bool(Bool)
    case int(Int)
    /// Past the range of `int`.
    case large(UInt)
    case string(ScalarText)

    init?(_ value: CELValue) {
      switch value {
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .int(value)
      case .uint(let value): self = Int(exactly: value).map(Key.int) ?? .large(value)
      case .double(let value):
        if let integer = Int(exactly: value) {
          self = .int(integer)
        } else if let integer = UInt(exactly: value) {
          self = .large(integer)
        } else {
          return nil
        }
      case .string(let value): self = .string(ScalarText(text: value))
      case .null, .bytes, .timestamp, .duration, .date, .list, .map, .type, .optional:
        return nil
      }
    }
  }
}

/// A text that equals another only scalar by scalar; `String` equals its canonical equivalents.
struct ScalarText: Hashable {
  let text: String

  static func == (left: Self, right: Self) -> Bool { left.text.isScalarwiseEqual(to: right.text) }

  // Eight bytes at a time: `String` would bring Chinese text into a canonical form first, which takes longer
  // than all else in a comparison.
  func hash(into hasher: inout Hasher) {
    let bytes = text.utf8Span.span
    var word: UInt64 = 0
    for index in bytes.indices {
      word = word << 8 | UInt64(bytes[index])
      if index & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }
}
