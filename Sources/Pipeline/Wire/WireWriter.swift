/// Values to bytes, compactly: small numbers are short, a text that comes again is a number.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var places: [String: Int] = [:]

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Seven bits in each byte, the lowest first; the sign goes into the lowest bit.
  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ number: Double) {
    var rest = number.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func write(_ number: Float) {
    var rest = number.bitPattern
    for _ in 0..<4 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// A new text is 0 and its bytes; one that was there before is its number from 1.
  mutating func write(_ text: String) {
    if let place = places[text] {
      write(place)
      return
    }
    places[text] = places.count + 1
    write(0)
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write<Element>(
    _ list: [Element], _ element: (inout ByteWriter, Element) -> Void
  ) {
    write(list.count)
    for one in list { element(&self, one) }
  }

  mutating func write<Wrapped>(
    _ value: Wrapped?, _ some: (inout ByteWriter, Wrapped) -> Void
  ) {
    write(value != nil)
    if let value { some(&self, value) }
  }
}
