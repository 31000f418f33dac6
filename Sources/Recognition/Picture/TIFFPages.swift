/// The pages of a TIFF: directories that each name the next (TIFF 6.0, section 2; BigTIFF with eight bytes for four).
///
/// Decoders show the first directory that the header names, so that each page is shown by a header that names it.
struct TIFFPages {
  private(set) var bytes: [UInt8]
  /// Where each directory begins, in bytes.
  let directories: [Int]
  private let isLittle: Bool
  private let isBig: Bool

  /// - Parameter limit: more pages are not looked for.
  /// - Returns: `nil` for bytes that are no TIFF.
  init?(_ bytes: [UInt8], limit: Int) {
    guard bytes.count >= 16, let first = bytes.first, first == bytes[1],
      [0x49, 0x4D].contains(first)
    else { return nil }
    isLittle = first == 0x49
    isBig = (isLittle ? bytes[2] : bytes[3]) == 43
    self.bytes = bytes
    var found: [Int] = []
    var next = Self.number(isBig ? 8 : 4, at: isBig ? 8 : 4, bytes, isLittle)
    // A directory that was met before would lead in a circle.
    while let place = next, place > 0, !found.contains(place), found.count < limit,
      let count = Self.number(isBig ? 8 : 2, at: place, bytes, isLittle),
      count < bytes.count / (isBig ? 20 : 12)
    {
      found.append(place)
      next = Self.number(
        isBig ? 8 : 4, at: place + (isBig ? 8 + 20 * count : 2 + 12 * count), bytes, isLittle)
    }
    directories = found
  }

  /// The file whose first page is the page of that 0-based number.
  mutating func showing(_ page: Int) -> [UInt8] {
    let width = isBig ? 8 : 4
    let place = isBig ? 8 : 4
    for offset in 0..<width {
      let shift = 8 * (isLittle ? offset : width - 1 - offset)
      bytes[place + offset] = UInt8(truncatingIfNeeded: directories[page] >> shift)
    }
    return bytes
  }

  /// `nil` outside the bytes, or for more than an offset can be.
  private static func number(
    _ width: Int, at place: Int, _ bytes: [UInt8], _ isLittle: Bool
  ) -> Int? {
    guard place >= 0, place <= bytes.count - width else { return nil }
    let digits = bytes[place..<(place + width)]
    let ordered = isLittle ? Array(digits.reversed()) : Array(digits)
    guard width < 8 || ordered[0] == 0 else { return nil }
    return ordered.reduce(0) { $0 << 8 | Int($1) }
  }
}
