internal import Native

/// What a JPEG's markers say about how it was made.
package struct JPEGMetadata: Hashable, Sendable {
  package var exif: EXIF?
  /// How many pixels make an inch by JFIF.
  package var jfifDensity: Double?
  /// The editing software that EXIF, XMP or a Photoshop marker names.
  package var software: String?
  /// The IJG quality (1 to 100) whose luminance table is nearest.
  package var qualityEstimate: Int?

  init(_ header: JPEGHeader) {
    for marker in header.markers {
      switch marker.code {
      case 0xE0: if jfifDensity == nil { jfifDensity = Self.jfifDensity(marker.bytes) }
      case 0xE1:
        if exif == nil { exif = EXIF(marker: marker.bytes) }
        if let tool = Self.xmpTool(marker.bytes) { software = software ?? tool }
      case 0xED:
        if marker.bytes.starts(with: Array("Photoshop 3.0".utf8)) {
          software = software ?? "Adobe Photoshop"
        }
      default: break
      }
    }
    software = exif?.software ?? software
    qualityEstimate = header.quantization.flatMap(Self.quality)
  }

  private static func jfifDensity(_ bytes: [UInt8]) -> Double? {
    guard bytes.count >= 12, bytes.starts(with: Array("JFIF\0".utf8)) else { return nil }
    let density = Double(Int(bytes[8]) << 8 | Int(bytes[9]))
    guard density > 1 else { return nil }
    switch bytes[7] {
    case 1: return density
    case 2: return density * 2.54
    default: return nil
    }
  }

  /// `xmp:CreatorTool`, as an attribute or an element.
  private static func xmpTool(_ bytes: [UInt8]) -> String? {
    guard bytes.starts(with: Array("http://ns.adobe.com/xap/1.0/".utf8)) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    for opening in ["CreatorTool=\"", "CreatorTool>"] {
      let pieces = text.split(separator: opening, maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2 else { continue }
      let tool = pieces[1].prefix { $0 != "\"" && $0 != "<" }.prefix(100)
      if !tool.isEmpty { return String(tool) }
    }
    return nil
  }

  /// Annex K.1 of ITU-T T.81 (the luminance table), which libjpeg scales by quality.
  private static let standard = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
  ]

  private static func quality(_ table: [Int]) -> Int? {
    guard table.count == 64 else { return nil }
    let scale = 100 * Double(table.reduce(0, +)) / Double(standard.reduce(0, +))
    guard scale > 0 else { return nil }
    let quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale
    return min(100, max(1, Int(quality.rounded())))
  }
}
