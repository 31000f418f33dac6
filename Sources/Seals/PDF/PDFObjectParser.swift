/// A PDF object as it stands in a file (ISO 32000-1 7.3), as far as signature dictionaries need it.
indirect enum PDFObject: Hashable {
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([PDFObject])
  /// The values with where each stands in the file; of two of one key the first counts.
  case dictionary([String: Entry])
  /// `true`, `null`, `12 0 R` and what else is no value here.
  case other

  struct Entry: Hashable {
    let object: PDFObject
    let range: Range<Int>
  }
}

/// Reads one object at a place in a file; never beyond limits.
struct PDFObjectParser {
  private let bytes: [UInt8]
  private(set) var place: Int

  private static let depthLimit = 24
  private static let elementLimit = 4096

  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// The next object; `nil` at the end and where there is none.
  mutating func object(depth: Int = 0) -> PDFObject? {
    skipSpace()
    guard depth < Self.depthLimit, place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "<"):
      if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "<") {
        return dictionary(depth)
      }
      return hexString()
    case UInt8(ascii: "("): return literalString()
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      return nil
    default: return word()
    }
  }

  private mutating func dictionary(_ depth: Int) -> PDFObject? {
    place += 2
    var entries: [String: PDFObject.Entry] = [:]
    var count = 0
    while true {
      skipSpace()
      guard place + 1 < bytes.count, count < Self.elementLimit else { return nil }
      count += 1
      if bytes[place] == UInt8(ascii: ">"), bytes[place + 1] == UInt8(ascii: ">") {
        place += 2
        return .dictionary(entries)
      }
      guard bytes[place] == UInt8(ascii: "/") else {
        // What follows a number in `12 0 R`.
        guard object(depth: depth + 1) != nil else { return nil }
        continue
      }
      let key = name()
      skipSpace()
      let start = place
      guard let value = object(depth: depth + 1) else { return nil }
      if entries[key] == nil { entries[key] = PDFObject.Entry(object: value, range: start..<place) }
    }
  }

  private mutating func array(_ depth: Int) -> PDFObject? {
    place += 1
    var elements: [PDFObject] = []
    while true {
      skipSpace()
      guard place < bytes.count, elements.count < Self.elementLimit else { return nil }
      if bytes[place] == UInt8(ascii: "]") {
        place += 1
        return .array(elements)
      }
      guard let element = object(depth: depth + 1) else { return nil }
      elements.append(element)
    }
  }

  private mutating func name() -> String {
    place += 1
    var characters: [UInt8] = []
    while place < bytes.count, !Self.isSpace(bytes[place]), !Self.isDelimiter(bytes[place]) {
      if bytes[place] == UInt8(ascii: "#"), place + 2 < bytes.count,
        let high = Self.digit(bytes[place + 1]), let low = Self.digit(bytes[place + 2])
      {
        characters.append(high << 4 | low)
        place += 3
      } else {
        characters.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private mutating func word() -> PDFObject {
    let start = place
    while place < bytes.count, !Self.isSpace(bytes[place]), !Self.isDelimiter(bytes[place]) {
      place += 1
    }
    if place == start { place += 1 }
    return Double(String(decoding: bytes[start..<place], as: UTF8.self)).map(PDFObject.number)
      ?? .other
  }

  private mutating func hexString() -> PDFObject? {
    place += 1
    var content: [UInt8] = []
    var high: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: ">") {
        if let high { content.append(high << 4) }
        return .string(content)
      }
      if Self.isSpace(byte) { continue }
      guard let digit = Self.digit(byte) else { return nil }
      if let first = high {
        content.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return nil
  }

  private mutating func literalString() -> PDFObject? {
    place += 1
    var content: [UInt8] = []
    var open = 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard place < bytes.count else { return nil }
        content += escaped()
        continue
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return .string(content) }
      default: break
      }
      content.append(byte)
    }
    return nil
  }

  /// What stands after a backslash.
  private mutating func escaped() -> [UInt8] {
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case 0x0A: return []
    case 0x0D:
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
      return []
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte) - 0x30
      for _ in 0..<2 where place < bytes.count && (0x30...0x37).contains(bytes[place]) {
        value = value * 8 + Int(bytes[place]) - 0x30
        place += 1
      }
      return [UInt8(truncatingIfNeeded: value)]
    default: return [byte]
    }
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      if Self.isSpace(bytes[place]) {
        place += 1
      } else if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      } else {
        return
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
