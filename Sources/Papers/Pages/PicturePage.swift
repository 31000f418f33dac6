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
    let whole = PagePlace(
      file: file, page: number, toEvidence: { Point(x: $0.x * scale, y: $0.y * scale) },
      method: .ocr)
    try self.init(picture, at: whole, tools: tools, reader: reader, isPart: false)
  }

  /// - Parameters:
  ///   - given: leads from the picture as it is given to evidence.
  ///   - isPart: whether it is one paper's part of a page that was read as a whole.
  private init(
    _ picture: PixelBuffer, at given: PagePlace, tools: PageTools, reader: PageReader, isPart: Bool
  ) throws(RecognitionError) {
    let (file, number) = (given.file, given.page)
    let found = try reader.page(of: picture)
    let page = found.page
    let text = page.lines.map(\.line.text).joined()
    let grey = found.upright.grey
    let quality = PictureQuality(of: found.upright, grey: grey, boxes: page.lines.map(\.box))
    let place = PagePlace(
      file: file, page: number,
      toEvidence: { given.toEvidence(page.original($0)) }, method: .ocr)
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
    if !isPart {
      let papers = try Self.papers(
        of: found, lines: lines, kinds: first.documents.map(\.kind), at: place, tools: tools,
        reader: reader)
      first.take(papers, rotationDegrees: page.rotationDegrees)
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

  // MARK: Papers of their own

  /// Each paper of a page read as a picture of its own; none where the page is one paper.
  private static func papers(
    of found: ReadPage, lines: [PageLine], kinds: [MaterialKind], at place: PagePlace,
    tools: PageTools, reader: PageReader
  ) throws(RecognitionError) -> [PageDocuments] {
    let straight = lines.filter { abs($0.box.angle) < PageDocuments.straight }
    let text = PageText(
      lines: straight,
      level: PageLevel(
        boxes: straight.map(\.box), width: found.page.width, height: found.page.height))
    var papers: [PageDocuments] = []
    let regions = PaperRegions(
      of: text, width: found.page.width, height: found.page.height,
      materials: tools.materials.materials.filter { kinds.contains($0.kind) })
    for region in regions.parts {
      let columns = Int(region.left)..<Int(region.right)
      let rows = Int(region.top)..<Int(region.bottom)
      guard let part = found.upright.part(columns: columns, rows: rows) else { return [] }
      var own = place
      own.toEvidence = { point in
        place.toEvidence(
          Point(x: point.x + Double(columns.lowerBound), y: point.y + Double(rows.lowerBound)))
      }
      papers.append(
        try PicturePage(part, at: own, tools: tools, reader: reader, isPart: true).documents)
    }
    return papers
  }
}

extension PageDocuments {
  /// Takes what single papers yielded in place of what the whole page did, where that is no less.
  ///
  /// - Parameter rotationDegrees: by which the page was turned before its papers were cut out of it.
  fileprivate mutating func take(_ papers: [PageDocuments], rotationDegrees: Int) {
    let found = papers.flatMap(\.documents)
    guard !found.isEmpty, found.count >= documents.count,
      papers.count > 1 || Self.sure(found) > Self.sure(documents)
    else { return }
    documents = found.map { document in
      var document = document
      document.rotationDegrees = (document.rotationDegrees + rotationDegrees) % 360
      return document
    }
    // A paper that nobody describes stands beside one that is known.
    notices = papers.filter { !$0.documents.isEmpty }.flatMap(\.notices)
    names = papers.flatMap(\.names)
    areas += papers.flatMap(\.areas)
  }

  private static func sure(_ documents: [Document]) -> Int {
    documents.flatMap(\.facts).count { $0.confidence >= 0.85 }
  }
}
