/// A whole number as bytes, the lowest first; negative ones as two's complement.
func little(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

/// The same, the highest byte first.
func big(_ number: Int, _ count: Int) -> [UInt8] { little(number, count).reversed() }

/// Data in the form of deflate without being packed (RFC 1951 3.2.4).
enum StoredDeflate {
  /// The longest block.
  private static let longest = 65_535

  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var start = 0
    repeat {
      let end = min(bytes.count, start + longest)
      let count = end - start
      packed.append(end == bytes.count ? 1 : 0)
      packed += little(count, 2) + little(~count, 2) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return packed
  }
}
