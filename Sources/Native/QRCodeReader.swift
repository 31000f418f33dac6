internal import CZXing

/// A decoded code is one that was found in a picture.
package struct DecodedQRCode: Hashable, Sendable {
  package let text: String
  /// The corners are x and y of all four, clockwise from the code's own top left, in the picture's pixels.
  package let corners: [Double]
}

/// Returns the QR codes of a grey picture.
///
/// - Precondition: `grey.channels == 1`; other pictures have none.
package func qrCodes(in grey: PixelBuffer) -> [DecodedQRCode] {
  guard grey.channels == 1, grey.width > 0, grey.height > 0 else { return [] }
  let box = CodeBox()
  _ = unsafe grey.samples.withUnsafeBufferPointer { buffer in
    unsafe czxing_read_qr(
      buffer.baseAddress, Int32(grey.width), Int32(grey.height), Int32(grey.width),
      { context, text, count, corners in
        guard let context = unsafe context, let text = unsafe text, let corners = unsafe corners
        else { return }
        let box = unsafe Unmanaged<CodeBox>.fromOpaque(context).takeUnretainedValue()
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
        box.codes.append(
          DecodedQRCode(
            text: unsafe String(decoding: bytes, as: UTF8.self),
            corners: (0..<8).map { unsafe corners[$0] }))
      }, Unmanaged.passUnretained(box).toOpaque())
  }
  return box.codes
}

private final class CodeBox {
  var codes: [DecodedQRCode] = []
}
