internal import Model
package import Native

/// The text of a page is characters with boxes in points, measured from the top left.
package struct OFDText {
  package private(set) var characters: [PDFCharacter] = []
  /// Characters that stand for glyphs of the file's own font and mean nothing outside it.
  package private(set) var unreadable = 0

  private static let characterLimit = 200_000

  package init(_ content: OFDPageContent) {
    for object in content.objects
    where object.element.name == "TextObject" && !object.isWatermark {
      add(object.element, object.transform.inner(object.element), area: content.area)
    }
  }

  private mutating func add(_ text: XMLElement, _ transform: AffineMap, area: OFDBox) {
    guard
      let written = OFDTextPlaces(text, limit: max(0, Self.characterLimit - characters.count))
    else { return }
    var hasher = StyleNumber()
    hasher.add(text["Font"] ?? "")  // allowed: no font is a style too
    hasher.add(String(written.size))
    let height = written.size * transform.verticalScale
    for place in written.places {
      guard !place.scalar.properties.isWhitespace, !Self.isControl(place.scalar) else { continue }
      append(
        place.scalar, from: transform(Point(x: place.x, y: place.y)),
        to: transform(
          Point(x: place.x + min(place.width, written.size), y: place.y)), height: height,
        style: hasher.value, area: area)
    }
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, from start: Point, to end: Point, height: Double, style: Int,
    area: OFDBox
  ) {
    if Self.isPrivate(scalar) { unreadable += 1 }
    let scale = OFDBox.points
    let left = min(start.x, end.x) - area.x
    let right = max(max(start.x, end.x) - area.x, left + height * 0.2)
    characters.append(
      PDFCharacter(
        scalar: scalar, x1: left * scale, y1: (start.y - area.y - height * 0.86) * scale,
        x2: right * scale, y2: (start.y - area.y + height * 0.14) * scale,
        style: style))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 }

  /// What writers put in where the character is none of XML's (GB/T 33190 11.3).
  private static let placeholder: Unicode.Scalar = "¤"

  /// Whether a character means nothing outside the file's own font.
  static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value == 0xFFFD || scalar.value >= 0xF0000
      || scalar == placeholder
  }
}

/// A number for a font and size, the same in every process.
private struct StyleNumber {
  private(set) var value = 17

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value &* 31 &+ Int(byte)) & 0xFFFF_FFFF }
  }
}
