/// Paths below a folder as relative URI references (RFC 3986).
enum RelativeLink {
  /// Every byte but unreserved ones and slashes percent-encoded: no scheme, no query, no fragment can come of
  /// a name.
  static func encoded(_ path: String) -> String {
    var link = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        link.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        link += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return link
  }
}
