/// Reads what ``ByteWriter`` wrote; bytes that it never writes are an error.
struct ByteReader {
  /// The bytes are not those of a writer of this version.
  struct Garbled: Error {}

  private let bytes: [UInt8]
  private var next = 0
  private var texts: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  mutating func byte() throws(Garbled) -> UInt8 {
    guard next < bytes.count else { throw Garbled() }
    defer { next += 1 }
    return bytes[next]
  }

  mutating func flag() throws(Garbled) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw Garbled()
    }
  }

  mutating func int() throws(Garbled) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let part = try byte()
      value |= UInt64(part & 0x7F) << shift
      if part < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(value & 1)) }
    }
    throw Garbled()
  }

  mutating func double() throws(Garbled) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try byte()) << shift }
    return Double(bitPattern: bits)
  }

  mutating func float() throws(Garbled) -> Float {
    var bits: UInt32 = 0
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bits |= UInt32(try byte()) << shift }
    return Float(bitPattern: bits)
  }

  mutating func text() throws(Garbled) -> String {
    let place = try int()
    if place > 0 {
      guard place <= texts.count else { throw Garbled() }
      return texts[place - 1]
    }
    let count = try int()
    guard place == 0, count >= 0, count <= bytes.count - next,
      let text = String(validating: bytes[next..<next + count], as: UTF8.self)
    else { throw Garbled() }
    next += count
    texts.append(text)
    return text
  }

  mutating func list<Element>(
    _ element: (inout ByteReader) throws(Garbled) -> Element
  ) throws(Garbled) -> [Element] {
    let count = try length()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  /// The number of elements that follow; each takes at least one byte.
  mutating func length() throws(Garbled) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count - next else { throw Garbled() }
    return count
  }

  mutating func optional<Wrapped>(
    _ some: (inout ByteReader) throws(Garbled) -> Wrapped
  ) throws(Garbled) -> Wrapped? {
    try flag() ? try some(&self) : nil
  }
}
