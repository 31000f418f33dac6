package import Model
internal import Recognition

/// A place says where the pieces of a document lie in its file.
package struct PagePlace: Sendable {
  package var file: String
  package var page: Int
  /// Leads from the upright page's coordinates to those of evidence.
  package var toEvidence: @Sendable (Point) -> Point
  package var method: EvidenceMethod
  /// Whether pieces have a place that can be shown; a text document has pages only once it is printed.
  package var hasBoxes = true

  /// Returns a box of the upright page as evidence has it, to a tenth.
  package func box(_ quad: Quad) -> Quad {
    quad.map { point in
      let shown = toEvidence(point)
      return Point(x: (shown.x * 10).rounded() / 10, y: (shown.y * 10).rounded() / 10)
    }
  }

  /// Returns QR codes found on the upright page, with their evidence.
  func evidence(of codes: [FoundCode]) -> [(text: String, evidence: Evidence)] {
    codes.map { code in
      let evidence = Evidence(
        file: file, page: page, box: box(code.quad), method: .qr, raw: code.text)
      return (text: code.text, evidence: evidence)
    }
  }

  /// Returns the place of the same page as a picture of so many units of evidence a pixel shows it.
  func scaled(by scale: Double, method: EvidenceMethod) -> PagePlace {
    PagePlace(
      file: file, page: page, toEvidence: { Point(x: $0.x * scale, y: $0.y * scale) },
      method: method)
  }
}
