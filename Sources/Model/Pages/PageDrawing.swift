/// A page to be drawn for a report: which, and what is painted over before anything is encoded.
///
/// Equal drawings give equal pictures, so that it is also the key under which a drawn page may be kept.
package struct PageDrawing: Hashable, Sendable {
  /// The SHA-256 of the source's bytes in lower-case hexadecimal.
  package var digest: String
  /// The page is 0-based.
  package var page: Int
  /// The boxes are in the units of evidence: pixels with EXIF orientation applied, or points of the page as shown.
  package var covered: [Quad]

  package init(digest: String, page: Int, covered: [Quad]) {
    self.digest = digest
    self.page = page
    self.covered = covered
  }

  /// The most pixels that a drawn page's long side may have (ARCHITECTURE.md, invariant 11).
  package static let longestSide = 1600
}

/// A drawn page is the picture of a page that a report shows.
package struct DrawnPage: Hashable, Sendable {
  /// Width and height are in pixels.
  package var width: Int
  package var height: Int
  /// The picture is a JPEG file without metadata, in Base64 (RFC 4648 section 4).
  package var jpeg: String

  package init(width: Int, height: Int, jpeg: String) {
    self.width = width
    self.height = height
    self.jpeg = jpeg
  }
}
