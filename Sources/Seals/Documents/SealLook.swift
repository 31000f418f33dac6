internal import Foundation
internal import Model
internal import Native
internal import OFD
internal import Recognition

/// The look of a seal as a small picture for reports.
enum SealLook {
  /// Long side, in pixels.
  private static let side = 320
  /// Seals are a few hundred pixels wide; more is a wrong picture.
  private static let byteLimit = 4 << 20

  /// `nil` for formats that are not drawn (SVG), and for damaged pictures: the seal stands without.
  static func picture(of picture: SealPicture) -> DocumentPicture? {
    guard picture.data.count <= byteLimit else { return nil }
    do {
      guard let pixels = try pixels(of: picture.data) else { return nil }
      let scale = min(1, Double(side) / Double(max(pixels.width, pixels.height, 1)))
      let small = pixels.resized(
        width: max(1, Int(Double(pixels.width) * scale)),
        height: max(1, Int(Double(pixels.height) * scale)))
      let jpeg = try JPEGEncoder(quality: 80).encode(small)
      return DocumentPicture(
        width: small.width, height: small.height, jpeg: Data(jpeg).base64EncodedString())
    } catch {
      return nil
    }
  }

  private static func pixels(of data: [UInt8]) throws -> PixelBuffer? {
    switch MediaType(sniffing: data) {
    case .png, .jpeg, .gif, .bmp:
      return try LoadedPicture.load(data, type: MediaType(sniffing: data)).pixels
    case .ofd:
      // Tax offices' seals are documents of one page.
      return try OFDPagePicture(page: 0, of: data, longSide: side)?.pixels
    default: return nil
    }
  }
}
