internal import CJPEG

/// Why a picture was not decoded.
package enum PictureError: Error, Hashable, Sendable {
  /// The decoder's own message.
  case damaged(String)
  /// The file ends before the picture does.
  case truncated
  case tooLarge(width: Int, height: Int)
}

/// The header of a JPEG tells its size, metadata markers and luminance quantization table.
package struct JPEGHeader: Sendable {
  package let width: Int
  package let height: Int
  /// The number of components, which is 1 for a grey picture.
  package let components: Int
  /// The first component's table in natural order; `nil` where the file gives none before its header ends.
  package let quantization: [Int]?
  /// The APP markers have their code (0xE0 to 0xEF) and stand in file order.
  package let markers: [(code: Int, bytes: [UInt8])]

  /// Reads the header without decoding the picture.
  ///
  /// - Throws: ``PictureError/damaged(_:)`` with libjpeg's message.
  package init(_ bytes: [UInt8]) throws(PictureError) {
    let box = MarkerBox()
    var info = cjpeg_info()
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe cjpeg_inspect(
        buffer.baseAddress, buffer.count, &info,
        { context, code, data, count in
          guard let context = unsafe context, let data = unsafe data else { return }
          let box = unsafe Unmanaged<MarkerBox>.fromOpaque(context).takeUnretainedValue()
          let copy = unsafe Array(UnsafeBufferPointer(start: data, count: count))
          box.markers.append((Int(code), copy))
        }, Unmanaged.passUnretained(box).toOpaque())
    }
    guard status == 0 else { throw .damaged(info.text) }
    width = Int(info.width)
    height = Int(info.height)
    components = Int(info.components)
    quantization =
      info.has_quantization == 0
      ? nil
      : unsafe withUnsafeBytes(of: info.quantization) { raw in
        unsafe raw.bindMemory(to: UInt16.self).map(Int.init)
      }
    markers = box.markers
  }
}

private final class MarkerBox {
  var markers: [(code: Int, bytes: [UInt8])] = []
}

extension cjpeg_info {
  fileprivate var text: String {
    unsafe withUnsafeBytes(of: message) { raw in
      unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

extension PixelBuffer {
  /// Decodes a JPEG to RGB at `eighths`/8 of its size (1 to 8): scaling in the DCT costs less than decoding whole.
  ///
  /// - Throws: ``PictureError/truncated`` when the data ends early, else ``PictureError/damaged(_:)``.
  package init(jpeg bytes: [UInt8], header: JPEGHeader, eighths: Int) throws(PictureError) {
    var info = cjpeg_info()
    info.width = UInt32(clamping: header.width)
    info.height = UInt32(clamping: header.height)
    var width: UInt32 = 0
    var height: UInt32 = 0
    unsafe cjpeg_scaled_size(&info, Int32(clamping: eighths), &width, &height)
    let count = Int(width) * Int(height) * 3
    var status: Int32 = 0
    let samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      status = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe cjpeg_decode(
          source.baseAddress, source.count, Int32(clamping: eighths), target.baseAddress, count,
          &info)
      }
      // A failed decode throws below; the array must still be wholly initialized.
      if status != 0 { unsafe target.initialize(repeating: 0) }
      filled = count
    }
    guard status == 0 else {
      throw info.is_truncated != 0 ? .truncated : .damaged(info.text)
    }
    self.init(width: Int(width), height: Int(height), channels: 3, samples: samples)
  }
}
