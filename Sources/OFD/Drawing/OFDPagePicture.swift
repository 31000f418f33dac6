internal import Model
package import Native

/// A page of an OFD drawn: what a viewer shows, near enough to be read.
package struct OFDPagePicture {
  package let pixels: PixelBuffer
  /// How many points of the page a pixel covers.
  package let scale: Double
  /// What was left out.
  package let faults: [OFDFault]
  /// Letters that were not drawn for want of a font.
  package let missingLetters: Set<Unicode.Scalar>
  /// Whether there was more to draw than one page may ask for.
  package let isCutOff: Bool
  /// Whether the page's text may say something else than is seen: glyphs of the package's own, light
  /// letters, and what is painted over text.
  package let mayDiffer: Bool
  /// The areas where pictures lie, in points of the page.
  package let pictureAreas: [PDFArea]

  /// The things that pages of one document are drawn with.
  package struct Source {
    let document: OFDDocument
    let package: OFDPackage
    let resources: OFDResources
    /// The seals that its pages show.
    let seals: [OFDStamp]
    let fonts: InstalledFonts

    package init(
      _ document: OFDDocument, in package: OFDPackage, seals: [OFDStamp], fonts: InstalledFonts
    ) {
      self.document = document
      self.package = package
      self.seals = seals
      self.fonts = fonts
      resources = OFDResources(document.resources, in: package)
    }
  }

  /// - Parameter longSide: of the picture, in pixels.
  /// - Throws: where cairo has no picture to draw on.
  package init(_ content: OFDPageContent, pageID: String, of source: Source, longSide: Int)
    throws(DrawingError)
  {
    let area = content.area
    let perMillimetre = Double(longSide) / max(area.width, area.height)
    let width = max(1, Int((area.width * perMillimetre).rounded()))
    let height = max(1, Int((area.height * perMillimetre).rounded()))
    let canvas = try Canvas.picture(width: width, height: height, unit: 1)
    let budget = DrawingBudget(width: width, height: height)
    let toPixels = AffineMap(
      a: perMillimetre, d: perMillimetre, e: -area.x * perMillimetre, f: -area.y * perMillimetre)
    let painter = OFDPainter(
      on: canvas, within: budget,
      content.resources.isEmpty
        ? source.resources
        : OFDResources(source.document.resources + content.resources, in: source.package),
      in: source.package, fonts: source.fonts)
    painter.paint(content.objects, toPixels)
    for stamp in source.seals where stamp.pageID == pageID {
      painter.paint(
        seal: stamp.picture,
        over: AffineMap(
          a: stamp.box.width, d: stamp.box.height, e: stamp.box.x, f: stamp.box.y
        ).followed(by: toPixels), fonts: source.fonts)
    }
    if let failure = canvas.failure { painter.note("", failure) }
    pixels = try canvas.pixels()
    scale = OFDBox.points / perMillimetre
    faults = painter.allFaults
    missingLetters = painter.missingLetters
    isCutOff = budget.isExhausted
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
  fileprivate func paint(seal: [UInt8], over place: AffineMap, fonts: InstalledFonts) {
    if MediaType(sniffing: seal) == .ofd {
      paint(nested: seal, over: place, fonts: fonts)
    } else if let picture = OFDPictures.picture(seal, within: budget) {
      paint(picture, over: place, opacity: 1, .multiplied)
    } else {
      note("", "a seal's picture of a format that is not drawn")
    }
  }

  /// A seal that is an OFD itself: the first page of it, without the seals that it may have.
  private func paint(nested bytes: [UInt8], over place: AffineMap, fonts: InstalledFonts) {
    do throws(OFDFault) {
      let package = try OFDPackage(bytes)
      guard let document = try OFDDocument.all(in: package).first, let page = document.pages.first
      else { return }
      let content = try OFDPageContent(page, of: document, in: package)
      let painter = OFDPainter(
        on: canvas, within: budget,
        OFDResources(document.resources + content.resources, in: package),
        in: package, fonts: fonts)
      let area = content.area
      painter.paint(
        content.objects,
        AffineMap(
          a: 1 / area.width, d: 1 / area.height, e: -area.x / area.width, f: -area.y / area.height
        ).followed(by: place))
      for fault in painter.allFaults { note("", "a seal's picture: " + fault.reason) }
    } catch {
      note("", "a seal's picture: " + error.reason)
    }
  }
}
