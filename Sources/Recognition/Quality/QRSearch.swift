package import Model
package import Native

/// A found code has its text and its place.
package struct FoundCode: Hashable, Sendable {
  package let text: String
  /// In the pixels of the picture that was searched.
  package let quad: Quad
}

extension PixelBuffer {
  /// Returns the QR codes of a grey picture: as it is, then enlarged, since small modules are what fails
  /// (docs/domain.md#reading-qr-codes).
  ///
  /// Stops at the first size that reads anything.
  package func foundCodes() -> [FoundCode] {
    for factor in [1, 2, 3] {
      // Beyond this an enlargement costs more than it finds.
      guard factor == 1 || max(width, height) * factor <= 4800 else { break }
      let picture = factor == 1 ? self : enlarged(factor)
      let codes = qrCodes(in: picture)
      if !codes.isEmpty { return codes.map { FoundCode($0, scale: 1 / Double(factor)) } }
    }
    return []
  }

  /// Linear interpolation between pixel centres.
  private func enlarged(_ factor: Int) -> PixelBuffer {
    let newWidth = width * factor
    let newHeight = height * factor
    var target = [UInt8](repeating: 0, count: newWidth * newHeight)
    let source = samples.span
    // 16-bit fixed point.
    func position(_ index: Int, _ limit: Int) -> (low: Int, high: Int, weight: Int) {
      let scaled = (2 * index + 1) * 32_768 / factor - 32_768
      let clamped = min(max(scaled, 0), (limit - 1) * 65_536)
      let low = clamped >> 16
      return (low, min(low + 1, limit - 1), clamped & 0xFFFF)
    }
    let columns = (0..<newWidth).map { position($0, width) }
    for y in 0..<newHeight {
      let row = position(y, height)
      let top = row.low * width
      let bottom = row.high * width
      for x in 0..<newWidth {
        let column = columns[x]
        let upper =
          Int(source[top + column.low]) * (65_536 - column.weight)
          + Int(source[top + column.high]) * column.weight
        let lower =
          Int(source[bottom + column.low]) * (65_536 - column.weight)
          + Int(source[bottom + column.high]) * column.weight
        target[y * newWidth + x] = UInt8(
          ((upper >> 16) * (65_536 - row.weight) + (lower >> 16) * row.weight) >> 16)
      }
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: 1, samples: target)
  }
}

extension FoundCode {
  fileprivate init(_ code: DecodedQRCode, scale: Double) {
    text = code.text
    func corner(_ index: Int) -> Point {
      Point(x: code.corners[2 * index] * scale, y: code.corners[2 * index + 1] * scale)
    }
    quad = Quad(
      topLeft: corner(0), topRight: corner(1), bottomRight: corner(2), bottomLeft: corner(3))
  }
}
