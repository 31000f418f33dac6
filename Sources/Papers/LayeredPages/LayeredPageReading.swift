internal import Model
internal import Native
internal import Recognition

/// A page with text of its own beside what it shows, as a PDF or an OFD gives it.
struct LayeredPage {
  enum Origin { case pdf, ofd }

  let origin: Origin
  let place: PagePlace
  let size: PageSize
  let layer: TextLayer
  /// Whether its letters can be read as they stand: from left to right, none of them private codes.
  let isLegible: Bool
  let pictureAreas: [PDFArea]
  let isBlank: Bool

  init(
    _ origin: Origin, file: String, number: Int, size: PageSize, layer: TextLayer, isLegible: Bool,
    pictureAreas: [PDFArea], picture: PixelBuffer
  ) {
    self.origin = origin
    self.size = size
    self.layer = layer
    self.isLegible = isLegible
    self.pictureAreas = pictureAreas
    place = PagePlace(file: file, page: number, toEvidence: { $0 }, method: .textLayer)
    // Text may stand there in white: of a PDF the page is read all the same.
    isBlank = (origin == .ofd || layer.text.count < Self.leastText) && picture.isBlank
  }

  /// Fewer letters are a page number.
  private static let leastText = 8

  var hasText: Bool { layer.text.count >= Self.leastText }

  /// Whether its layer is asked first for what it says.
  var isReadByLayer: Bool { hasText && isLegible && !isCovered }

  /// Whether it is a picture: a form that is one says more than the values that are text on it.
  var isCovered: Bool {
    TextLayer.hasPageSizedPicture(pictureAreas, width: size.width, height: size.height)
  }
}

/// Reads a page by its text layer where that says what the page shows, else by its picture.
struct LayeredPageReading {
  let page: LayeredPage
  let tools: PageTools
  let reader: PageReader?

  /// What the page itself says of its text layer.
  enum Judgement {
    case shown
    /// Something of it, or most of what the page shows, is not there: OCR decides.
    case hidden
    /// The page says something else than the layer.
    case contradicted
  }

  /// Hidden text that is less like the page's own than this says something else.
  private static let leastLikeness = 0.6

  /// - Parameters:
  ///   - documents: What the layer says, and the stamps beside it; nothing of whether the page shows it.
  ///   - judge: Gets whether facts rest on the layer.
  ///   - draw: The page as it is read by OCR, with the points that a pixel covers.
  func read(
    into extraction: inout Extraction,
    documents: () throws -> (found: PageDocuments, stamps: [FilePart]),
    judge: (_ isEvidence: Bool) throws -> Judgement,
    draw: () throws -> (pixels: PixelBuffer, scale: Double)
  ) throws {
    let number = page.place.page
    let isCovered = page.isCovered
    var claimed: [Document] = []
    var isContradicted = false
    if page.isReadByLayer {
      let (found, stamps) = try documents()
      switch try judge(!found.documents.isEmpty) {
      case .shown:
        extraction.add(found)
        extraction.parts += stamps
        if page.origin == .pdf, !found.documents.isEmpty { record(differs: false, in: &extraction) }
        extraction.areas += PageAreas.pictures(
          page.pictureAreas, page: number, width: page.size.width, height: page.size.height)
        return
      case .contradicted:
        isContradicted = true
        claimed = found.documents
      case .hidden: break
      }
    }
    guard let reader, !page.isBlank else { return extraction.note(.pictureBlank, page: number) }
    let drawn = try draw()
    let seen = try PicturePage(
      drawn.pixels, scale: drawn.scale, file: extraction.file, page: number, tools: tools,
      reader: reader)
    extraction.add(seen.documents)
    // An OFD's page that is a picture is as good as its picture.
    if page.origin == .pdf || !page.hasText { extraction.parts.append(seen.picture) }
    extraction.parts += seen.stamps
    guard page.hasText else { return }
    let isOther = TextLayer.shownShare(of: page.layer.text, in: seen.text) < Self.leastLikeness
    // What went with a watermark cannot be compared.
    let isProved = isContradicted || !seen.isCleared
    let differs: Bool
    switch page.origin {
    case .pdf:
      guard isProved || !isOther else { return }
      // A line of small or crowded letters may be misread; what counts is whether it says something else.
      differs =
        isOther
        || isContradicted
          && HiddenText(claimed: claimed, shown: seen.documents.documents, text: seen.text).differs
      record(differs: differs, in: &extraction)
    case .ofd:
      differs = isOther && isProved && page.isLegible && (isContradicted || isCovered)
    }
    if differs { extraction.note(.textLayerDiffers, page: number) }
  }

  private func record(differs: Bool, in extraction: inout Extraction) {
    let fact = Fact(
      ImageFacts.textDiffers, differs, confidence: 0.95,
      evidence: [Evidence(file: extraction.file, page: page.place.page, method: .textLayer)])
    extraction.parts.append(FilePart(.file, facts: [fact]))
  }
}

extension Extraction {
  /// Adds what was found on a page.
  package mutating func add(_ found: PageDocuments) {
    documents += found.documents
    names += found.names
    notices += found.notices
    areas += found.areas
  }
}
