/// The few EXIF entries that matter here.
package struct EXIF: Hashable, Sendable {
  /// 1 to 8 as in TIFF tag 0x0112; 1 is upright.
  package var orientation = 1
  package var software: String?
  package var hasGPS = false
  /// How many pixels make an inch.
  package var density: Double?

  /// Reads the body of an APP1 marker (`Exif\0\0` and a TIFF structure).
  ///
  /// Entries that make no sense are left out; `nil` where there is no EXIF structure at all.
  init?(marker bytes: [UInt8]) {
    guard bytes.count > 14, Array(bytes.prefix(6)) == Array("Exif\0\0".utf8) else { return nil }
    self.init(tiff: Array(bytes.dropFirst(6)))
  }

  /// Reads a TIFF structure.
  init?(tiff bytes: [UInt8]) {
    guard let reader = TIFFReader(bytes), let first = reader.long(4) else { return nil }
    var resolution: Double?
    var unit = 2
    for entry in reader.entries(at: first) {
      switch entry.tag {
      case 0x0112:
        if let value = reader.number(entry), (1...8).contains(value) { orientation = value }
      case 0x0131: software = reader.text(entry)
      case 0x011A: resolution = reader.rational(entry)
      case 0x0128: if let value = reader.number(entry) { unit = value }
      case 0x8825:
        // allowed: no directory, no position
        hasGPS = reader.long(entry.valueOffset).map { !reader.entries(at: $0).isEmpty } ?? false
      default: break
      }
    }
    // Unit 2 is the inch, 3 the centimetre.
    if let resolution, resolution > 1 { density = unit == 3 ? resolution * 2.54 : resolution }
  }
}

extension EXIF {
  /// Returns width and height that a TIFF file's first directory claims.
  package static func size(tiff bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard let reader = TIFFReader(bytes), let first = reader.long(4) else { return nil }
    let entries = reader.entries(at: first)
    guard let width = entries.first(where: { $0.tag == 0x0100 }).flatMap(reader.number),
      let height = entries.first(where: { $0.tag == 0x0101 }).flatMap(reader.number)
    else { return nil }
    return (width, height)
  }
}

/// Bounds-checked access to a TIFF structure of either byte order.
private struct TIFFReader {
  struct Entry {
    let tag: Int
    let type: Int
    let count: Int
    /// Where the value, or its offset, stands.
    let valueOffset: Int
  }

  private let bytes: [UInt8]
  private let isLittle: Bool

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0x49, 0x49): isLittle = true
    case (0x4D, 0x4D): isLittle = false
    default: return nil
    }
    self.bytes = bytes
    guard short(2) == 42 else { return nil }
  }

  func short(_ offset: Int) -> Int? { integer(offset, 2) }
  func long(_ offset: Int) -> Int? { integer(offset, 4) }

  /// At most 256 entries of one directory.
  func entries(at offset: Int) -> [Entry] {
    guard let count = short(offset) else { return [] }
    return (0..<min(count, 256)).compactMap { index in
      let start = offset + 2 + 12 * index
      guard let tag = short(start), let type = short(start + 2), let count = long(start + 4),
        long(start + 8) != nil
      else { return nil }
      return Entry(tag: tag, type: type, count: count, valueOffset: start + 8)
    }
  }

  func number(_ entry: Entry) -> Int? {
    switch entry.type {
    case 3: short(entry.valueOffset)
    case 4: long(entry.valueOffset)
    default: nil
    }
  }

  func rational(_ entry: Entry) -> Double? {
    guard entry.type == 5, let offset = long(entry.valueOffset), let top = long(offset),
      let bottom = long(offset + 4), bottom != 0
    else { return nil }
    return Double(top) / Double(bottom)
  }

  func text(_ entry: Entry) -> String? {
    guard entry.type == 2, entry.count > 0, entry.count <= 1024 else { return nil }
    let offset = entry.count <= 4 ? entry.valueOffset : long(entry.valueOffset)
    guard let offset, offset >= 0, offset <= bytes.count - entry.count else { return nil }
    let characters = bytes[offset..<(offset + entry.count)].prefix { $0 != 0 }
    let text = String(decoding: characters, as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  private func integer(_ offset: Int, _ width: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - width else { return nil }
    var value = 0
    for index in 0..<width {
      let byte = Int(bytes[isLittle ? offset + width - 1 - index : offset + index])
      value = value << 8 | byte
    }
    return value
  }
}
