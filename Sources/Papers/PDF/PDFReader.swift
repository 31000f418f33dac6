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
  /// Hidden text that is less like the page's own than this says something else.
  private static let leastLikeness = 0.6

  /// - Returns: whether this process should draw nothing more: cairo keeps the error of a font for good.
  package func read(_ bytes: [UInt8], into extraction: inout Extraction) -> Bool {
    let file = extraction.file
    let document: PDFDocument
    do throws(PDFError) {
      document = try PDFDocument(bytes)
    } catch {
      switch error {
      case .encrypted:
        extraction.notices.append(Notice(file: file, stage: .extract, code: .pdfEncrypted))
      case .damaged, .drawingFailed:
        extraction.notices.append(
          Notice(file: file, stage: .extract, code: .pdfDamaged, details: ["reason": error.reason]))
      }
      return false
    }
    guard document.pageCount > 0 else {
      extraction.notices.append(
        Notice(
          file: file, stage: .extract, code: .pdfDamaged, details: ["reason": "no pages"]))
      return false
    }
    let size = Fact(
      ImageFacts.sizeBytes, bytes.count, evidence: [Evidence(file: file, method: .computed)])
    extraction.parts.append(FilePart(.picture, facts: [size]))
    if document.pageCount > Self.pageLimit {
      extraction.notices.append(
        Notice(
          file: file, stage: .extract, code: .pdfTooManyPages,
          details: ["pages": String(document.pageCount), "limit": String(Self.pageLimit)]))
    }
    var isDamaged = false
    for index in 0..<min(document.pageCount, Self.pageLimit) {
      do {
        let page = try document.page(index)
        let size = page.size
        extraction.pages.append(PageSize(width: size.width, height: size.height, unit: .points))
        try read(page, index, into: &extraction)
      } catch {
        let reason = (error as? RecognitionError)?.reason ?? (error as? PDFError)?.reason
        if case .drawingFailed? = error as? PDFError { isDamaged = true }
        extraction.notices.append(
          Notice(
            file: file, page: index, stage: .extract, code: .pageUnreadable,
            details: ["reason": reason ?? "\(error)"]))
      }
    }
    return isDamaged
  }

  private func read(_ page: borrowing PDFPage, _ index: Int, into extraction: inout Extraction)
    throws
  {
    let size = page.size
    let layer = TextLayer(page.characters, width: size.width, height: size.height)
    let hasText = layer.text.count >= 8
    let isCovered = TextLayer.hasPageSizedPicture(
      page.pictureAreas, width: size.width, height: size.height)
    let picture = try page.picture(longSide: Self.readingSide)
    var differs = false
    if hasText, !isCovered, layer.isLevel {
      var chartPicture = picture
      let place = PagePlace(
        file: extraction.file, page: index, toEvidence: { $0 }, method: .textLayer)
      let drawn = Self.chart(page, layer, place)
      if drawn?.isJoined != true,
        let side = ChartPictureSize.longSide(
          for: layer.lines, width: size.width, height: size.height, beyond: Self.readingSide)
      {
        chartPicture = try page.picture(longSide: side)
      }
      // Stamps are pictures also where the page's text is not.
      let stamps = try PageStamps(
        on: picture,
        isGrayscale: PictureQuality(of: picture, grey: picture.grey, boxes: []).isGrayscale,
        reader: reader,
        place: place.scaled(by: size.width / Double(picture.width), method: .ocr))
      let found = documents(of: layer, picture, chartPicture, drawn, size, stamps, place)
      let judgement = try judged(layer, of: page, isEvidence: !found.documents.isEmpty, on: picture)
      switch judgement {
      case .shown:
        extraction.documents += found.documents
        extraction.names += found.names
        extraction.notices += found.notices
        extraction.areas += found.areas
        extraction.parts += stamps.parts
        if !found.documents.isEmpty { note(textDiffers: false, page: index, in: &extraction) }
        extraction.areas += PageAreas.pictures(
          page.pictureAreas, page: index, width: size.width, height: size.height)
        return
      case .contradicted: differs = true
      case .hidden: break
      }
    }
    guard hasText || !picture.isBlank else {
      extraction.notices.append(
        Notice(file: extraction.file, page: index, stage: .extract, code: .pictureBlank))
      return
    }
    let scale = size.width / Double(picture.width)
    let seen = try PicturePage(
      picture, scale: scale, file: extraction.file, page: index, tools: tools,
      reader: reader)
    extraction.documents += seen.documents.documents
    extraction.names += seen.documents.names
    extraction.notices += seen.documents.notices
    extraction.areas += seen.documents.areas
    extraction.parts += [seen.picture] + seen.stamps
    if hasText {
      let isOther = TextLayer.shownShare(of: layer.text, in: seen.text) < Self.leastLikeness
      // What went with a watermark cannot be compared.
      guard differs || !isOther || !seen.isCleared else { return }
      differs = differs || isOther
      note(textDiffers: differs, page: index, in: &extraction)
      if differs {
        extraction.notices.append(
          Notice(file: extraction.file, page: index, stage: .extract, code: .textLayerDiffers))
      }
    }
  }

  private func note(textDiffers differs: Bool, page: Int, in extraction: inout Extraction) {
    let fact = Fact(
      ImageFacts.textDiffers, differs, confidence: 0.95,
      evidence: [Evidence(file: extraction.file, page: page, method: .textLayer)])
    extraction.parts.append(FilePart(.file, facts: [fact]))
  }

  /// What the page itself says of its text layer.
  private enum LayerJudgement {
    case shown
    /// Something of it, or most of what the page shows, is not there: OCR decides.
    case hidden
    /// A line says something else than the page shows in its place.
    case contradicted
  }

  /// - Parameter isEvidence: whether facts rest on the layer; a contract of thirty pages need not be read by OCR.
  private func judged(
    _ layer: TextLayer, of page: borrowing PDFPage, isEvidence: Bool, on picture: PixelBuffer
  ) throws -> LayerJudgement {
    let size = page.size
    let scale = Double(picture.width) / size.width
    guard layer.hasInkEverywhere(in: picture.grey, scale: scale),
      try reader.shownShare(of: layer.lines.map(\.box), scale: scale, in: picture) >= 0.8
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

  /// What the layer says, and nothing of whether the page shows it.
  ///
  /// - Parameters:
  ///   - chartPicture: the page drawn large enough for a chart.
  ///   - drawn: the chart in the page's paths; `nil` where there is none.
  private func documents(
    of layer: TextLayer, _ picture: PixelBuffer, _ chartPicture: PixelBuffer,
    _ drawn: HierarchyDraft?, _ size: (width: Double, height: Double), _ stamps: PageStamps,
    _ place: PagePlace
  ) -> PageDocuments {
    let pictured = place.scaled(by: size.width / Double(picture.width), method: .qr)
    var found = PageDocuments(
      page: RecognizedPage(
        lines: layer.lines, width: size.width, height: size.height, rotationDegrees: 0),
      tools: tools, place: place,
      codes: pictured.evidence(of: picture.grey.foundCodes()), colour: nil, stamps: stamps)
    if let drawn, drawn.isJoined {
      found.addChart(drawn, rotationDegrees: 0, place: place)
    }
    let chartScale = size.width / Double(chartPicture.width)
    found.addChart(
      in: chartPicture, lines: layer.lines.map { $0.scaled(by: 1 / chartScale) },
      rotationDegrees: 0, place: place.scaled(by: chartScale, method: .textLayer))
    // Better some of the lines than none.
    if let drawn { found.addChart(drawn, rotationDegrees: 0, place: place) }
    return found
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
