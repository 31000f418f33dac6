internal import Foundation
package import Model
internal import Native
internal import OFD
internal import Recognition
internal import Seals

/// Draws pages for reports, personal areas painted over before anything is encoded (ARCHITECTURE.md, invariant 11).
package enum PageDrawer {
  /// Returns the page, or `nil` where it cannot be drawn: a report does without its picture.
  package static func page(_ drawing: PageDrawing, of bytes: [UInt8]) -> DrawnPage? {
    let picture: (pixels: PixelBuffer, scale: Double)?
    do {
      picture =
        switch MediaType(sniffing: bytes) {
        case .pdf: try pdfPage(drawing.page, of: bytes)
        case .ofd: try ofdPage(drawing.page, of: bytes)
        case .jpeg, .png, .tiff, .bmp, .gif, .webp, .heic:
          try self.picture(bytes, page: drawing.page)
        default: nil
        }
      guard let picture, picture.scale.isFinite, picture.scale > 0 else { return nil }
      var pixels = picture.pixels
      let scale = picture.scale
      for box in drawing.covered {
        pixels.fill(box.corners.map { Point(x: $0.x * scale, y: $0.y * scale) }, with: cover)
      }
      let jpeg = try JPEGEncoder(quality: 72).encode(pixels)
      return DrawnPage(
        width: pixels.width, height: pixels.height, jpeg: Data(jpeg).base64EncodedString())
    } catch {
      // Reading the file has said what is wrong with it.
      return nil
    }
  }

  /// Red, green, blue: no colour of paper, ink or stamps.
  private static let cover: [UInt8] = [71, 85, 105]

  private static func picture(
    _ bytes: [UInt8], page: Int
  ) throws -> (pixels: PixelBuffer, scale: Double)? {
    let sequence = try PictureSequence(bytes, type: MediaType(sniffing: bytes))
    guard (0..<sequence.count).contains(page) else { return nil }
    let loaded = try sequence.picture(page)
    let whole = loaded.pixels
    let shrink = Double(PageDrawing.longestSide) / Double(max(whole.width, whole.height))
    let pixels =
      shrink >= 1
      ? whole
      : whole.resized(
        width: max(1, Int(Double(whole.width) * shrink)),
        height: max(1, Int(Double(whole.height) * shrink)))
    return (pixels, Double(pixels.width) / Double(loaded.width))
  }

  private static func ofdPage(_ index: Int, of bytes: [UInt8]) throws -> (
    pixels: PixelBuffer, scale: Double
  )? {
    guard
      let picture = try OFDPagePicture(
        page: index, of: bytes, longSide: PageDrawing.longestSide)
    else { return nil }
    return (picture.pixels, 1 / picture.scale)
  }

  private static func pdfPage(_ index: Int, of bytes: [UInt8]) throws -> (
    pixels: PixelBuffer, scale: Double
  )? {
    let document = try PDFDocument(bytes)
    guard (0..<document.pageCount).contains(index) else { return nil }
    let page = try document.page(index)
    let pixels = try page.picture(longSide: PageDrawing.longestSide)
    return (pixels, Double(pixels.width) / page.size.width)
  }
}

extension PixelBuffer {
  /// Paints a polygon in one colour; corners outside the picture are fine.
  fileprivate mutating func fill(_ corners: [Point], with colour: [UInt8]) {
    guard corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }), channels == colour.count,
      let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max(),
      bottom >= 0, top < Double(height)
    else { return }
    for y in Int(max(0, top))...Int(min(Double(height - 1), max(0, bottom))) {
      // Where the edges cross the middle of the row; a polygon lower than a row still takes it.
      let middle = min(max(Double(y) + 0.5, top), bottom)
      var crossings: [Double] = []
      for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
        let (low, high) = (min(start.y, end.y), max(start.y, end.y))
        guard middle >= low, middle <= high else { continue }
        if high == low {
          crossings += [start.x, end.x]
        } else {
          crossings.append(start.x + (middle - start.y) / (end.y - start.y) * (end.x - start.x))
        }
      }
      // Boxes are convex: from the leftmost crossing to the rightmost.
      guard let left = crossings.min(), let right = crossings.max(), right >= 0,
        left < Double(width)
      else { continue }
      for x in Int(max(0, left))...Int(min(Double(width - 1), right)) {
        let place = (y * width + x) * channels
        for channel in 0..<channels { samples[place + channel] = colour[channel] }
      }
    }
  }
}
