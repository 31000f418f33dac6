internal import Model
internal import Native

/// A page of an OFD drawn: what a viewer shows, near enough to be read.
struct OFDPagePicture {
  let pixels: PixelBuffer
  /// Points of the page per pixel.
  let scale: Double
  /// What was left out.
  let faults: [OFDFault]
  /// Letters that were not drawn for want of a font.
  let missingLetters: Set<Unicode.Scalar>
  /// Whether there was more to draw than one page may ask for.
  let isCutOff: Bool
  /// Whether the page's text may say something else than is seen: glyphs of the package's own, light
  /// letters, and what is painted over text.
  let mayDiffer: Bool
  /// Where pictures lie, in points of the page.
  let pictureAreas: [PDFArea]

  /// The things that pages of one document are drawn with.
  struct Source {
    let document: OFDDocument
    let package: OFDPackage
    let resources: OFDResources
    let stamps: OFDStampLooks
    let shelf: SystemFontShelf

    init(_ document: OFDDocument, in package: OFDPackage, shelf: SystemFontShelf) {
      self.document = document
      self.package = package
      self.shelf = shelf
      resources = OFDResources(document.resources, in: package)
      stamps = OFDStampLooks(of: document, in: package)
    }
  }

  /// A page by its number among those of all documents of a package; `nil` for one that is not there.
  ///
  /// - Parameters:
  ///   - index: 0-based.
  ///   - longSide: of the picture, in pixels.
  /// - Throws: ``OFDFault`` for a package or page that cannot be read, else as below.
  init?(page index: Int, of bytes: [UInt8], longSide: Int) throws {
    let package = try OFDPackage(bytes)
    let pages = try OFDDocument.all(in: package).flatMap { document in
      document.pages.map { (document: document, page: $0) }
    }
    guard pages.indices.contains(index) else { return nil }
    let (document, page) = pages[index]
    try self.init(
      try OFDPageContent(page, of: document, in: package), pageID: page.id,
      of: Source(document, in: package, shelf: SystemFontShelf()), longSide: longSide)
  }

  /// - Parameter longSide: of the picture, in pixels.
  /// - Throws: where cairo has no picture to draw on.
  init(_ content: OFDPageContent, pageID: String, of source: Source, longSide: Int)
    throws(DrawingError)
  {
    let area = content.area
    let perMillimetre = Double(longSide) / max(area.width, area.height)
    let width = max(1, Int((area.width * perMillimetre).rounded()))
    let height = max(1, Int((area.height * perMillimetre).rounded()))
    let canvas = try Canvas.picture(width: width, height: height, unit: 1)
    let budget = DrawingBudget(width: width, height: height)
    let toPixels = OFDTransform(
      a: perMillimetre, d: perMillimetre, e: -area.x * perMillimetre, f: -area.y * perMillimetre)
    let painter = OFDPainter(
      on: canvas, within: budget,
      content.resources.isEmpty
        ? source.resources
        : OFDResources(source.document.resources + content.resources, in: source.package),
      in: source.package, shelf: source.shelf)
    painter.paint(content.objects, toPixels)
    for stamp in source.stamps.stamps where stamp.pageID == pageID {
      painter.paint(
        seal: stamp.picture,
        over: OFDTransform(
          a: stamp.box.width, d: stamp.box.height, e: stamp.box.x, f: stamp.box.y
        ).followed(by: toPixels), shelf: source.shelf)
    }
    if let failure = canvas.failure { painter.note("", failure) }
    pixels = try canvas.pixels()
    scale = OFDBox.points / perMillimetre
    faults = painter.allFaults
    missingLetters = painter.missingLetters
    isCutOff = budget.isSpent
    mayDiffer = painter.mayDiffer
    let scale = self.scale
    pictureAreas = painter.pictureAreas.map { area in
      PDFArea(
        x1: area.x1 * scale, y1: area.y1 * scale, x2: area.x2 * scale, y2: area.y2 * scale)
    }
  }
}

extension OFDPainter {
  /// A seal as ink: what is white in it hides nothing.
  ///
  /// - Parameter place: takes the square of one to pixels.
  fileprivate func paint(seal: SealPicture, over place: OFDTransform, shelf: SystemFontShelf) {
    if MediaType(sniffing: seal.data) == .ofd {
      paint(nested: seal.data, over: place, shelf: shelf)
    } else if let picture = OFDPictures.picture(seal.data, within: budget) {
      paint(picture, over: place, opacity: 1, .multiplied)
    } else {
      note("", "a seal's picture of a format that is not drawn")
    }
  }

  /// A seal that is an OFD itself: the first page of it, without the seals that it may have.
  private func paint(nested bytes: [UInt8], over place: OFDTransform, shelf: SystemFontShelf) {
    do throws(OFDFault) {
      let package = try OFDPackage(bytes)
      guard let document = try OFDDocument.all(in: package).first, let page = document.pages.first
      else { return }
      let content = try OFDPageContent(page, of: document, in: package)
      let painter = OFDPainter(
        on: canvas, within: budget,
        OFDResources(document.resources + content.resources, in: package),
        in: package, shelf: shelf)
      let area = content.area
      painter.paint(
        content.objects,
        OFDTransform(
          a: 1 / area.width, d: 1 / area.height, e: -area.x / area.width, f: -area.y / area.height
        ).followed(by: place))
      for fault in painter.allFaults { note("", "a seal's picture: " + fault.reason) }
    } catch {
      note("", "a seal's picture: " + error.reason)
    }
  }
}
