package import Model
package import Native

/// A decoded picture, EXIF orientation applied and scaled for reading, with what its file says of it.
package struct LoadedPicture: Sendable {
  /// The pixels are RGB, at most about ``readingSide`` pixels on the long side.
  package var pixels: PixelBuffer
  /// What of it lets shine through what lies below, in the size of `pixels`; `nil` where nothing does.
  package var opacity: PixelBuffer?
  /// The size of the whole picture is in pixels, EXIF orientation applied.
  package var width: Int
  package var height: Int
  /// How many pixels of the picture a decoded one stands for, along a side.
  package var scale: Double { Double(width) / Double(pixels.width) }
  package var metadata: JPEGMetadata?
  /// 1 to 8; 1 where the format has none.
  package var orientation = 1

  /// Text of an ID card on a scanned A4 page is still 25 pixels high at this long side.
  package static let readingSide = 2600
  /// A JPEG is decoded at an eighth of this if need be; other formats are decoded whole.
  package static let jpegPixelLimit = 400_000_000
  package static let pixelLimit = 64_000_000

  /// Decodes one of the picture formats.
  ///
  /// - Throws: ``PictureError``.
  package static func load(_ bytes: [UInt8], type: MediaType) throws(PictureError) -> LoadedPicture
  {
    if type == .jpeg { return try LoadedPicture(jpeg: bytes) }
    guard let format = formats[type] else { throw .damaged("no decoder for this format") }
    if let size = PictureDimensions.claimed(by: bytes, type: type) {
      let (count, overflow) = size.width.multipliedReportingOverflow(by: size.height)
      guard !overflow, count <= pixelLimit else {
        throw .tooLarge(width: size.width, height: size.height)
      }
    }
    guard isWhole(bytes, type: type) else { throw .truncated }
    return LoadedPicture(
      decoded: try TranslucentPicture(pixbuf: bytes, format: format, pixelLimit: pixelLimit))
  }

  /// A picture that was decoded whole, scaled for reading.
  init(decoded: TranslucentPicture) {
    let whole = decoded.pixels
    let scale = Double(Self.readingSide) / Double(max(whole.width, whole.height))
    func fitted(_ buffer: PixelBuffer) -> PixelBuffer {
      scale >= 0.9
        ? buffer
        : buffer.resized(
          width: max(1, Int(Double(whole.width) * scale)),
          height: max(1, Int(Double(whole.height) * scale)))
    }
    self.init(
      pixels: fitted(whole), opacity: decoded.opacity.map(fitted), width: whole.width,
      height: whole.height)
  }

  private init(pixels: PixelBuffer, opacity: PixelBuffer?, width: Int, height: Int) {
    self.pixels = pixels
    self.opacity = opacity
    self.width = width
    self.height = height
  }

  private init(jpeg bytes: [UInt8]) throws(PictureError) {
    let header = try JPEGHeader(bytes)
    let (count, overflow) = header.width.multipliedReportingOverflow(by: header.height)
    guard !overflow, count <= Self.jpegPixelLimit else {
      throw .tooLarge(width: header.width, height: header.height)
    }
    let longSide = max(header.width, header.height)
    // The least eighth that still reaches the reading size.
    let eighths = min(8, max(1, (Self.readingSide * 8 + longSide - 1) / longSide))
    let decoded = try PixelBuffer(jpeg: bytes, header: header, eighths: eighths)
    let metadata = JPEGMetadata(header)
    self.metadata = metadata
    // allowed: no tag means upright (EXIF 2.32, 4.6.5)
    orientation = metadata.exif?.orientation ?? 1
    pixels = decoded.oriented(orientation)
    let isTurned = orientation >= 5
    width = isTurned ? header.height : header.width
    height = isTurned ? header.width : header.height
  }

  private static let formats: [MediaType: PixbufFormat] = [
    .png: .png, .tiff: .tiff, .bmp: .bmp, .gif: .gif, .webp: .webp, .heic: .heic,
  ]

  /// gdk-pixbuf takes halves of these formats for whole pictures, so their ends are checked here.
  private static func isWhole(_ bytes: [UInt8], type: MediaType) -> Bool {
    func little(_ offset: Int) -> Int? {
      guard bytes.count >= offset + 4 else { return nil }
      return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    switch type {
    case .png:
      // The last chunk; some writers append a few bytes.
      return bytes.suffix(64).firstRange(of: Array("IEND".utf8)) != nil
    // allowed: no length, not whole
    case .webp: return little(4).map { $0 + 8 <= bytes.count } ?? false
    case .bmp: return little(2).map { $0 <= bytes.count } ?? false  // allowed: no length, not whole
    default: return true
    }
  }
}

extension PixelBuffer {
  /// The picture as EXIF orientation 1 to 8 asks for.
  fileprivate func oriented(_ orientation: Int) -> PixelBuffer {
    switch orientation {
    case 2: mirrored
    case 3: turned(quarters: 2)
    case 4: mirrored.turned(quarters: 2)
    case 5: mirrored.turned(quarters: 3)
    case 6: turned(quarters: 1)
    case 7: mirrored.turned(quarters: 1)
    case 8: turned(quarters: 3)
    default: self
    }
  }

  private var mirrored: PixelBuffer {
    var copy = self
    for y in 0..<height {
      for x in 0..<width {
        let from = (y * width + x) * channels
        let to = (y * width + width - 1 - x) * channels
        for channel in 0..<channels { copy.samples[to + channel] = samples[from + channel] }
      }
    }
    return copy
  }
}
