package import Model

/// The size a picture's header claims, read before any decoder allocates for it.
package enum PictureDimensions {
  /// Width and height in pixels; `nil` where the header does not say or the format keeps it elsewhere.
  package static func claimed(by bytes: [UInt8], type: MediaType) -> (width: Int, height: Int)? {
    func big(_ offset: Int) -> Int? { integer(bytes, offset, 4, isLittle: false) }
    func little(_ offset: Int, _ width: Int) -> Int? {
      integer(bytes, offset, width, isLittle: true)
    }
    switch type {
    case .png: return pair(big(16), big(20))
    case .gif: return pair(little(6, 2), little(8, 2))
    case .bmp:
      // The height may be negative: rows from the top.
      return pair(little(18, 4), little(22, 4).map { $0 > 0x7FFF_FFFF ? 0x1_0000_0000 - $0 : $0 })
    case .webp:
      switch Array(bytes.dropFirst(12).prefix(4)) {
      case Array("VP8X".utf8):
        return pair(little(24, 3).map { $0 + 1 }, little(27, 3).map { $0 + 1 })
      case Array("VP8 ".utf8):
        return pair(little(26, 2).map { $0 & 0x3FFF }, little(28, 2).map { $0 & 0x3FFF })
      case Array("VP8L".utf8):
        return little(21, 4).map { (($0 & 0x3FFF) + 1, ($0 >> 14 & 0x3FFF) + 1) }
      default: return nil
      }
    case .tiff: return EXIF.size(tiff: bytes)
    default: return nil
    }
  }

  private static func pair(_ width: Int?, _ height: Int?) -> (width: Int, height: Int)? {
    guard let width, let height else { return nil }
    return (width, height)
  }

  private static func integer(_ bytes: [UInt8], _ offset: Int, _ width: Int, isLittle: Bool) -> Int?
  {
    guard bytes.count >= offset + width else { return nil }
    return (0..<width).reduce(0) { sum, index in
      sum << 8 | Int(bytes[isLittle ? offset + width - 1 - index : offset + index])
    }
  }
}
