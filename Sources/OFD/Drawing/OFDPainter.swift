internal import Model
internal import Native

/// Paints objects of pages on a canvas of pixels.
///
/// Whatever cannot be painted is left out and noted: reading goes on without it.
final class OFDPainter {
  let canvas: Canvas
  let budget: DrawingBudget
  let package: OFDPackage
  let resources: OFDResources
  let fonts: OFDFontBook
  var pictures: [String: TranslucentPicture?] = [:]
  /// What was left out, by part and reason.
  package private(set) var faults: [OFDFault] = []
  /// Letters that were not drawn for want of a font.
  package var missingLetters: Set<Unicode.Scalar> = []
  /// Whether what was painted may show something else than the text says.
  package var mayDiffer = false
  var hasText = false
  /// The areas where pictures lie, in pixels.
  package private(set) var pictureAreas: [PDFArea] = []

  /// Composites in composites.
  private static let depthLimit = 8
  private static let faultLimit = 20
  private static let areaLimit = 1000
  /// Cairo's coordinates end at some millions.
  private static let farthest = 100_000.0

  init(
    on canvas: Canvas, within budget: DrawingBudget, _ resources: OFDResources,
    in package: OFDPackage, fonts: InstalledFonts
  ) {
    self.canvas = canvas
    self.budget = budget
    self.package = package
    self.resources = resources
    self.fonts = OFDFontBook(resources, in: package, fonts: fonts)
  }

  func note(_ part: String, _ reason: String) {
    let fault = OFDFault(part: part, reason: reason)
    if faults.count < Self.faultLimit, !faults.contains(fault) { faults.append(fault) }
  }

  /// All that was left out, sorted.
  var allFaults: [OFDFault] {
    (faults + fonts.faults + resources.faults).sorted {
      ($0.part, $0.reason) < ($1.part, $1.reason)
    }
  }

  /// - Parameter toPixels: from the page's millimetres.
  func paint(_ objects: [OFDPageContent.Object], _ toPixels: AffineMap) {
    for object in objects where !budget.isExhausted {
      paint(
        object.element, object.transform.followed(by: toPixels), layerStyle: object.layerStyle,
        depth: 0)
    }
    if budget.isExhausted { note("", "too much to draw") }
  }

  private func paint(
    _ element: XMLElement, _ outer: AffineMap, layerStyle: String?, depth: Int
  ) {
    guard depth < Self.depthLimit, budget.allowsObject() else { return }
    let transform = outer.inner(element)
    guard transform.isUsable else { return }
    let style = OFDStyle(element, layerStyle: layerStyle, resources)
    let clips = clips(of: element, transform, outer)
    guard clips.allSatisfy({ budget.allows(filling: $0.steps) }) else { return }
    guard !clips.isEmpty else {
      paint(element, transform, style, layerStyle: layerStyle, depth: depth)
      return
    }
    canvas.clipped(to: clips) {
      paint(element, transform, style, layerStyle: layerStyle, depth: depth)
    }
  }

  private func paint(
    _ element: XMLElement, _ transform: AffineMap, _ style: OFDStyle, layerStyle: String?,
    depth: Int
  ) {
    switch element.name {
    case "TextObject": paint(text: element, transform, style)
    case "PathObject": paint(path: element, transform, style)
    case "ImageObject": paint(image: element, transform, style)
    case "CompositeObject":
      guard let id = element["ResourceID"], let unit = resources.composites[id] else {
        note("", "no drawing \(element["ResourceID"] ?? "?")")
        return
      }
      paint(block: unit.first("Content"), transform, layerStyle: layerStyle, depth: depth + 1)
    case "PageBlock", "Layer":
      paint(block: element, transform, layerStyle: layerStyle, depth: depth + 1)
    default: break
    }
  }

  /// Paints what is in an element that holds objects.
  func paint(block: XMLElement?, _ transform: AffineMap, layerStyle: String?, depth: Int) {
    for element in block?.elements ?? []  // allowed: empty
    where element["Visible"] != "false" && !budget.isExhausted {
      paint(element, transform, layerStyle: layerStyle, depth: depth)
    }
  }

  // MARK: Paths

  private func paint(path element: XMLElement, _ transform: AffineMap, _ style: OFDStyle) {
    guard let data = element.first("AbbreviatedData")?.text else { return }
    let steps = pixels(OFDPathData(data, limit: budget.stepLimit).steps, transform)
    let rule: FillRule = element["Rule"] == "Even-Odd" ? .evenOdd : .nonZero
    if element["Fill"] == "true", budget.allows(filling: steps) {
      if hasText { mayDiffer = true }
      if let ink = style.ink("FillColor") {
        canvas.fill(steps, rule, ink)
      } else {
        note("", "a pattern as colour")
      }
    }
    if element["Stroke"] != "false" { stroke(steps, transform, style) }
  }

  func stroke(_ steps: [PathStep], _ transform: AffineMap, _ style: OFDStyle) {
    guard let ink = style.ink("StrokeColor") else {
      note("", "a pattern as colour")
      return
    }
    var line = style.line
    let scale = (transform.horizontalScale * transform.verticalScale).squareRoot()
    // A hair is still seen; nothing is wider than the page.
    line.width = min(max(line.width * scale, 0.7), 4000)
    line.dashes = line.dashes.map { $0 * scale }
    line.dashOffset = min(max(line.dashOffset * scale, -Self.farthest), Self.farthest)
    // Dashes finer than a pixel are a line, and dots without end would never be done.
    if line.dashes.contains(where: { !$0.isFinite }) || line.dashes.reduce(0, +) < 1
      || line.dashes.count > 16
    {
      line.dashes = []
    }
    guard budget.allows(stroking: steps, width: line.width) else { return }
    canvas.stroke(steps, line, ink)
  }

  /// Keeps the place of a picture that fills the square of one of a transform.
  func add(pictureOver place: AffineMap) {
    if hasText { mayDiffer = true }
    let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { place(Point(x: $0.0, y: $0.1)) }
    let (x, y) = (corners.map(\.x), corners.map(\.y))
    guard pictureAreas.count < Self.areaLimit, let left = x.min(), let right = x.max(),
      let top = y.min(), let bottom = y.max()
    else { return }
    pictureAreas.append(PDFArea(x1: left, y1: top, x2: right, y2: bottom))
  }

  /// Returns the steps on the canvas.
  package func pixels(_ steps: [PathStep], _ transform: AffineMap) -> [PathStep] {
    steps.map { step in
      step.mapped { x, y in
        let point = transform(Point(x: x, y: y))
        return (
          min(max(point.x, -Self.farthest), Self.farthest),
          min(max(point.y, -Self.farthest), Self.farthest)
        )
      }
    }
  }

  // MARK: Clips

  /// What an object is confined to: each clip is made of areas, and all of them count (GB/T 33190 8.4).
  private func clips(of element: XMLElement, _ inner: AffineMap, _ outer: AffineMap) -> [(
    steps: [PathStep], rule: FillRule
  )] {
    guard let clips = element.first("Clips") else { return [] }
    let follows = clips["TransFlag"] != "false"
    let transform = follows ? inner : outer.withinBoundary(of: element)
    return clips.elements("Clip").prefix(64).map { clip in
      let steps = clip.elements("Area").flatMap { area -> [PathStep] in
        guard let path = area.first("Path"), let data = path.first("AbbreviatedData")?.text else {
          return []
        }
        return pixels(
          OFDPathData(data, limit: budget.stepLimit).steps,
          transform.inner(area).inner(path))
      }
      return (steps, .nonZero)
    }
  }
}

extension AffineMap {
  /// Whether all of it is finite and of a size that a page can have.
  var isUsable: Bool {
    [a, b, c, d, e, f].allSatisfy { $0.isFinite && abs($0) < 1e9 }
  }

  /// With the origin in the corner of an object's boundary, without the object's own transform.
  func withinBoundary(of element: XMLElement) -> AffineMap {
    guard let box = element["Boundary"].flatMap(OFDBox.init) else { return self }
    return AffineMap(e: box.x, f: box.y).followed(by: self)
  }
}
