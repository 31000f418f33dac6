internal import CJPEG

/// Writes JPEG files.
package struct JPEGEncoder: Hashable, Sendable {
  /// The quality is 1 to 100.
  package var quality: Int
  /// The pixels per inch that are written into the file; 0 means none.
  package var density: Int
  /// The Exif orientation tag, 1 to 8, where one is to be written.
  package var orientation: Int?
  /// The text that the Exif software tag says.
  package var software: String?

  package init(quality: Int, density: Int = 0, orientation: Int? = nil, software: String? = nil) {
    self.quality = quality
    self.density = density
    self.orientation = orientation
    self.software = software
  }

  /// Returns the picture as the bytes of a JPEG file.
  package func encode(_ picture: PixelBuffer) throws(DrawingError) -> [UInt8] {
    let options = cjpeg_encoder_options(
      quality: Int32(quality), density: Int32(density), full_colour: 0)
    let segment = exifSegment
    var bytes: UnsafeMutablePointer<UInt8>?
    var size = 0
    var message = [CChar](repeating: 0, count: 200)
    let status = unsafe cjpeg_encode(
      picture.samples, Int32(picture.width), Int32(picture.height), Int32(picture.channels),
      options, segment, segment.count, &bytes, &size, &message)
    guard status == 0, let start = unsafe bytes else { throw .jpeg(text(of: message)) }
    defer { unsafe cjpeg_encoder_free(start) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: size))
  }

  /// A big-endian Exif block with the tags that are set; empty if none is.
  private var exifSegment: [UInt8] {
    var entries: [[UInt8]] = []
    var tail: [UInt8] = []
    let count = (orientation == nil ? 0 : 1) + (software == nil ? 0 : 1)
    guard count > 0 else { return [] }
    // The directory starts at 8: a count of 2 bytes, 12 bytes an entry, 4 bytes of "no next directory".
    let tailOffset = 8 + 2 + count * 12 + 4
    if let orientation {
      entries.append(
        bigEndian(0x0112, 2) + bigEndian(3, 2) + bigEndian(1, 4)
          + bigEndian(orientation, 2) + [0, 0])
    }
    if let software {
      // Padded so that the text never fits the entry itself, where it would be stored differently.
      let text =
        Array(software.utf8) + [UInt8](repeating: 0, count: max(1, 5 - software.utf8.count))
      entries.append(
        bigEndian(0x0131, 2) + bigEndian(2, 2) + bigEndian(text.count, 4)
          + bigEndian(tailOffset, 4))
      tail = text
    }
    let head = Array("Exif\0\0MM".utf8) + bigEndian(42, 2) + bigEndian(8, 4)
    return head + bigEndian(count, 2) + entries.flatMap { $0 } + bigEndian(0, 4) + tail
  }

  private func bigEndian(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

/// The text of a C message buffer.
func text(of message: [CChar]) -> String {
  String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
