import Model

@testable import Specimens

/// Small bytes that would unpack to much, for the containers of charts.
enum ChartBombs {
  /// A deflate block (RFC 1951, dynamic codes, byte-aligned, not the last) of 262,144 zeros.
  private static let block: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 275)
    let head: [UInt8] = [
      0xEC, 0xC1, 0x31, 0x01, 0, 0, 0, 0xC2, 0xA0, 0xF5, 0x4F, 0xED, 0x6D, 0x07, 0xA0,
    ]
    bytes.replaceSubrange(0..<head.count, with: head)
    bytes[269] = 0xDE
    bytes[273] = 0xFF
    bytes[274] = 0xFF
    return bytes
  }()

  static let blockSize = 262_144

  /// Raw deflate data of so many blocks and an empty last one.
  static func deflated(blocks: Int) -> [UInt8] {
    [[UInt8]](repeating: block, count: blocks).flatMap { $0 } + [0x03, 0x00]
  }

  /// A zip whose only entry, packed, is that.
  static func zip(_ name: String, blocks: Int) -> [UInt8] {
    let data = deflated(blocks: blocks)
    // Version 2.0, UTF-8 name, deflated, 1980-01-01, a check sum that nobody gets to.
    let common =
      little(20, 2) + little(0x0800, 2) + little(8, 2) + little(0, 2) + little(0x21, 2)
      + little(0, 4) + little(data.count, 4) + little(blocks * blockSize, 4)
      + little(name.utf8.count, 2) + little(0, 2)
    let local = little(0x0403_4B50, 4) + common + Array(name.utf8) + data
    let directory =
      little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0, 4) + little(0, 4) + Array(name.utf8)
    return local + directory + little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2)
      + little(directory.count, 4) + little(local.count, 4) + little(0, 2)
  }

  /// A zip of texts, stored.
  static func package(_ parts: [(name: String, text: String)]) -> [UInt8] {
    ZipBytes.archive(parts.map { ($0.name, Array($0.text.utf8)) })
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
