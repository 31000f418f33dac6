/// Finds texts whose aliases would expand beyond all bounds before the tree can be looked at.
///
/// Yams compares the keys of a mapping by their whole trees while it parses, so an alias as a key must not
/// reach it. A few aliases are left to the tree, where each has its place.
enum AliasScan {
  private static let aliasLimit = 8

  /// Whether there is an anchor and more aliases than a slip of the pen.
  static func isBomb(_ text: String) -> Bool {
    var hasAnchor = false
    var aliases = 0
    var before: UInt8 = 0x0A
    var last: UInt8 = 0x0A
    for byte in text.utf8 {
      // `before`, `last` and `byte`: a gap, the sign, the first letter of a name.
      if isGap(before), isNameStart(byte) {
        if last == 0x26 { hasAnchor = true }
        if last == 0x2A { aliases += 1 }
        if hasAnchor, aliases > aliasLimit { return true }
      }
      before = last
      last = byte
    }
    return false
  }

  /// A space, a line break, or a sign after which a node may begin.
  private static func isGap(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, 0x5B, 0x2C, 0x7B, 0x3A].contains(byte)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    !isGap(byte) && ![0x26, 0x2A, 0x5D, 0x7D].contains(byte)
  }
}
