internal import Foundation
internal import Model
internal import Native

/// The diagram that draw.io keeps in the pictures it exports: `.drawio.png`.
///
/// The XML stands in a text chunk of the PNG (ISO/IEC 15948 11.3.4) under its root's name, with percent signs.
enum DrawIOPicture {
  private static let keywords = ["mxfile", "mxGraphModel"]
  private static let chunkLimit = 2_000
  private static let unpackedLimit = 32 << 20

  /// - Returns: `nil` where the picture holds no diagram.
  static func diagram(inPNG bytes: [UInt8]) -> [UInt8]? {
    var place = 8
    for _ in 0..<chunkLimit {
      guard let length = number(at: place, in: bytes), place + 12 + length <= bytes.count else {
        return nil
      }
      let content = bytes[(place + 8)..<(place + 8 + length)]
      switch bytes[(place + 4)..<(place + 8)] {
      case Array("tEXt".utf8)[...], Array("zTXt".utf8)[...], Array("iTXt".utf8)[...]:
        if let text = text(content, kind: bytes[place + 4]), let xml = xml(text) { return xml }
      case Array("IEND".utf8)[...]: return nil
      default: break
      }
      place += 12 + length
    }
    return nil
  }

  /// The picture's size in pixels (11.2.2).
  static func size(ofPNG bytes: [UInt8]) -> PageSize? {
    guard let width = number(at: 16, in: bytes), let height = number(at: 20, in: bytes) else {
      return nil
    }
    return PageSize(width: Double(width), height: Double(height), unit: .pixels)
  }

  /// What stands behind one of the keywords, unpacked.
  private static func text(_ content: ArraySlice<UInt8>, kind: UInt8) -> ArraySlice<UInt8>? {
    guard let end = content.firstIndex(of: 0),
      keywords.contains(String(decoding: content[..<end], as: UTF8.self))
    else { return nil }
    let rest = content[(end + 1)...]
    switch kind {
    case UInt8(ascii: "t"): return rest
    case UInt8(ascii: "z"): return rest.first == 0 ? unpacked(rest.dropFirst()) : nil
    default:
      // Whether it is packed and how, its language, its keyword translated, and the text.
      guard rest.count >= 2 else { return nil }
      let isPacked = rest[rest.startIndex] == 1
      let words = rest.dropFirst(2).split(
        separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      guard words.count == 3 else { return nil }
      return isPacked ? unpacked(words[2]) : words[2]
    }
  }

  /// With or without the two bytes that zlib begins with.
  private static func unpacked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let isZlib = bytes.count > 2 && bytes[bytes.startIndex] & 0x0F == 8
    for packed in isZlib ? [bytes.dropFirst(2), bytes] : [bytes] {
      do throws(RawInflate.Refusal) {
        return try RawInflate.unpacked(Array(packed), limit: unpackedLimit)[...]
      } catch {
        continue
      }
    }
    return nil
  }

  private static func xml(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    DrawIOChart.plain(String(decoding: text, as: UTF8.self)).map { Array($0.utf8) }
  }

  private static func number(at place: Int, in bytes: [UInt8]) -> Int? {
    guard place >= 0, place <= bytes.count - 4 else { return nil }
    return bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
