internal import Model
package import Native

/// Picture files that nothing in the program writes, made byte by byte.
package enum PictureFiles {
  /// Returns an RGB PNG with uncompressed data.
  package static func png(_ picture: PixelBuffer) -> [UInt8] {
    var rows: [UInt8] = []
    for y in 0..<picture.height {
      let start = y * picture.width * 3
      rows += [0] + picture.samples[start..<(start + picture.width * 3)]
    }
    return pngHeader(width: picture.width, height: picture.height, colourType: 2)
      + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
  }

  /// Returns an RGBA PNG of one colour; alpha 0 is transparent.
  package static func png(
    width: Int, height: Int, red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8
  )
    -> [UInt8]
  {
    let pixels = [[UInt8]](repeating: [red, green, blue, alpha], count: width)
    let row: [UInt8] = [0] + Array(pixels.joined())
    let rows = Array([[UInt8]](repeating: row, count: height).joined())
    return pngHeader(width: width, height: height, colourType: 6)
      + chunk("IDAT", zlib(rows))
      + chunk("IEND", [])
  }

  /// Returns a PNG that promises a size and holds next to nothing.
  package static func emptyPNG(width: Int, height: Int) -> [UInt8] {
    pngHeader(width: width, height: height, colourType: 2) + chunk("IDAT", zlib([0]))
      + chunk("IEND", [])
  }

  /// Returns a 24-bit BMP.
  package static func bmp(_ picture: PixelBuffer) -> [UInt8] {
    let padding = [UInt8](repeating: 0, count: (4 - picture.width * 3 % 4) % 4)
    var body: [UInt8] = []
    for y in (0..<picture.height).reversed() {
      for x in 0..<picture.width {
        let at = (y * picture.width + x) * 3
        body += [picture.samples[at + 2], picture.samples[at + 1], picture.samples[at]]
      }
      body += padding
    }
    let info =
      little(40, 4) + little(picture.width, 4) + little(picture.height, 4) + little(1, 2)
      + little(24, 2) + little(0, 4) + little(body.count, 4) + little(2835, 4) + little(2835, 4)
      + little(0, 8)
    return Array("BM".utf8) + little(54 + body.count, 4) + little(0, 4) + little(54, 4) + info
      + body
  }

  /// Returns an uncompressed RGB TIFF of one strip.
  package static func tiff(_ picture: PixelBuffer) -> [UInt8] {
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
      little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4)
    }
    let directory = 8 + picture.samples.count
    let bits = directory + 2 + 9 * 12 + 4
    return Array("II".utf8) + little(42, 2) + little(directory, 4) + picture.samples + little(9, 2)
      + entry(256, 4, 1, picture.width) + entry(257, 4, 1, picture.height)
      + entry(258, 3, 3, bits) + entry(259, 3, 1, 1) + entry(262, 3, 1, 2) + entry(273, 4, 1, 8)
      + entry(277, 3, 1, 3) + entry(278, 4, 1, picture.height)
      + entry(279, 4, 1, picture.samples.count) + little(0, 4) + little(8, 2) + little(8, 2)
      + little(8, 2)
  }

  /// The picture has one white pixel.
  package static let gif: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0]
    + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  /// The picture has one pixel, coded with loss.
  package static let webp: [UInt8] =
    Array("RIFF".utf8) + [34, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [22, 0, 0, 0]
    + [0x30, 0x01, 0x00, 0x9D, 0x01, 0x2A, 1, 0, 1, 0, 0x0E, 0xC0, 0xFE, 0x25, 0xA4, 0x00]
    + [0x03, 0x70, 0, 0, 0, 0]

  private static func pngHeader(width: Int, height: Int, colourType: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width, 4) + big(height, 4) + [8, colourType, 0, 0, 0])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return big(data.count, 4) + body + big(Int(CRC32.of(body)), 4)
  }

  /// A zlib stream (RFC 1950) that is not packed.
  private static func zlib(_ data: [UInt8]) -> [UInt8] {
    var a = 1
    var b = 0
    for byte in data {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return [0x78, 0x01] + StoredDeflate.of(data) + big(b << 16 | a, 4)
  }
}
