/// Splits a zone file (RFC 1035 5.1) into records of words, without reading them.
struct ZoneScanner {
  /// A run of bytes between blanks, or between quotation marks.
  struct Word: Hashable {
    /// In the scanner's bytes, without the marks; escapes still stand.
    let range: Range<Int>
    let isQuoted: Bool
  }

  /// The words of one record or directive.
  struct Entry {
    var words: [Word] = []
    /// 1-based line on which it starts.
    var line: Int
    /// Whether the line begins with a blank: the owner is that of the record before.
    var isIndented: Bool
    var fault: LineFault?
  }

  let bytes: [UInt8]
  private(set) var at: Int
  private(set) var line: Int

  private static let wordLimit = 4_096

  /// - Parameters:
  ///   - start: 0-based offset of the first byte to read.
  ///   - line: its 1-based line.
  init(_ bytes: [UInt8], from start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    at = start
    self.line = line
  }

  /// The next entry that holds something; `nil` at the end.
  mutating func next() -> Entry? {
    while at < bytes.count {
      var entry = Entry(line: line, isIndented: Self.isBlank(bytes[at]))
      scan(&entry)
      if !entry.words.isEmpty || entry.fault != nil { return entry }
    }
    return nil
  }

  private mutating func scan(_ entry: inout Entry) {
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x0A:
        at += 1
        line += 1
        if depth == 0 { return }
        // A record that starts inside parentheses begins where its first word is.
        if entry.words.isEmpty { entry.line = line }
      case 0x20, 0x09, 0x0D: at += 1
      case UInt8(ascii: ";"):
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      case UInt8(ascii: "("):
        depth += 1
        at += 1
      case UInt8(ascii: ")"):
        at += 1
        depth -= 1
        if depth < 0 {
          entry.fault = .parenthesisStray
          depth = 0
        }
      case UInt8(ascii: "\""): quoted(&entry)
      default: bare(&entry)
      }
    }
    if depth > 0 { entry.fault = .parenthesisOpen }
  }

  private mutating func quoted(_ entry: inout Entry) {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] != 0x0A else { break }
      at += bytes[at] == UInt8(ascii: "\\") && at + 1 < bytes.count && bytes[at + 1] != 0x0A ? 2 : 1
    }
    let end = min(at, bytes.count)
    append(Word(range: start..<end, isQuoted: true), to: &entry)
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
    } else {
      entry.fault = .quoteOpen
    }
  }

  private mutating func bare(_ entry: inout Entry) {
    let start = at
    while at < bytes.count, !Self.endsWord(bytes[at]) {
      at += bytes[at] == UInt8(ascii: "\\") && at + 1 < bytes.count && bytes[at + 1] != 0x0A ? 2 : 1
    }
    append(Word(range: start..<min(at, bytes.count), isQuoted: false), to: &entry)
  }

  private func append(_ word: Word, to entry: inout Entry) {
    if entry.words.count < Self.wordLimit {
      entry.words.append(word)
    } else {
      entry.fault = .tooLong
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }
}
