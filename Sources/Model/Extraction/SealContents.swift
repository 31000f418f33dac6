/// Tells an electronic seal, or a signature made with one, by its first bytes.
///
/// A seal begins SEQUENCE, SEQUENCE (its information), SEQUENCE (header), IA5String "ES"; a signature has the
/// seal after its version number.
enum SealContents {
  static func isSeal(_ head: ArraySlice<UInt8>) -> Bool {
    if isSealDER(head) { return true }
    var text = head
    if text.starts(with: Array("-----BEGIN".utf8)) {
      text = text.drop { $0 != 0x0A }
    }
    let start = decoded(text.drop { !Self.isBase64($0) }.prefix(64))
    return isSealDER(start[...])
  }

  private static func isSealDER(_ head: ArraySlice<UInt8>) -> Bool {
    var place = head.startIndex
    guard enter(&place, head), enter(&place, head) else { return false }
    if head.dropFirst(place - head.startIndex).starts(with: [0x02, 0x01]) {
      place += 3
      guard enter(&place, head), enter(&place, head) else { return false }
    }
    guard enter(&place, head) else { return false }
    return head.dropFirst(place - head.startIndex).starts(with: [0x16, 0x02, 0x45, 0x53])
  }

  /// Steps over the tag and length of a SEQUENCE.
  private static func enter(_ place: inout Int, _ head: ArraySlice<UInt8>) -> Bool {
    guard place + 1 < head.endIndex, head[place] == 0x30 else { return false }
    let length = head[place + 1]
    place += length < 0x80 ? 2 : 2 + Int(length & 0x7F)
    return length < 0x85
  }

  private static func isBase64(_ byte: UInt8) -> Bool { value(byte) != nil }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  /// The bytes of whole groups of four; empty at the first character of another alphabet.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var sum: UInt32 = 0
    var count = 0
    for byte in text {
      guard let value = value(byte) else { return bytes }
      sum = sum << 6 | value
      count += 1
      guard count == 4 else { continue }
      bytes += [UInt8(truncatingIfNeeded: sum >> 16), UInt8(truncatingIfNeeded: sum >> 8)]
      bytes.append(UInt8(truncatingIfNeeded: sum))
      sum = 0
      count = 0
    }
    return bytes
  }
}
