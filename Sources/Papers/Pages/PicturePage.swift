package import Model
package import Native
package import Recognition

/// A page given as a picture, read: its documents, quality and stamps.
package struct PicturePage {
  package var documents: PageDocuments
  /// The picture, with what reading found out about it.
  package var picture: FilePart
  /// The page's round stamps.
  package var stamps: [FilePart]
  /// All text that was read, which a hidden text layer is compared with.
  package var text: String
  /// Whether a watermark was taken away, and text with it.
  var isCleared: Bool

  /// Reads a page picture.
  ///
  /// - Parameters:
  ///   - scale: evidence units per pixel.
  /// - Throws: ``RecognitionError/inference(_:)``.
  package init(
    _ picture: PixelBuffer, scale: Double, file: String, page number: Int,
    tools: PageTools, reader: PageReader
  ) throws(RecognitionError) {
    let found = try reader.page(of: picture)
    let page = found.page
    let text = page.lines.map(\.line.text).joined()
    let grey = found.upright.grey
    let quality = PictureQuality(of: found.upright, grey: grey, boxes: page.lines.map(\.box))
    let place = PagePlace(
      file: file, page: number,
      toEvidence: { point in
        let original = page.original(point)
        return Point(x: original.x * scale, y: original.y * scale)
      }, method: .ocr)
    // Cards carry no codes; a search that finds nothing costs as much as reading two lines.
    let mayHaveCode = tools.materials.materials.contains { material in
      material.fields.contains { if case .qr = $0.kind { true } else { false } }
        && material.anchors.contains { anchor in
          anchor.weight >= 0.15 && text.contains(anchor.text)
        }
    }
    let codes = place.evidence(of: mayHaveCode ? grey.foundCodes() : [])
    self.text = text
    isCleared = page.watermarkRemoval != nil
    let colour = ColourRegions(found.legible, isGrayscale: quality.isGrayscale)
    let stamps = try PageStamps(
      on: found.upright, isGrayscale: quality.isGrayscale, reader: reader, place: place)
    self.stamps = stamps.parts
    let rereading = Rereading(
      reader: reader, upright: found.legible, isGrayscale: quality.isGrayscale)
    func documents(on page: RecognizedPage) -> PageDocuments {
      PageDocuments(
        page: page, tools: tools, place: place, codes: codes, colour: colour,
        stamps: stamps, rereading: rereading)
    }
    var first = documents(on: page)
    var lines = page.lines
    // Small print is read only where something is missing: notes at the foot cost as much as all values.
    if !page.small.isEmpty, first.documents.isEmpty || !first.notices.isEmpty {
      var whole = page
      whole.lines += rereading.lines(at: page.small, withoutStamp: false)
      whole.lines.sort { ($0.box.center.y, $0.box.center.x) < ($1.box.center.y, $1.box.center.x) }
      first = documents(on: whole)
      lines = whole.lines
    }
    first.addChart(
      in: found.legible, lines: lines, rotationDegrees: page.rotationDegrees, place: place,
      look: { rereading.lines(at: $0, withoutStamp: false) })
    for index in first.documents.indices where isCleared && first.documents[index].kind == .orgChart
    {
      // Its pale lines may be gone.
      first.documents[index].isReadWhole = false
    }
    self.documents = first
    let boxes = page.lines.map(\.box)
    let level =
      boxes.isEmpty ? nil : PageLevel(boxes: boxes, width: page.width, height: page.height)
    self.picture = FilePart(
      .picture, page: number,
      facts: ImageFacts.facts(
        of: quality, skewDegrees: level?.skewDegrees, file: file, page: number))
  }
}
