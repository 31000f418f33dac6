internal import Charts
package import Model
internal import Native
package import Recognition

/// Reads a PDF page by page: by its text layer where that says what the page shows, else by its picture.
package struct PDFReader {
  let tools: PageTools
  let reader: PageReader

  package init(tools: PageTools, reader: PageReader) {
    self.tools = tools
    self.reader = reader
  }

  /// Submissions hold a few pages; more is a wrong file, and reading it would hold up the rest.
  static let pageLimit = 30
  /// Long side of page pictures, in pixels.
  static let readingSide = LoadedPicture.readingSide
  /// Bytes of a page's drawing as SVG; a chart of some hundred shaded boxes has a few million.
  private static let drawingLimit = 24 << 20

  /// - Returns: whether this process should draw nothing more: cairo keeps the error of a font for good.
  package func read(_ bytes: [UInt8], into extraction: inout Extraction) -> Bool {
    let document: PDFDocument
    do throws(PDFError) {
      document = try PDFDocument(bytes)
    } catch {
      switch error {
      case .encrypted:
        extraction.note(.pdfEncrypted)
      case .damaged, .drawingFailed:
        extraction.note(.pdfDamaged, ["reason": error.reason])
      }
      return false
    }
    guard document.pageCount > 0 else {
      extraction.note(.pdfDamaged, ["reason": "no pages"])
      return false
    }
    let size = Fact(
      ImageFacts.sizeBytes, bytes.count,
      evidence: [Evidence(file: extraction.file, method: .computed)])
    extraction.parts.append(FilePart(.picture, facts: [size]))
    if document.pageCount > Self.pageLimit {
      extraction.note(
        .pdfTooManyPages,
        ["pages": String(document.pageCount), "limit": String(Self.pageLimit)])
    }
    var isDamaged = false
    for index in 0..<min(document.pageCount, Self.pageLimit) {
      do {
        let page = try document.page(index)
        try read(page, index, into: &extraction)
      } catch {
        let reason = (error as? RecognitionError)?.reason ?? (error as? PDFError)?.reason
        if case .drawingFailed? = error as? PDFError { isDamaged = true }
        extraction.note(.pageUnreadable, page: index, ["reason": reason ?? "\(error)"])
      }
    }
    return isDamaged
  }

  private func read(_ page: borrowing PDFPage, _ index: Int, into extraction: inout Extraction)
    throws
  {
    let size = PageSize(width: page.size.width, height: page.size.height, unit: .points)
    extraction.pages.append(size)
    let layer = TextLayer(page.characters, width: size.width, height: size.height)
    let picture = try page.picture(longSide: Self.readingSide)
    let scale = size.width / Double(picture.width)
    let layered = LayeredPage(
      .pdf, file: extraction.file, number: index, size: size, layer: layer,
      isLegible: layer.isLevel, pictureAreas: page.pictureAreas, picture: picture)
    var shown: ShownText?
    if layered.isReadByLayer {
      shown = try reader.shownText(of: layer.lines.map(\.box), scale: 1 / scale, in: picture)
    }
    // allowed: not looked for
    let others = try shown.map { try lines($0, beside: layer, on: picture, scale: scale) } ?? []
    try LayeredPageReading(page: layered, tools: tools, reader: reader).read(
      into: &extraction,
      documents: { try documents(of: layered, others, drawn: page, picture) },
      judge: { try judged(layer, shown, of: page, isEvidence: $0, on: picture) },
      draw: { (picture, scale) })
  }

  /// A layer that has less of what the page shows is not the page's text.
  private static let leastShown = 0.8
  /// More lines beside the layer are a picture's, or a drawing's.
  private static let mostBeside = 60
  /// Readings of less than this are ornaments and rings of stamps.
  private static let leastProbability = 0.8

  /// Text that the page shows and the layer does not have: values of form fields, notes, pasted pictures.
  ///
  /// - Parameter scale: points a pixel.
  private func lines(
    _ shown: ShownText, beside layer: TextLayer, on picture: PixelBuffer, scale: Double
  ) throws -> [PageLine] {
    let heights = layer.lines.map { $0.box.height / scale }.sorted()
    guard shown.share >= Self.leastShown, shown.others.count <= Self.mostBeside, !heights.isEmpty
    else { return [] }
    let usual = heights[heights.count / 2]
    let boxes = shown.others.filter { box in
      box.width > 1.2 * box.height && abs(box.angle) < 0.1
        && (0.5 * usual...1.6 * usual).contains(box.height)
    }
    guard !boxes.isEmpty else { return [] }
    return zip(try reader.lines(in: picture, boxes: boxes), boxes)
      .filter { $0.0.characters.count > 1 && $0.0.meanProbability >= Self.leastProbability }
      .map { PageLine(line: $0, box: $1).scaled(by: scale) }
  }

  /// - Parameter isEvidence: whether facts rest on the layer; a contract of thirty pages need not be read by OCR.
  private func judged(
    _ layer: TextLayer, _ shown: ShownText?, of page: borrowing PDFPage, isEvidence: Bool,
    on picture: PixelBuffer
  ) throws -> LayeredPageReading.Judgement {
    let size = page.size
    let scale = Double(picture.width) / size.width
    guard layer.hasInkEverywhere(in: picture.grey, scale: scale),
      shown.map({ $0.share >= Self.leastShown }) == true
    else { return .hidden }
    guard isEvidence else { return .shown }
    // Nobody reads a page of more lines; what it shows is found by OCR, whose work has a bound.
    guard layer.lines.count <= TextLayerCheck.lineLimit else { return .hidden }
    let check = TextLayerCheck(reader: reader, picture: picture, scale: scale)
    var contradicted = try check.contradicted(layer.lines)
    // Letters of a dozen pixels are taken for others: the page is asked again, drawn larger.
    if let side = CheckPictureSize.longSide(
      for: contradicted, width: size.width, height: size.height, beyond: Self.readingSide)
    {
      let larger = try page.picture(longSide: side)
      contradicted = try TextLayerCheck(
        reader: reader, picture: larger, scale: Double(larger.width) / size.width
      ).contradicted(contradicted)
    }
    return contradicted.isEmpty ? .shown : .contradicted
  }

  /// What the layer says, with charts and stamps of the page drawn.
  private func documents(
    of layered: LayeredPage, _ others: [PageLine], drawn page: borrowing PDFPage,
    _ picture: PixelBuffer
  ) throws -> (PageDocuments, [FilePart]) {
    let (layer, size, place) = (layered.layer, layered.size, layered.place)
    var chartPicture = picture
    let chart = Self.chart(page, layer, place)
    if chart?.isJoined != true,
      let side = ChartPictureSize.longSide(
        for: layer.lines, width: size.width, height: size.height, beyond: Self.readingSide)
    {
      chartPicture = try page.picture(longSide: side)
    }
    let scale = size.width / Double(picture.width)
    // Stamps are pictures also where the page's text is not.
    let stamps = try PageStamps(
      on: picture,
      isGrayscale: PictureQuality(of: picture, grey: picture.grey, boxes: []).isGrayscale,
      reader: reader, place: place.scaled(by: scale, method: .ocr))
    var found = PageDocuments(
      page: RecognizedPage(
        lines: layer.lines + others, width: size.width, height: size.height, rotationDegrees: 0),
      tools: tools, place: place,
      codes: place.scaled(by: scale, method: .qr).evidence(of: picture.grey.foundCodes()),
      colour: nil, stamps: stamps)
    if let chart, chart.isJoined { found.addChart(chart, rotationDegrees: 0, place: place) }
    let chartScale = size.width / Double(chartPicture.width)
    found.addChart(
      in: chartPicture, lines: layer.lines.map { $0.scaled(by: 1 / chartScale) },
      rotationDegrees: 0, place: place.scaled(by: chartScale, method: .textLayer))
    // Better some of the lines than none.
    if let chart { found.addChart(chart, rotationDegrees: 0, place: place) }
    return (found, stamps.parts)
  }

  /// The chart in the page's paths; `nil` where there is none, or a drawing that cannot be read.
  private static func chart(
    _ page: borrowing PDFPage, _ layer: TextLayer, _ place: PagePlace
  ) -> HierarchyDraft? {
    let size = page.size
    guard ChartPictureSize.mayBeChart(layer.lines),
      let drawing = page.drawing(limit: drawingLimit)
    else { return nil }
    do throws(XMLRefusal) {
      return VectorChart(
        try DrawnPath.all(in: drawing), lines: layer.lines, width: size.width, height: size.height
      )?.draft(page: place.page)
    } catch {
      // The picture of the page still shows it.
      return nil
    }
  }
}

extension PDFError {
  var reason: String {
    switch self {
    case .encrypted: "encrypted"
    case .damaged(let reason): reason
    case .drawingFailed(let reason): "its contents cannot be drawn (\(reason))"
    }
  }
}

extension PixelBuffer {
  /// Whether all samples are nearly the same: a page with nothing on it.
  var isBlank: Bool {
    guard let first = samples.first else { return true }
    return samples.allSatisfy { abs(Int($0) - Int(first)) < 12 }
  }
}

extension PageLine {
  /// The line on a picture of the page.
  fileprivate func scaled(by factor: Double) -> PageLine {
    PageLine(
      line: line,
      box: TextBox(
        center: Point(x: box.center.x * factor, y: box.center.y * factor),
        width: box.width * factor, height: box.height * factor, angle: box.angle, score: box.score))
  }
}
