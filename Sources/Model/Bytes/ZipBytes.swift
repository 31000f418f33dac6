/// Writes zip archives (APPNOTE 6.3) without compression: the same entries give the same bytes.
package enum ZipBytes {
  /// Whether entries, each of so many bytes of name and contents, can be told in 32 bits, and their number in 16.
  package static func fits(_ entries: [(name: Int, contents: Int)]) -> Bool {
    let total = entries.reduce(22) { total, entry in
      // A local header, one in the directory.
      total + 30 + 46 + 2 * entry.name + entry.contents
    }
    return total < 0xFFFF_FFFF && entries.count < 0xFFFF && entries.allSatisfy { $0.name < 0xFFFF }
  }

  /// Returns the archive; what ``fits(_:)`` is for the caller to ask where that is not certain.
  package static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let start = body.count
      // Version 2.0, UTF-8 names, stored, 1980-01-01.
      let common =
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
        + little(Int(CRC32.of(entry.bytes)), 4) + little(entry.bytes.count, 4)
        + little(entry.bytes.count, 4) + little(name.count, 2) + little(0, 2)
      body += little(0x0403_4B50, 4) + common + name + entry.bytes
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(start, 4) + name
    }
    return body + directory + little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2)
      + little(entries.count, 2) + little(directory.count, 4) + little(body.count, 4)
      + little(0, 2)
  }

  /// Returns the archive of files given as texts.
  package static func archive(texts: [(name: String, text: String)]) -> [UInt8] {
    archive(texts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// A whole number as bytes, the lowest first.
  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
