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
  /// Fewer letters are a page number.
  private static let leastText = 8
  /// Long side of the picture in which ink is looked for, in pixels.
  private static let glanceSide = 1200
  /// Hidden text that is less like the page's own than this says something else.
  private static let leastLikeness = 0.6
  /// A file with more such pages is made to keep us busy.
  private static let mostCutOff = 2

  package mutating func read(
    _ content: OFDPageContent, id: String, into extraction: inout Extraction
  ) {
    let index = extraction.pages.count
    let size = PageSize(of: content.area)
    extraction.pages.append(size)
    let text = OFDText(content)
    let layer = TextLayer(text.characters, width: size.width, height: size.height)
    let hasText = layer.text.count >= Self.leastText
    let page = (file: extraction.file, number: index)
    guard cutOff < Self.mostCutOff else {
      extraction.notices.append(
        Notice(
          file: page.file, page: index, stage: .extract, code: .pageUnreadable,
          details: ["reason": "there was too much to draw on the pages before"]))
      return
    }
    do {
      let glance = try OFDPagePicture(
        content, pageID: id, of: source, longSide: Self.glanceSide)
      note(glance.faults, on: page, in: &extraction)
      if glance.isCutOff { cutOff += 1 }
      var differs = false
      // A form that is a picture says more than the values that are text on it.
      let isCovered = TextLayer.hasPageSizedPicture(
        glance.pictureAreas, width: size.width, height: size.height)
      // A code of a private area says nothing, and what stands around it is not the whole value.
      if hasText, text.unreadable == 0, !isCovered {
        let found = documents(of: layer, size, on: page)
        let isShown = try shows(
          layer, isEvidence: !found.documents.isEmpty, glance, content, id: id)
        if isShown {
          add(found, on: page, into: &extraction)
          extraction.areas += PageAreas.pictures(
            glance.pictureAreas, page: index, width: size.width, height: size.height)
          return
        }
        differs = true
      }
      guard let reader = tools.reader, !glance.pixels.isBlank else {
        extraction.notices.append(
          Notice(file: page.file, page: index, stage: .extract, code: .pictureBlank))
        return
      }
      let drawn = try large(content, id)
      let seen = try PicturePage(
        drawn.pixels, scale: drawn.scale, file: page.file, page: index, tools: tools,
        reader: reader)
      add(seen.documents, on: page, into: &extraction)
      extraction.parts += seen.stamps
      // A page that is a picture is as good as its picture.
      if !hasText { extraction.parts.append(seen.picture) }
      if differs || isCovered, hasText, text.unreadable == 0,
        differs || !seen.isCleared,
        TextLayer.shownShare(of: layer.text, in: seen.text) < Self.leastLikeness
      {
        extraction.notices.append(
          Notice(file: page.file, page: index, stage: .extract, code: .textLayerDiffers))
      }
    } catch {
      let reason = (error as? RecognitionError)?.reason ?? "\(error)"
      extraction.notices.append(
        Notice(
          file: page.file, page: index, stage: .extract, code: .pageUnreadable,
          details: ["reason": reason]))
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

  private func documents(
    of layer: TextLayer, _ size: PageSize, on page: (file: String, number: Int)
  ) -> PageDocuments {
    PageDocuments(
      page: RecognizedPage(
        lines: layer.lines, width: size.width, height: size.height, rotationDegrees: 0),
      tools: tools,
      place: PagePlace(
        file: page.file, page: page.number, toEvidence: { $0 }, method: .textLayer), codes: [],
      colour: nil)
  }

  private func add(
    _ found: PageDocuments, on page: (file: String, number: Int), into extraction: inout Extraction
  ) {
    extraction.documents += found.documents.map { document in
      guard document.kind == .businessLicense,
        !document.facts.contains(where: { $0.key == Self.electronic })
      else { return document }
      // Paper does not come as an OFD.
      var license = document
      license.facts.append(
        Fact(
          key: Self.electronic, value: .bool(true), confidence: 0.95,
          evidence: [Evidence(file: page.file, page: page.number, method: .computed)]))
      return license
    }
    extraction.notices += found.notices
    extraction.names += found.names
    extraction.areas += found.areas
  }

  private func note(
    _ faults: [OFDFault], on page: (file: String, number: Int), in extraction: inout Extraction
  ) {
    guard !faults.isEmpty else { return }
    let reasons = faults.prefix(4).map { $0.part.isEmpty ? $0.reason : $0.part + ": " + $0.reason }
    extraction.notices.append(
      Notice(
        file: page.file, page: page.number, stage: .extract, code: .drawingIncomplete,
        details: ["reason": reasons.joined(separator: "; ")]))
  }
}
