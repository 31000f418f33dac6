/// Whether a zip ends as one must: with the record that its table of contents ends with, and nothing after it.
///
/// Without it a reader goes by the entries' own headers, and one reader may see what another does not.
enum ZipEnd {
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let shortest = 22
    guard bytes.count >= shortest else { return false }
    let earliest = max(0, bytes.count - shortest - 0xFFFF)
    var place = bytes.count - shortest
    while place >= earliest {
      if bytes[place] == 0x50, bytes[place...].starts(with: [0x50, 0x4B, 5, 6]) {
        let comment = Int(bytes[place + 20]) | Int(bytes[place + 21]) << 8
        if place + shortest + comment == bytes.count { return true }
      }
      place -= 1
    }
    return false
  }
}
