internal import Model
internal import Native
internal import Recognition

/// The text layer of a PDF page as lines, and whether it says what the page shows.
struct TextLayer {
  /// The lines are in points of the page as shown.
  package private(set) var lines: [PageLine] = []
  /// Whether most of it runs from left to right.
  private(set) var isLevel = true

  /// Text that lies on the page.
  init(_ given: [PDFCharacter], width: Double, height: Double) {
    let characters = LetterBoxes.mended(given)
    var run: [PDFCharacter] = []
    var level = 0
    var upended = 0
    func isOnPage(_ character: PDFCharacter) -> Bool {
      let x = (character.x1 + character.x2) / 2
      let y = (character.y1 + character.y2) / 2
      return x >= 0 && y >= 0 && x <= width && y <= height && character.x2 > character.x1
        && character.y2 > character.y1
    }
    let slanted = Self.slanted(characters)
    for (index, character) in characters.enumerated() where !slanted.contains(index) {
      // A space ends nothing; a gap does.
      guard !character.scalar.properties.isWhitespace else {
        // Words of a Latin name are parted by it.
        if isOnPage(character), Self.isBetweenWords(characters, index) { run.append(character) }
        continue
      }
      guard isOnPage(character) else {
        flush(&run)
        continue
      }
      if let last = run.last {
        let size = max(last.y2 - last.y1, 1)
        if abs(character.x1 - last.x1) >= abs(character.y1 - last.y1) {
          level += 1
        } else {
          upended += 1
        }
        let gap = character.x1 - last.x2
        let other = max(character.y2 - character.y1, 1)
        if abs(character.y1 - last.y1) > size / 2 || gap > 1.5 * size || gap < -0.7 * size
          || max(size, other) > 1.5 * min(size, other)
        {
          flush(&run)
        }
      }
      run.append(character)
    }
    flush(&run)
    isLevel = level >= upended
  }

  /// Characters that follow each other neither level nor upright: watermarks across the page and rings of stamps.
  ///
  /// Those of a style that mostly runs level stay: letters of spread labels (名　　称) may come column by column.
  /// A watermark's letter goes with the others of its style, also where it comes between two of a line.
  private static func slanted(_ characters: [PDFCharacter]) -> Set<Int> {
    let inked = characters.indices.filter { !characters[$0].scalar.properties.isWhitespace }
    var slanted: Set<Int> = []
    for (first, second) in zip(inked, inked.dropFirst()) {
      let a = characters[first]
      let b = characters[second]
      let size = max(a.y2 - a.y1, b.y2 - b.y1, 1)
      let dx = abs((b.x1 + b.x2) - (a.x1 + a.x2)) / 2 / size
      let dy = abs((b.y1 + b.y2) - (a.y1 + a.y2)) / 2 / size
      if dx > 0.2, dy > 0.2, dx < 2, dy < 2 { slanted.formUnion([first, second]) }
    }
    var counts: [Int: (slanted: Int, all: Int)] = [:]
    for index in inked {
      counts[characters[index].style, default: (0, 0)].all += 1
      if slanted.contains(index) { counts[characters[index].style, default: (0, 0)].slanted += 1 }
    }
    return Set(inked).filter { index in
      guard let count = counts[characters[index].style], count.slanted * 2 > count.all else {
        return false
      }
      return count.slanted >= 4 || slanted.contains(index)
    }
  }

  private static func isBetweenWords(_ characters: [PDFCharacter], _ index: Int) -> Bool {
    guard index > 0, index + 1 < characters.count, characters[index].scalar == " " else {
      return false
    }
    let (before, behind) = (characters[index - 1].scalar, characters[index + 1].scalar)
    func isLatin(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && scalar.properties.isAlphabetic
    }
    return (isLatin(before) || before == "," || before == ".") && isLatin(behind)
  }

  private mutating func flush(_ run: inout [PDFCharacter]) {
    defer { run = [] }
    guard let first = run.first else { return }
    let x1 = run.map(\.x1).min() ?? first.x1  // allowed: a run has characters
    let x2 = run.map(\.x2).max() ?? first.x2  // allowed: as above
    let y1 = run.map(\.y1).min() ?? first.y1  // allowed: as above
    let y2 = run.map(\.y2).max() ?? first.y2  // allowed: as above
    let width = max(x2 - x1, 0.1)
    let characters = run.map { character in
      RecognizedCharacter(
        symbol: String(character.scalar), probability: 1,
        position: ((character.x1 + character.x2) / 2 - x1) / width)
    }
    lines.append(
      PageLine(
        line: RecognizedLine(characters: characters, lattice: Lattice(frames: []), frames: []),
        // Boxes of the detector are about 1.4 times the letters, those of Poppler about 1.1.
        box: TextBox(
          center: Point(x: (x1 + x2) / 2, y: (y1 + y2) / 2), width: width,
          height: (y2 - y1) * 1.2, angle: 0, score: 1)))
  }

  /// The layer without the lines that have one of these letters.
  func without(_ letters: Set<Unicode.Scalar>) -> TextLayer {
    var layer = self
    layer.lines.removeAll { $0.line.text.unicodeScalars.contains(where: letters.contains) }
    return layer
  }

  /// The text without spaces, for comparing.
  package var text: String { lines.map(\.line.text).joined() }

  /// Whether the drawn page has ink under every line of more than a letter: not so for invisible, clipped or
  /// covered text.
  ///
  /// - Parameters:
  ///   - grey: the page drawn on white.
  ///   - scale: pixels a point.
  func hasInkEverywhere(in grey: PixelBuffer, scale: Double) -> Bool {
    lines.allSatisfy { $0.line.characters.count < 2 || Self.hasInk(grey, $0.box, scale) }
  }

  private static func hasInk(_ grey: PixelBuffer, _ box: TextBox, _ scale: Double) -> Bool {
    let left = Int((box.center.x - box.width / 2) * scale)
    let right = Int((box.center.x + box.width / 2) * scale)
    let top = Int((box.center.y - box.height / 2.4) * scale)
    let bottom = Int((box.center.y + box.height / 2.4) * scale)
    let columns = (left..<max(left + 1, right)).clamped(to: 0..<grey.width)
    let rows = (top..<max(top + 1, bottom)).clamped(to: 0..<grey.height)
    var low = 255
    var high = 0
    for y in rows {
      for x in columns {
        let value = Int(grey.samples[y * grey.width + x])
        low = min(low, value)
        high = max(high, value)
      }
    }
    return high - low > 40
  }

  /// Whether a picture covers half the page or more: text over it is somebody's reading, not the page's own.
  static func hasPageSizedPicture(_ areas: [PDFArea], width: Double, height: Double) -> Bool {
    areas.contains { area in
      let w = min(area.x2, width) - max(area.x1, 0)
      let h = min(area.y2, height) - max(area.y1, 0)
      return w > 0 && h > 0 && w * h >= 0.5 * width * height
    }
  }

  /// The share of a hidden text's character pairs that the page's own text has too, 0 to 1.
  static func shownShare(of hidden: String, in shown: String) -> Double {
    func pairs(_ text: String) -> [String: Int] {
      let scalars = Array(TextNormalization(steps: [.compatibility, .noSpace]).applied(to: text))
      var counts: [String: Int] = [:]
      for index in scalars.indices.dropLast() {
        counts[String(scalars[index...(index + 1)]), default: 0] += 1
      }
      return counts
    }
    let claimed = pairs(hidden)
    let seen = pairs(shown)
    let total = claimed.values.reduce(0, +)
    guard total > 0 else { return 1 }
    // allowed: a pair that is not there
    let common = claimed.reduce(0) { $0 + min($1.value, seen[$1.key] ?? 0) }
    return Double(common) / Double(total)
  }
}
