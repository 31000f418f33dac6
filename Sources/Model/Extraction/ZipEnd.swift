/// Where a zip begins and ends among the bytes of a file.
///
/// Some vendors' programs put bytes of their own before the zip or pad what follows it. Where the entries lie is
/// said by the record at the end (APPNOTE.TXT 4.3.16), so that such bytes can be left aside. Without that record a
/// reader goes by the entries' own headers, and one reader may see what another does not.
package struct ZipEnd {
  /// From the first entry to the end of the record and its comment.
  package let zip: Range<Int>

  private static let shortest = 22
  private static let longestComment = 0xFFFF
  /// More than this around a zip is another file that carries one.
  static let surplusLimit = 1 << 20

  /// - Returns: `nil` where no such record is found, where it does not fit the entries, or where what stands around it
  ///   looks like parts of another zip: a reader that begins at the front could see those.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.shortest else { return nil }
    let earliest = max(0, bytes.count - Self.shortest - Self.longestComment - Self.surplusLimit)
    var place = bytes.count - Self.shortest
    while place >= earliest {
      if bytes[place] == 0x50, bytes[place...].starts(with: [0x50, 0x4B, 5, 6]) {
        guard let zip = Self.zip(endingAt: place, in: bytes),
          !Self.holdsSignature(bytes[..<zip.lowerBound]),
          !Self.holdsSignature(bytes[zip.upperBound...])
        else { return nil }
        self.zip = zip
        return
      }
      place -= 1
    }
    return nil
  }

  private static func zip(endingAt record: Int, in bytes: [UInt8]) -> Range<Int>? {
    func number(_ width: Int, at place: Int) -> Int {
      bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let end = record + shortest + number(2, at: record + 20)
    let (size, offset) = (number(4, at: record + 12), number(4, at: record + 16))
    // A zip that may be of more than 4 GB says where its entries lie in a record before this one.
    if record >= 20, bytes[(record - 20)...].starts(with: [0x50, 0x4B, 6, 7]) {
      return end <= bytes.count && bytes.starts(with: [0x50, 0x4B]) ? 0..<end : nil
    }
    let start = record - size - offset
    guard end <= bytes.count, start >= 0, start <= surplusLimit,
      bytes[(record - size)...].starts(with: [0x50, 0x4B, 1, 2]) || size == 0,
      bytes[start...].starts(with: [0x50, 0x4B])
    else { return nil }
    return start..<end
  }

  /// `PK` with the numbers of an entry, of the list of entries, or of its end.
  private static func holdsSignature(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.dropLast(3).contains { place in
      bytes[place] == 0x50 && bytes[place + 1] == 0x4B
        && [[3, 4], [1, 2], [5, 6]].contains([bytes[place + 2], bytes[place + 3]])
    }
  }
}
