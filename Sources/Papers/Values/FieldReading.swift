package import Model
internal import Recognition

/// A reading is the text of a value with everything known of it.
package struct FieldReading: Sendable {
  /// One character with its probability and where it comes from.
  struct Letter: Sendable {
    var symbol: String
    var probability: Double
    var line: Int
    var index: Int
  }

  var letters: [Letter]
  package var evidence: Evidence
  /// Whether the characters come from a text layer, which says exactly what it says.
  var isTextLayer: Bool
  /// The mean height of the boxes, in the page's unit.
  var lineHeight: Double
  /// Lines with a place where something was printed and not read, or read and not printed.
  var oddlySpacedLines: Set<Int> = []
  /// Whether a row has a gap, or ends long before the others do: a piece of it was not found.
  var isTorn = false
  /// By how much its rows fit better than the best other ones, a natural logarithm of odds; `nil` where nothing else
  /// was weighed.
  var margin: Double?
  /// Whether it ends at the picture's edge, beyond which it may go on.
  var isAtEdge = false
  /// Whether it may begin with the last letter of its label, which its own box shows again.
  var mayBeginWithLabel = false
  /// Places in the letters before which a space was read, or another line begins.
  var spaces: Set<Int> = []

  package var text: String { letters.map(\.symbol).joined() }
  /// The text with the spaces between Latin words; ideographs have none.
  var spacedText: String {
    var text = ""
    for (index, letter) in letters.enumerated() {
      if spaces.contains(index), let last = text.last, last.isLatin || ",.".contains(last),
        letter.symbol.first?.isLatin == true
      {
        text += " "
      }
      text += letter.symbol
    }
    return text
  }
  var raw: String { evidence.raw ?? text }

  /// The same for the letters that carry a number or date: the others are confirmed by its being understood.
  var numberProbability: Double {
    letters.reduce(1) { product, letter in
      let carries = letter.symbol.first.map { $0.isNumber || Self.numerals.contains($0) } == true
      return carries ? product * Confidence.ofCharacter(letter.probability) : product
    }
  }

  /// Whether a digit stands there three times in a row: the recognizer may be sure of each and lose one.
  var hasRunOfDigits: Bool {
    zip(letters, zip(letters.dropFirst(), letters.dropFirst(2))).contains { first, others in
      first.symbol.first?.isNumber == true && first.symbol == others.0.symbol
        && first.symbol == others.1.symbol
    }
  }

  private static let numerals: Set<Character> = Set(
    "〇零○一二三四五六七八九十百千万亿元壹贰叁肆伍陆柒捌玖拾佰仟萬億两.")

  /// The probability that every character is right, as the recognizer sees it.
  var probability: Double {
    letters.reduce(1) { $0 * Confidence.ofCharacter($1.probability) }
  }
}

extension Character {
  /// Whether it is a letter of a Latin name.
  fileprivate var isLatin: Bool { isASCII && isLetter }
}

extension PageText {
  /// Returns the value that the segments spell, with evidence.
  package func reading(of segments: [TextSegment], at place: PagePlace) -> FieldReading {
    let letters = segments.flatMap { segment in
      characters[segment.line][segment.range].filter { $0.symbol != " " }.map {
        FieldReading.Letter(
          symbol: $0.symbol, probability: $0.probability, line: $0.line, index: $0.index)
      }
    }
    var spaces: Set<Int> = []
    var count = 0
    for segment in segments {
      if count > 0 { spaces.insert(count) }
      for character in characters[segment.line][segment.range] {
        if character.symbol == " " { spaces.insert(count) } else { count += 1 }
      }
    }
    let quads = segments.map { part in box(of: part).quad }
    let method = method(of: segments, at: place)
    let evidence = Evidence(
      file: place.file, page: place.page,
      box: place.hasBoxes ? Self.hull(quads).map(place.box) : nil, method: method,
      raw: segments.map { text(of: $0) }.joined(),
      lattices: method == .ocr ? segments.map { lattice(of: $0) } : nil)
    let height =
      segments.isEmpty
      ? 0 : segments.reduce(0) { $0 + $1.height } / Double(segments.count)
    let odd =
      method != .ocr
      ? []
      : segments.filter { segment in
        let line = lines[segment.line].line
        return (line.lettersBeforeHoles + line.lettersBeforeCrowds).contains {
          segment.range.contains($0) && segment.range.contains($0 + 1)
        }
      }
    return FieldReading(
      letters: letters, evidence: evidence, isTextLayer: method == .textLayer,
      lineHeight: height,
      oddlySpacedLines: Set(odd.map(\.line)),
      isTorn: method == .ocr && isTorn(segments),
      isAtEdge: method == .ocr && segments.contains(where: isAtEdge), spaces: spaces)
  }

  /// Lines that OCR found beside a text layer have lattices, the layer's own have none.
  private func method(of segments: [TextSegment], at place: PagePlace) -> EvidenceMethod {
    let isRead = segments.contains { !lines[$0.line].line.lattice.frames.isEmpty }
    return place.method == .textLayer && isRead ? .ocr : place.method
  }

  /// Whether a piece reaches the left or right edge of the picture.
  private func isAtEdge(_ segment: TextSegment) -> Bool {
    let box = lines[segment.line].box
    let near = Self.nearEdge * box.height
    let reachesRight =
      segment.range.upperBound == characters[segment.line].count
      && box.point(at: 1).x > level.size.x - near
    let reachesLeft = segment.range.lowerBound == 0 && box.point(at: 0).x < near
    return reachesLeft || reachesRight
  }

  /// In heights of the line: papers have margins.
  private static let nearEdge = 0.4

  /// Whether the rows of a value lack a piece inside or at their ends.
  private func isTorn(_ segments: [TextSegment]) -> Bool {
    var rows: [[TextSegment]] = []
    for segment in segments {
      if let last = rows.last?.last,
        abs(last.v - segment.v) < 0.5 * min(last.height, segment.height)
      {
        if segment.start - last.end > Self.widestGap * max(last.em, segment.em) { return true }
        rows[rows.count - 1].append(segment)
      } else {
        rows.append([segment])
      }
    }
    guard rows.count > 1, let right = rows.compactMap(\.last?.end).max() else { return false }
    return rows.dropLast().contains { row in
      guard let last = row.last, let sign = text(of: last).last else { return false }
      // A paragraph ends where it likes; numbers and signs are not parted from what they belong to.
      return !"。）)".contains(sign) && right - last.end > Self.widestRag * last.em
    }
  }

  /// In letters.
  private static let widestGap = 1.6
  private static let widestRag = 3.2

  /// The part of a line's box that a segment covers.
  private func box(of segment: TextSegment) -> TextBox {
    let all = lines[segment.line].line.characters
    let box = lines[segment.line].box
    let from =
      segment.range.lowerBound == 0
      ? 0
      : (all[segment.range.lowerBound - 1].position + all[segment.range.lowerBound].position) / 2
    let to =
      segment.range.upperBound == all.count
      ? 1
      : (all[segment.range.upperBound - 1].position + all[segment.range.upperBound].position) / 2
    return box.part(from: from, to: to)
  }

  /// The frames between the neighbours of a segment.
  private func lattice(of segment: TextSegment) -> Lattice {
    let line = lines[segment.line].line
    let frames = line.lattice.frames
    let from =
      segment.range.lowerBound == 0 ? 0 : line.frames[segment.range.lowerBound - 1] + 1
    let to =
      segment.range.upperBound == line.frames.count
      ? frames.count : line.frames[segment.range.upperBound]
    return Lattice(frames: Array(frames[min(from, to)..<max(from, to)]))
  }

  /// One box around several: the rectangle along the first one's own direction.
  private static func hull(_ quads: [Quad]) -> Quad? {
    guard let first = quads.first else { return nil }
    guard quads.count > 1 else { return first }
    let dx = first.topRight.x - first.topLeft.x
    let dy = first.topRight.y - first.topLeft.y
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return first }
    let axis = Point(x: dx / length, y: dy / length)
    var along = (least: Double.infinity, most: -Double.infinity)
    var across = (least: Double.infinity, most: -Double.infinity)
    for corner in quads.flatMap(\.corners) {
      let a = corner.x * axis.x + corner.y * axis.y
      let b = corner.y * axis.x - corner.x * axis.y
      along = (min(along.least, a), max(along.most, a))
      across = (min(across.least, b), max(across.most, b))
    }
    func corner(_ a: Double, _ b: Double) -> Point {
      Point(x: a * axis.x - b * axis.y, y: a * axis.y + b * axis.x)
    }
    return Quad(
      topLeft: corner(along.least, across.least), topRight: corner(along.most, across.least),
      bottomRight: corner(along.most, across.most), bottomLeft: corner(along.least, across.most))
  }
}
