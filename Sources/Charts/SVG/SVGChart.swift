internal import Model
internal import Native
internal import Tables

/// SVG: rectangles, texts and lines; a draw.io drawing that is kept inside counts first.
enum SVGChart {
  package static func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    let root = try XMLDocument.chart(SVGProlog.withoutDocumentType(bytes))
    if let inside = root["content"].flatMap(DrawIOChart.plain) {
      var reading = try DrawIOChart.read(Array(inside.utf8))
      reading.draft.forgetPlaces()
      return reading
    }
    var reader = SVGReader()
    reader.read(root, AffineMap(), depth: 0)
    let page = reader.page
    guard !page.shapes.isEmpty else { throw .noChart }
    var reading = ChartReading(page.draft(number: 0, reach: reader.reach))
    guard reading.draft.looksLikeOrganization else { throw .noChart }
    let size = page.shapes.reduce((0.0, 0.0)) {
      (max($0.0, $1.box.x + $1.box.width), max($0.1, $1.box.y + $1.box.height))
    }
    reading.pages = [PageSize(width: size.0, height: size.1, unit: .pixels)]
    return reading
  }
}

/// Collects what an SVG draws, transforms applied.
private struct SVGReader {
  var page = ShapePage()

  /// A twelfth of the usual box's height: drawings come in pixels, points and hundredths of millimetres.
  var reach: Double {
    let heights = page.shapes.map(\.box.height).sorted()
    return heights.isEmpty ? 4 : max(1.5, heights[heights.count / 2] / 12)
  }

  /// Depth is bounded by libxml2.
  package mutating func read(_ element: XMLElement, _ outer: AffineMap, depth: Int) {
    guard !page.isFull, depth < 250 else { return }
    let transform = element["transform"].map { outer.after(SVGPath.transform($0)) } ?? outer
    switch element.name {
    case "defs", "clipPath", "mask", "symbol", "marker", "style", "metadata", "title", "desc":
      return
    case "rect": addBox(SVGPath.rectangle(element), transform, element)
    case "line":
      addLines(
        [
          Point(x: number(element["x1"]), y: number(element["y1"])),
          Point(x: number(element["x2"]), y: number(element["y2"])),
        ], transform)
    case "polyline", "polygon":
      add(
        SVGPath.points(element["points"]), isClosed: element.name == "polygon", transform, element)
    case "path":
      for part in SVGPath.parts(element["d"]) {
        add(part.points, isClosed: part.isClosed, transform, element)
      }
    case "text": addText(element, transform)
    case "foreignObject":
      let box = SVGPath.rectangle(element)
      let text = MarkupText.plain(lines(of: element))
      if !text.allSatisfy(\.isWhitespace) {
        page.texts.append(ShapePage.Text(text: text, place: transform(box.center)))
      }
      return
    default: break
    }
    for child in element.elements { read(child, transform, depth: depth + 1) }
  }

  /// The text of HTML with its lines.
  private func lines(of element: XMLElement) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): text.split(whereSeparator: \.isNewline).joined()
      case .element(let inner):
        ["br", "p", "div"].contains(inner.name) ? "\n" + lines(of: inner) : lines(of: inner)
      }
    }.joined()
  }

  private func number(_ text: String?) -> Double { SVGPath.number(text) }

  private mutating func add(
    _ points: [Point], isClosed: Bool, _ transform: AffineMap, _ element: XMLElement
  ) {
    guard points.count >= 2, let box = ChartRectangle(around: points) else { return }
    let isRing = isClosed || points.first == points.last && points.count > 3
    if isRing {
      // Arrow heads are closed too, and hold no text.
      addBox(box, transform, element)
    } else {
      addLines(points, transform)
    }
  }

  private mutating func addBox(_ box: ChartRectangle, _ transform: AffineMap, _ element: XMLElement)
  {
    let placed = transform(box)
    guard placed.width > 0, placed.height > 0, placed.width.isFinite, placed.height.isFinite else {
      return
    }
    // A box is often drawn twice, once filled and once outlined.
    if let last = page.shapes.last, last.box == placed { return }
    page.shapes.append(ShapePage.Shape(box: placed, text: "", id: element["id"]))
  }

  private mutating func addLines(_ points: [Point], _ transform: AffineMap) {
    for (from, to) in zip(points, points.dropFirst()) {
      page.segments.append(ChartSegment(from: transform(from), to: transform(to)))
    }
  }

  private mutating func addText(_ element: XMLElement, _ transform: AffineMap) {
    let spans = leaves(of: element, x: element["x"], y: element["y"], dy: 0)
    for span in spans where !span.text.allSatisfy(\.isWhitespace) {
      let place = Point(x: number(span.x), y: number(span.y) + span.dy)
      // Texts hang on their base line; their middle is a third of their height above.
      page.texts.append(
        ShapePage.Text(text: span.text, place: transform(Point(x: place.x, y: place.y - 3))))
    }
  }

  private struct Span {
    package var text: String
    var x: String?
    var y: String?
    var dy: Double
  }

  private func leaves(of element: XMLElement, x: String?, y: String?, dy: Double) -> [Span] {
    var spans: [Span] = []
    var shift = dy
    for child in element.children {
      switch child {
      case .text(let text):
        spans.append(Span(text: text, x: x, y: y, dy: shift))
      case .element(let inner):
        let moved = inner["dy"].map { SVGPath.length($0) } ?? 0  // allowed: not moved
        shift += moved
        spans += leaves(of: inner, x: inner["x"] ?? x, y: inner["y"] ?? y, dy: shift)
      }
    }
    return spans
  }
}
