internal import Model
internal import Native

/// Changes bytes at places and in ways that a seed decides.
package struct Mutation {
  private var state: UInt64

  /// - Parameter seed: Decides all changes.
  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Returns one of the seeds with some changes; a zip is changed inside its parts, where its check sums would else
  /// end it.
  package mutating func mutant(of corpus: [[UInt8]]) -> [UInt8] {
    let seed = corpus[number(corpus.count)]
    guard seed.starts(with: [0x50, 0x4B]), number(8) != 0 else { return changed(seed, corpus) }
    guard let files = try? ArchiveReader.files(in: seed), !files.isEmpty else {
      return changed(seed, corpus)
    }
    var parts = files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
    for _ in 0...number(2) {
      let part = number(parts.count)
      parts[part].bytes = changed(parts[part].bytes, parts.map(\.bytes))
    }
    return ZipBytes.archive(parts)
  }

  private static let longest = 1 << 20
  /// Bytes at which parsers stumble.
  private static let odd: [UInt8] = [
    0, 1, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xFF, 0x30, 0x31, 0xA0, 0x3C,
  ]
  private static let words = [
    "g 999999999 1", "-1", "1e308", "nan", "99999999999999999999", "../../../etc/passwd", "<",
    "]]>",
    "&#0;", "[0 0 0 0]", "<<<<<<<<", "((((((((", "/ByteRange", "0 R",
  ].map { Array($0.utf8) }

  private mutating func changed(_ bytes: [UInt8], _ corpus: [[UInt8]]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(6) { changeOnce(&bytes, corpus) }
    return Array(bytes.prefix(Self.longest))
  }

  private mutating func changeOnce(_ bytes: inout [UInt8], _ corpus: [[UInt8]]) {
    let place = number(bytes.count + 1)
    let length = min(bytes.count - place, number(number(2) == 0 ? 8 : 512))
    switch number(8) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(number(8))
    case 1 where place < bytes.count: bytes[place] = Self.odd[number(Self.odd.count)]
    case 2: bytes.removeSubrange(place..<(place + length))
    case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: number(bytes.count + 1))
    case 4: bytes.insert(contentsOf: Self.words[number(Self.words.count)], at: place)
    case 5:
      let other = corpus[number(corpus.count)]
      let start = number(other.count + 1)
      let end = min(other.count, start + number(256))
      bytes.replaceSubrange(place..<(place + length), with: other[start..<end])
    case 6: bytes.removeLast(min(bytes.count, length))
    default:
      for offset in 0..<min(4, bytes.count - place) { bytes[place + offset] = UInt8(number(256)) }
    }
  }

  /// 0 to `limit` - 1.
  private mutating func number(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return limit > 0 ? Int(state >> 11) % limit : 0
  }
}
