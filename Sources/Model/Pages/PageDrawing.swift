/// A page to be drawn for a report: which, and what is painted over before anything is encoded.
///
/// Equal drawings give equal pictures, so that it is also the key under which a drawn page may be kept.
package struct PageDrawing: Hashable, Codable, Sendable {
  /// Lower-case hexadecimal SHA-256 of the source's bytes.
  package var digest: String
  /// 0-based.
  package var page: Int
  /// In the units of evidence: pixels with EXIF orientation applied, or points of the page as shown.
  package var covered: [Quad]

  package init(digest: String, page: Int, covered: [Quad]) {
    self.digest = digest
    self.page = page
    self.covered = covered
  }

  /// The most pixels of a drawn page's long side (ARCHITECTURE.md, invariant 11).
  package static let longestSide = 1600
}

/// A page as a picture for a report.
package struct DrawnPage: Hashable, Codable, Sendable {
  /// In pixels.
  package var width: Int
  package var height: Int
  /// A JPEG file without metadata, in Base64 (RFC 4648 section 4).
  package var jpeg: String

  package init(width: Int, height: Int, jpeg: String) {
    self.width = width
    self.height = height
    self.jpeg = jpeg
  }
}
