/// A value with a form in bytes: one and the same on pipes to workers, in spool files and in the cache.
///
/// Bytes that no value of this build has are refused, so that what another build wrote is never taken for what
/// this one would have read.
protocol WireValue {
  /// Appends the value, in the order in which ``init(from:)`` reads it.
  func write(to wire: inout WireWriter)
  /// Reads the value that comes next.
  init(from wire: inout WireReader) throws(WireReader.Malformed)
}

extension WireValue where Self: RawRepresentable, RawValue == String {
  func write(to wire: inout WireWriter) { wire.write(rawValue) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    guard let value = Self(rawValue: try wire.read()) else { throw WireReader.Malformed() }
    self = value
  }
}

extension Bool: WireValue {
  func write(to wire: inout WireWriter) { wire.append(byte: self ? 1 : 0) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    switch try wire.byte() {
    case 0: self = false
    case 1: self = true
    default: throw WireReader.Malformed()
    }
  }
}

extension Int: WireValue {
  /// Seven bits in each byte, the lowest first; the sign goes into the lowest bit.
  func write(to wire: inout WireWriter) {
    var rest = UInt64(bitPattern: Int64((self << 1) ^ (self >> 63)))
    while rest >= 0x80 {
      wire.append(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    wire.append(byte: UInt8(rest))
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let part = try wire.byte()
      value |= UInt64(part & 0x7F) << shift
      guard part < 0x80 else { continue }
      // Only the shortest form is written, and the tenth byte has room for one bit.
      guard part > 0 || shift == 0, shift < 63 || part == 1 else { break }
      self = Int(Int64(bitPattern: value >> 1) ^ -Int64(value & 1))
      return
    }
    throw WireReader.Malformed()
  }
}

extension Double: WireValue {
  func write(to wire: inout WireWriter) { wire.append(bits: bitPattern) }
  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(bitPattern: try wire.bits())
  }
}

extension Float: WireValue {
  func write(to wire: inout WireWriter) { wire.append(bits: bitPattern) }
  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(bitPattern: try wire.bits())
  }
}

extension String: WireValue {
  func write(to wire: inout WireWriter) { wire.append(text: self) }
  init(from wire: inout WireReader) throws(WireReader.Malformed) { self = try wire.text() }
}

extension Optional: WireValue where Wrapped: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(self != nil)
    if let self { wire.write(self) }
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self = try wire.read(Bool.self) ? try wire.read(Wrapped.self) : nil
  }
}

extension Array: WireValue where Element: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(count)
    for element in self { wire.write(element) }
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    let count = try wire.length()
    self = []
    // The number is only somebody's word until the elements are there.
    reserveCapacity(Swift.min(count, 1024))
    for _ in 0..<count { append(try wire.read()) }
  }
}

/// In the order of the keys.
extension [String: String]: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(count)
    for (key, value) in sorted(by: { $0.key < $1.key }) { wire.write(key, value) }
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self = [:]
    var last: String?
    for _ in 0..<(try wire.length()) {
      let key: String = try wire.read()
      if let last, last >= key { throw WireReader.Malformed() }
      self[key] = try wire.read(String.self)
      last = key
    }
  }
}
