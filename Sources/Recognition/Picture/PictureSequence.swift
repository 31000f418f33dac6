package import Model
package import Native

/// The pages of a picture file: those of a TIFF, the frames of a GIF or WebP, one of any other.
///
/// Pages of a TIFF are decoded when they are asked for; the frames of a GIF or WebP build on each other and are
/// decoded together, as many as one picture may have pixels.
package struct PictureSequence {
  private enum Pages {
    case one([UInt8])
    case tiff(TIFFPages)
    case frames([TranslucentPicture])
  }

  /// Nobody scans more for one submission; a film has more.
  package static let limit = 30

  /// How many pages are read.
  package let count: Int
  /// Whether there are more than that.
  package let isCut: Bool
  private let type: MediaType
  private let pages: Pages

  /// - Throws: ``PictureError`` for frames that cannot be decoded.
  package init(_ bytes: [UInt8], type: MediaType) throws(PictureError) {
    self.type = type
    if type == .tiff, let tiff = TIFFPages(bytes, limit: Self.limit + 1), tiff.directories.count > 1
    {
      count = min(tiff.directories.count, Self.limit)
      isCut = tiff.directories.count > Self.limit
      pages = .tiff(tiff)
      return
    }
    let frames = FrameCount.of(bytes, type: type)
    if frames > 1, type == .gif || type == .webp {
      let decoded = try TranslucentPicture.frames(
        pixbuf: bytes, format: type == .gif ? .gif : .webp, count: min(frames, Self.limit),
        pixelLimit: LoadedPicture.pixelLimit)
      // A picture that stays is one page, however often it is shown.
      let different = decoded.enumerated().filter { index, frame in
        !decoded[..<index].contains(frame)
      }.map(\.element)
      if different.count > 1 {
        count = different.count
        isCut = frames > decoded.count
        pages = .frames(different)
        return
      }
    }
    count = 1
    isCut = false
    pages = .one(bytes)
  }

  /// Decodes a page.
  ///
  /// - Parameter page: 0-based.
  /// - Throws: ``PictureError``.
  package func picture(_ page: Int) throws(PictureError) -> LoadedPicture {
    switch pages {
    case .one(let bytes): return try LoadedPicture.load(bytes, type: type)
    case .frames(let frames): return LoadedPicture(decoded: frames[page])
    case .tiff(var tiff):
      return try LoadedPicture.load(tiff.showing(page), type: type)
    }
  }
}

/// How many frames a GIF or WebP says that it has.
enum FrameCount {
  static func of(_ bytes: [UInt8], type: MediaType) -> Int {
    switch type {
    case .gif: gif(bytes)
    case .webp: webp(bytes)
    default: 1
    }
  }

  /// Chunks `ANMF` of the RIFF container.
  private static func webp(_ bytes: [UInt8]) -> Int {
    var count = 0
    var place = 12
    while place + 8 <= bytes.count {
      if bytes[place..<(place + 4)].elementsEqual("ANMF".utf8) { count += 1 }
      let size = (0..<4).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
      place += 8 + size + size % 2
    }
    return max(1, count)
  }

  /// Image descriptors between extensions (GIF89a, section 20).
  private static func gif(_ bytes: [UInt8]) -> Int {
    guard bytes.count > 13 else { return 1 }
    func tableSize(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
    var place = 13 + tableSize(bytes[10])
    var count = 0
    func pastBlocks(_ start: Int) -> Int {
      var place = start
      while place < bytes.count, bytes[place] != 0 { place += Int(bytes[place]) + 1 }
      return place + 1
    }
    while place < bytes.count {
      switch bytes[place] {
      case 0x21: place = pastBlocks(place + 2)
      case 0x2C where place + 10 < bytes.count:
        count += 1
        place = pastBlocks(place + 10 + tableSize(bytes[place + 9]) + 1)
      default: return max(1, count)
      }
    }
    return max(1, count)
  }
}
