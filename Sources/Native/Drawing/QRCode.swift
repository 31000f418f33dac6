internal import CZXing

/// A QR code is a square of modules.
package struct QRCode: Hashable, Sendable {
  /// How many modules a side has, without a quiet zone.
  package let side: Int
  /// The modules go row by row from the top; `true` is dark.
  package let modules: [Bool]

  /// Encodes a text.
  ///
  /// - Parameter correction: The level goes from 0 (low) to 8 (the most).
  package init(_ text: String, correction: Int) throws(DrawingError) {
    var bytes: UnsafeMutablePointer<UInt8>?
    var message = [CChar](repeating: 0, count: 200)
    let side = unsafe czxing_write_qr(
      text, text.utf8.count, Int32(correction), &bytes, &message)
    guard side > 0, let start = unsafe bytes else {
      throw .qr(Native.text(of: message))
    }
    defer { unsafe czxing_free_modules(start) }
    self.side = Int(side)
    modules = unsafe UnsafeBufferPointer(start: start, count: Int(side) * Int(side)).map { $0 == 1 }
  }
}
