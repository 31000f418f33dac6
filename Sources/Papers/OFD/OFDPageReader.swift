internal import Model
internal import Native
internal import OFD
internal import Recognition

/// Reads a page of an OFD: by its text where that says what the page shows, else by its picture.
struct OFDPageReader {
  let tools: PageTools
  let source: OFDPagePicture.Source
  /// How many pages had more on them than one may ask for.
  private var cutOff = 0

  init(tools: PageTools, source: OFDPagePicture.Source) {
    self.tools = tools
    self.source = source
  }

  private static let electronic = "license.electronic"
  /// Long side of the picture in which ink is looked for, in pixels.
  private static let glanceSide = 1200
  /// A file with more such pages is made to keep us busy.
  private static let mostCutOff = 2

  package mutating func read(
    _ content: OFDPageContent, id: String, into extraction: inout Extraction
  ) {
    let index = extraction.pages.count
    let size = PageSize(of: content.area)
    extraction.pages.append(size)
    guard cutOff < Self.mostCutOff else {
      let reason = "there was too much to draw on the pages before"
      return extraction.note(.pageUnreadable, page: index, ["reason": reason])
    }
    let text = OFDText(content)
    let layer = TextLayer(text.characters, width: size.width, height: size.height)
    let before = extraction.documents.count
    do {
      let glance = try OFDPagePicture(
        content, pageID: id, of: source, longSide: Self.glanceSide)
      note(glance.faults, on: index, in: &extraction)
      if glance.isCutOff { cutOff += 1 }
      let page = LayeredPage(
        .ofd, file: extraction.file, number: index, size: size, layer: layer,
        // A code of a private area says nothing, and what stands around it is not the whole value.
        isLegible: text.unreadable == 0, pictureAreas: glance.pictureAreas, picture: glance.pixels)
      try LayeredPageReading(page: page, tools: tools, reader: tools.reader).read(
        into: &extraction,
        documents: { (documents(of: page), []) },
        judge: {
          try shows(layer, isEvidence: $0, glance, content, id: id) ? .shown : .contradicted
        },
        draw: {
          let drawn = try large(content, id)
          return (drawn.pixels, drawn.scale)
        })
    } catch {
      let reason = (error as? RecognitionError)?.reason ?? "\(error)"
      extraction.note(.pageUnreadable, page: index, ["reason": reason])
    }
    for number in extraction.documents.indices.dropFirst(before) {
      markElectronic(&extraction.documents[number], in: extraction.file, page: index)
    }
  }

  private func large(_ content: OFDPageContent, _ id: String) throws(DrawingError)
    -> OFDPagePicture
  {
    try OFDPagePicture(content, pageID: id, of: source, longSide: LoadedPicture.readingSide)
  }

  /// Whether the page shows what its text claims.
  ///
  /// - Parameter isEvidence: whether facts rest on the text.
  private func shows(
    _ layer: TextLayer, isEvidence: Bool, _ glance: OFDPagePicture, _ content: OFDPageContent,
    id: String
  ) throws -> Bool {
    // Where there is no font for a letter nothing is drawn, and that says nothing of its line.
    let layer = glance.missingLetters.isEmpty ? layer : layer.without(glance.missingLetters)
    guard layer.hasInkEverywhere(in: glance.pixels.grey, scale: 1 / glance.scale) else {
      return false
    }
    guard glance.mayDiffer, isEvidence, let reader = tools.reader else { return true }
    guard layer.lines.count <= TextLayerCheck.lineLimit else { return false }
    let drawn = try large(content, id)
    let check = TextLayerCheck(reader: reader, picture: drawn.pixels, scale: 1 / drawn.scale)
    return try check.contradicted(layer.lines).isEmpty
  }

  private func documents(of page: LayeredPage) -> PageDocuments {
    PageDocuments(
      page: RecognizedPage(
        lines: page.layer.lines, width: page.size.width, height: page.size.height,
        rotationDegrees: 0),
      tools: tools, place: page.place, codes: [], colour: nil)
  }

  /// Paper does not come as an OFD.
  private func markElectronic(_ document: inout Document, in file: String, page: Int) {
    guard document.kind == .businessLicense,
      !document.facts.contains(where: { $0.key == Self.electronic })
    else { return }
    document.facts.append(
      Fact(
        key: Self.electronic, value: .bool(true), confidence: 0.95,
        evidence: [Evidence(file: file, page: page, method: .computed)]))
  }

  private func note(_ faults: [OFDFault], on page: Int, in extraction: inout Extraction) {
    guard !faults.isEmpty else { return }
    let reasons = faults.prefix(4).map { $0.part.isEmpty ? $0.reason : $0.part + ": " + $0.reason }
    extraction.note(.drawingIncomplete, page: page, ["reason": reasons.joined(separator: "; ")])
  }
}
