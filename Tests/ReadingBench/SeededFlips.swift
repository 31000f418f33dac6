/// Flips bits at places that a seed decides.
package struct SeededFlips {
  private var state: UInt64

  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  package mutating func flip(_ bytes: inout [UInt8]) {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    guard !bytes.isEmpty else { return }
    bytes[Int(state % UInt64(bytes.count))] ^= 1 << UInt8(state >> 40 & 7)
  }
}
