extension Dice {
  /// Returns a copy with one to eight changes: bytes replaced, flipped, removed, repeated, or the end cut off.
  package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<8, using: &self) {
      case 0, 1, 2: bytes[at] = UInt8.random(in: 0...255, using: &self)
      case 3: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 4: bytes[at] = [0x00, 0xFF, 0x7F, 0x80][at % 4]
      case 5: bytes.removeSubrange(at..<min(bytes.count, at + 9))
      case 6: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 9)], at: at)
      default: if at % 4 == 0 { bytes.removeLast(bytes.count - at) }
      }
    }
    return bytes
  }

  /// Returns a copy of a text with one to four scalars replaced, removed or added, drawn from an alphabet.
  package mutating func mutated(_ text: String, alphabet: [Unicode.Scalar]) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let new = alphabet[Int.random(in: 0..<alphabet.count, using: &self)]
      let at = Int.random(in: 0...scalars.count, using: &self)
      switch Int.random(in: 0..<3, using: &self) {
      case 0 where at < scalars.count: scalars[at] = new
      case 1 where at < scalars.count: scalars.remove(at: at)
      default: scalars.insert(new, at: at)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
