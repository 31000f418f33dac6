internal import Model
internal import Native
internal import Recognition

/// Reads a PDF page by page: by its text layer where that says what the page shows, else by its picture.
struct PDFReading {
  let materials: [MaterialDefinition]
  let reader: PageReader

  /// Submissions hold a few pages; more is a wrong file, and reading it would hold up the rest.
  static let pageLimit = 30
  /// Long side of page pictures, in pixels.
  static let readingSide = LoadedPicture.readingSide
  /// Long side of the picture in which the text layer is looked for.
  private static let checkingSide = 1200
  /// A text layer must be shown to this share.
  private static let leastShown = 0.97
  /// Hidden text that is less like the page's own than this says something else.
  private static let leastLikeness = 0.6

  func read(_ bytes: [UInt8], into extraction: inout Extraction) {
    let file = extraction.file
    let document: PDFDocument
    do throws(PDFError) {
      document = try PDFDocument(bytes)
    } catch {
      switch error {
      case .encrypted:
        extraction.notices.append(Notice(file: file, stage: .extract, code: .pdfEncrypted))
      case .damaged(let reason):
        extraction.notices.append(
          Notice(file: file, stage: .extract, code: .pdfDamaged, details: ["reason": reason]))
      }
      return
    }
    guard document.pageCount > 0 else {
      extraction.notices.append(
        Notice(
          file: file, stage: .extract, code: .pdfDamaged, details: ["reason": "no pages"]))
      return
    }
    extraction.facts.append(
      Fact(
        ImageFacts.sizeBytes, bytes.count, evidence: [Evidence(file: file, method: .computed)]))
    if document.pageCount > Self.pageLimit {
      extraction.notices.append(
        Notice(
          file: file, stage: .extract, code: .pdfTooManyPages,
          details: ["pages": String(document.pageCount), "limit": String(Self.pageLimit)]))
    }
    for index in 0..<min(document.pageCount, Self.pageLimit) {
      do {
        let page = try document.page(index)
        let size = page.size
        extraction.pages.append(PageSize(width: size.width, height: size.height, unit: .points))
        try read(page, index, into: &extraction)
      } catch {
        let reason = (error as? RecognitionError)?.reason ?? (error as? PDFError)?.reason
        extraction.notices.append(
          Notice(
            file: file, page: index, stage: .extract, code: .pageUnreadable,
            details: ["reason": reason ?? "\(error)"]))
      }
    }
  }

  private func read(_ page: borrowing PDFPage, _ index: Int, into extraction: inout Extraction)
    throws
  {
    let size = page.size
    let layer = PDFTextLayer(page.characters, width: size.width, height: size.height)
    let hasText = layer.text.count >= 8
    let isCovered = PDFTextLayer.hasPageSizedPicture(
      page.pictureAreas, width: size.width, height: size.height)
    if hasText, !isCovered, layer.isLevel, try isShown(layer, on: page) {
      readLayer(layer, page, index, into: &extraction)
      return
    }
    let picture = try page.picture(longSide: Self.readingSide)
    guard hasText || !picture.isBlank else {
      extraction.notices.append(
        Notice(file: extraction.file, page: index, stage: .extract, code: .pictureBlank))
      return
    }
    let scale = size.width / Double(picture.width)
    let seen = try PicturePage(
      picture, scale: scale, file: extraction.file, page: index, materials: materials,
      reader: reader)
    extraction.documents += seen.documents.documents
    extraction.notices += seen.documents.notices
    extraction.areas += seen.documents.areas
    extraction.facts += ImageFacts.facts(
      of: seen.quality, skewDegrees: seen.skewDegrees, file: extraction.file, page: index)
    if hasText {
      let differs = PDFTextLayer.likeness(layer.text, seen.text) < Self.leastLikeness
      extraction.facts.append(
        Fact(
          ImageFacts.textDiffers, differs, confidence: 0.95,
          evidence: [Evidence(file: extraction.file, page: index, method: .textLayer)]))
      if differs {
        extraction.notices.append(
          Notice(file: extraction.file, page: index, stage: .extract, code: .textLayerDiffers))
      }
    }
  }

  /// Whether the drawn page has ink wherever the layer has text, and text nowhere else.
  private func isShown(_ layer: PDFTextLayer, on page: borrowing PDFPage) throws -> Bool {
    let size = page.size
    let picture = try page.picture(longSide: Self.checkingSide)
    let scale = Double(picture.width) / size.width
    guard layer.shownShare(in: picture.grey, scale: scale) >= Self.leastShown else { return false }
    return try reader.shownShare(
      of: layer.lines.map { $0.box }, scale: scale, in: picture) >= 0.8
  }

  private func readLayer(
    _ layer: PDFTextLayer, _ page: borrowing PDFPage, _ index: Int,
    into extraction: inout Extraction
  ) {
    let size = page.size
    let place = PagePlace(
      file: extraction.file, page: index, toEvidence: { $0 }, method: .textLayer)
    let found = PageDocuments(
      page: RecognizedPage(
        lines: layer.lines, width: size.width, height: size.height, rotationDegrees: 0),
      materials: materials, place: place, codes: codes(on: page, index, extraction.file),
      colour: nil)
    extraction.documents += found.documents
    extraction.notices += found.notices
    extraction.areas +=
      found.areas
      + PageAreas.pictures(page.pictureAreas, page: index, width: size.width, height: size.height)
  }

  private func codes(on page: borrowing PDFPage, _ index: Int, _ file: String) -> [(
    text: String, evidence: Evidence
  )] {
    do throws(PDFError) {
      let picture = try page.picture(longSide: 2000)
      let scale = page.size.width / Double(picture.width)
      return picture.grey.foundCodes().map { code in
        (
          text: code.text,
          evidence: Evidence(
            file: file, page: index,
            box: code.quad.map {
              Point(
                x: ($0.x * scale * 10).rounded() / 10, y: ($0.y * scale * 10).rounded() / 10)
            }, method: .qr, raw: code.text)
        )
      }
    } catch {
      // The text was read; a page that cannot be drawn has no codes to show.
      return []
    }
  }
}

extension PDFError {
  var reason: String {
    switch self {
    case .encrypted: "encrypted"
    case .damaged(let reason): reason
    }
  }
}

extension PixelBuffer {
  /// Whether all samples are nearly the same: a page with nothing on it.
  fileprivate var isBlank: Bool {
    guard let first = samples.first else { return true }
    return samples.allSatisfy { abs(Int($0) - Int(first)) < 12 }
  }
}
