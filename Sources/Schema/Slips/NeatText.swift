/// Whether a YAML text is typed so neatly that nothing in it can be a slip: most are, and need no second look.
///
/// A scan of the bytes that is stricter than ``LineMending``: what it is not sure of is looked at line by line.
enum NeatText {
  static func isNeat(_ text: String) -> Bool {
    Array(text.utf8).split(separator: newline, omittingEmptySubsequences: false)
      .allSatisfy { isNeat(line: $0.last == carriageReturn ? $0.dropLast() : $0) }
  }

  /// `key: value`, a key alone, an element of a list, a comment, or nothing.
  private static func isNeat(line: ArraySlice<UInt8>) -> Bool {
    guard line.last != space, hasPlainSigns(line) else { return false }
    var rest = line.drop { $0 == space }
    guard let sign = rest.first else { return true }
    if sign == hash { return rest.dropFirst().first == space }
    let indent = rest.startIndex
    while rest.first == dash, rest.dropFirst().first == space {
      rest = rest.dropFirst().drop { $0 == space }
    }
    guard let first = rest.first, isLetter(first) else { return false }
    let key = rest.prefix { $0 != colon }
    guard key.count < rest.count else { return rest.startIndex > indent && hasNoCut(rest) }
    let value = rest.dropFirst(key.count + 1)
    return isShort(key) && key.last != space && !key.contains(hash)
      && (value.isEmpty || value.first == space) && hasNoCut(value)
  }

  /// Whether all signs are of ASCII, common Chinese characters, or （）、。: no other colon, quotation mark or white space
  /// is among these.
  private static func hasPlainSigns(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let lead = rest.popFirst() {
      if (space..<0x7F).contains(lead) { continue }
      guard lead >= 0xE3, let second = rest.popFirst(), let third = rest.popFirst() else {
        return false
      }
      let isPlain =
        (0xE4...0xE9).contains(lead)
        || lead == 0xE3 && second == 0x80 && (third == 0x81 || third == 0x82)
        || lead == 0xEF && second == 0xBC && (third == 0x88 || third == 0x89)
      guard isPlain else { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A longer one is no key to ``TypedLine``.
  private static func isShort(_ key: ArraySlice<UInt8>) -> Bool {
    key.count { !(0x80..<0xC0).contains($0) } <= TypedLine.longestKey
  }

  /// Whether no `#` cuts a value: in a comment as people type it a space follows.
  private static func hasNoCut(_ value: ArraySlice<UInt8>) -> Bool {
    value.indices.allSatisfy { value[$0] != hash || value[$0...].dropFirst().first == space }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")
  private static let hash = UInt8(ascii: "#")
  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")
}
