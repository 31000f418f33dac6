internal import Model
internal import Native

extension OFDPainter {
  /// Letters as the paths that their fonts draw.
  func paint(text element: XMLElement, _ transform: AffineMap, _ style: OFDStyle) {
    guard let written = OFDTextPlaces(element, limit: Self.letterLimit) else { return }
    let glyphs = GlyphNumbers(element)
    let turn = Self.quarterTurns(element["CharDirection"])
    var steps: [PathStep] = []
    let font = fonts.font(element["Font"])
    for (index, place) in written.places.enumerated() where steps.count <= budget.stepLimit {
      // A font of the package may draw where the code is a space.
      let glyph = glyphs[index]
      guard glyph != nil || !place.scalar.properties.isWhitespace else { continue }
      guard let outline = outline(of: place.scalar, glyph, by: font, element["Font"]) else {
        missingLetters.insert(place.scalar)
        note("", "letters without a font")
        continue
      }
      let size = written.size
      let toLine = AffineMap(
        a: turn.cosine * size * written.stretch, b: turn.sine * size * written.stretch,
        c: -turn.sine * size, d: turn.cosine * size, e: place.x, f: place.y)
      steps += pixels(outline, toLine.followed(by: transform))
    }
    hasText = true
    guard !steps.isEmpty else { return }
    if element["Fill"] != "false", budget.allows(filling: steps) {
      if let ink = style.ink("FillColor") {
        if Self.isFaint(ink) { mayDiffer = true }
        canvas.fill(steps, .nonZero, ink)
      } else {
        note("", "a pattern as colour")
      }
    }
    if element["Stroke"] == "true" { stroke(steps, transform, style) }
  }

  private static let letterLimit = 20_000

  /// Whether a reader may overlook letters of the ink, or see others through them.
  private static func isFaint(_ ink: Ink) -> Bool {
    ink.opacity < 0.5 || 0.3 * ink.red + 0.59 * ink.green + 0.11 * ink.blue > 0.8
  }

  /// By the glyph's number, the text's font, or a font that has the character.
  private func outline(
    of scalar: Unicode.Scalar, _ glyph: Int?, by font: OFDFontBook.Choice?, _ id: String?
  ) -> [PathStep]? {
    if let font, font.isOwn {
      mayDiffer = true
      if let number = glyph ?? font.book.glyph(for: scalar),
        let outline = font.book.outline(of: number)
      {
        return outline
      }
      // What the code means is known to that font alone.
      if OFDText.isPrivate(scalar) { return nil }
    } else if glyph != nil {
      // A number means nothing without its font: the code stands for itself.
      mayDiffer = true
    }
    if let font, !font.isOwn, let number = font.book.glyph(for: scalar) {
      return font.book.outline(of: number)
    }
    guard !OFDText.isPrivate(scalar),
      let other = fonts.substitute(for: id, writing: scalar), let number = other.glyph(for: scalar)
    else { return nil }
    return other.outline(of: number)
  }

  private static func quarterTurns(_ text: String?) -> (cosine: Double, sine: Double) {
    switch text {
    case "90": (0, 1)
    case "180": (-1, 0)
    case "270": (0, -1)
    default: (1, 0)
    }
  }
}

/// The glyphs that codes of a text object are drawn by (GB/T 33190 11.4).
private struct GlyphNumbers {
  private var numbers: [Int: Int] = [:]

  private static let limit = 100_000

  init(_ text: XMLElement) {
    for transform in text.elements("CGTransform") {
      let first = transform["CodePosition"].flatMap { Int($0) } ?? 0  // allowed: the standard's own
      let count = transform["CodeCount"].flatMap { Int($0) } ?? 1  // allowed: as above
      guard (0...Self.limit).contains(first), (1...Self.limit).contains(count),
        let list = transform.first("Glyphs")?.text
      else { continue }
      let glyphs = list.split(whereSeparator: \.isWhitespace).prefix(count).compactMap { Int($0) }
      for (offset, glyph) in glyphs.enumerated() { numbers[first + offset] = glyph }
    }
  }

  package subscript(_ index: Int) -> Int? { numbers[index] }
}
