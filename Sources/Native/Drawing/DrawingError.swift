/// Why something could not be drawn or encoded.
package enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The font has no glyph for some character of the text.
  case missingGlyphs(family: String, text: String)
  /// No font of that family is installed.
  case missingFamily(String)
  /// cairo's own words.
  case cairo(String)
  /// libjpeg's own words.
  case jpeg(String)
  /// zxing's own words.
  case qr(String)

  package var description: String {
    switch self {
    case .missingGlyphs(let family, let text): "the font \(family) cannot write “\(text)”"
    case .missingFamily(let family): "the font \(family) is not installed"
    case .cairo(let message): "cairo: \(message)"
    case .jpeg(let message): "libjpeg: \(message)"
    case .qr(let message): "QR code: \(message)"
    }
  }
}
