internal import Model
internal import Native

/// The text of a page as characters with boxes in points, origin top left.
struct OFDTextLayer {
  private(set) var characters: [PDFCharacter] = []
  /// Characters that stand for glyphs of the file's own font and mean nothing outside it.
  private(set) var unreadable = 0

  private static let characterLimit = 200_000

  init(_ content: OFDPageContent) {
    for object in content.objects where object.element.name == "TextObject" {
      add(object.element, object.transform.inner(object.element), area: content.area)
    }
  }

  private mutating func add(_ text: XMLElement, _ transform: OFDTransform, area: OFDBox) {
    guard let size = text["Size"].flatMap(Double.init), size > 0, size.isFinite else { return }
    let stretch = text["HScale"].flatMap(Double.init).map { $0.isFinite ? $0 : 1 } ?? 1
    var hasher = StyleNumber()
    hasher.add(text["Font"] ?? "")  // allowed: no font is a style too
    hasher.add(String(size))
    let style = hasher.value
    // The place of a code is that of the one before it where it has none of its own.
    var x = 0.0
    var y = 0.0
    for code in text.elements("TextCode") {
      if let own = code["X"].flatMap(Double.init), own.isFinite { x = own }
      if let own = code["Y"].flatMap(Double.init), own.isFinite { y = own }
      let scalars = Array(code.text.unicodeScalars)
      let across = code["DeltaX"].map { OFDNumbers.distances($0, limit: scalars.count) }
      let down = code["DeltaY"].map { OFDNumbers.distances($0, limit: scalars.count) }
      var penX = x
      var penY = y
      for (index, scalar) in scalars.enumerated() where characters.count < Self.characterLimit {
        let natural = size * stretch * Self.width(scalar)
        let own = transform.apply(penX, penY)
        let end = transform.apply(penX + min(natural, size), penY)
        let height = size * transform.verticalScale
        if !scalar.properties.isWhitespace, !Self.isControl(scalar) {
          append(scalar, from: own, to: end, height: height, style: style, area: area)
        }
        let step = Self.distance(across, index)
        // Text without distances at all runs on by its own widths.
        penX += step ?? (down == nil ? natural : 0)  // allowed: vertical text stays in its column
        penY += Self.distance(down, index) ?? 0  // allowed: level text stays on its line
      }
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

  /// The distance after a character; a missing tail repeats the last one.
  private static func distance(_ distances: [Double]?, _ index: Int) -> Double? {
    guard let distances, let last = distances.last else { return nil }
    return index < distances.count ? distances[index] : last
  }

  /// In ems, as most fonts have it.
  private static func width(_ scalar: Unicode.Scalar) -> Double {
    scalar.value < 0x2E80 ? 0.5 : 1
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value == 0xFFFD || scalar.value >= 0xF0000
  }
}

/// A number for a font and size, the same in every process.
private struct StyleNumber {
  private(set) var value = 17

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value &* 31 &+ Int(byte)) & 0xFFFF_FFFF }
  }
}
