internal import Model
internal import Recognition

/// A letter of running text, or a space where a gap is.
struct ProseLetter: Hashable, Sendable {
  /// Punctuation is full width, digits and Latin letters are not, so that patterns need one form of each.
  let scalar: Unicode.Scalar
  /// Where it was read; `nil` for a gap.
  let place: Place?

  struct Place: Hashable, Sendable {
    /// 0-based line of the page, and place in it.
    let line: Int
    let index: Int
  }

  static let gap = ProseLetter(scalar: " ", place: nil)
  /// Room for a word: something was to be filled in there, or another cell begins.
  static let wideGap = ProseLetter(scalar: "\u{2003}", place: nil)
  /// What a wide gap is in a sentence.
  static let blank = ProseLetter(scalar: "_", place: nil)

  var isGap: Bool { place == nil && scalar != "_" }
}

/// The text of a page as it is read: rows of letters with gaps, and paragraphs, whose rows run on.
struct ProseText {
  struct Row {
    package var letters: [ProseLetter]
    let left: Double
    package let right: Double
    package let v: Double
    /// Of the boxes, which are about 1.4 times the letters.
    let height: Double

    var em: Double { height * 0.72 }
  }

  let page: PageText
  let rows: [Row]

  init(_ page: PageText) {
    self.page = page
    rows = page.rows.compactMap { Self.row($0, page) }
  }

  /// In letters: from here on two letters of a line are apart, and two boxes of a row.
  private static let (gapInLine, gapBetweenLines) = (0.6, 0.3)
  private static let wideGap = 2.5

  private static func row(_ lines: [Int], _ page: PageText) -> Row? {
    var letters: [ProseLetter] = []
    var segments: [TextSegment] = []
    for line in lines where !page.characters[line].isEmpty {
      let whole = page.segment(line: line, range: 0..<page.characters[line].count)
      if let last = segments.last {
        let gap = (whole.start - last.end) / whole.em
        if gap > gapBetweenLines { letters.append(gap > wideGap ? .wideGap : .gap) }
      }
      segments.append(whole)
      letters += Self.letters(of: page.characters[line], em: whole.em)
    }
    guard let first = segments.first else { return nil }
    let heights = segments.map(\.height).sorted()
    return Row(
      letters: letters, left: first.start, right: segments.map(\.end).reduce(first.end, max),
      v: segments.reduce(0) { $0 + $1.v } / Double(segments.count),
      height: heights[heights.count / 2])
  }

  private static func letters(of characters: [PageCharacter], em: Double) -> [ProseLetter] {
    var letters: [ProseLetter] = []
    var last: (u: Double, width: Double)?
    for character in characters {
      guard let scalar = folded(character.symbol) else { continue }
      let width = scalar.isASCII ? 0.5 : 1
      guard scalar != " " else { continue }
      if let last, letters.last?.isGap == false {
        let gap = (character.u - last.u) / em - (width + last.width) / 2
        if gap > gapInLine { letters.append(gap > wideGap ? .wideGap : .gap) }
      }
      letters.append(
        ProseLetter(scalar: scalar, place: .init(line: character.line, index: character.index)))
      last = (character.u, width)
    }
    return letters
  }

  private static func folded(_ symbol: String) -> Unicode.Scalar? {
    let plain = TextNormalization(steps: [.compatibility]).applied(to: symbol)
    guard let scalar = plain.unicodeScalars.first else { return nil }
    if scalar.properties.isWhitespace { return " " }
    return fullWidth[scalar] ?? scalar  // allowed: others stay
  }

  private static let fullWidth: [Unicode.Scalar: Unicode.Scalar] = [
    "(": "（", ")": "）", ":": "：", ",": "，", ";": "；", "[": "（", "]": "）", "【": "（", "】": "）",
    "〔": "（", "〕": "）", "﹕": "：", "︰": "：", "＿": "_", "﹍": "_", "﹏": "_", "‗": "_",
    "•": "·", "・": "·", "‧": "·", "∙": "·",
  ]

  // MARK: Paragraphs

  /// The rows that each paragraph runs over.
  var paragraphs: [[Row]] {
    var paragraphs: [[Row]] = []
    // allowed: no rows, no margin
    let margin = rows.map(\.left).min() ?? 0
    for row in rows {
      if let last = paragraphs.last?.last, runsOn(last, into: row, margin: margin) {
        paragraphs[paragraphs.count - 1].append(row)
      } else {
        paragraphs.append([row])
      }
    }
    return paragraphs
  }

  /// Whether a row goes on in the next: it is full, and the next begins at the margin close below.
  func runsOn(_ row: Row, into next: Row, margin: Double) -> Bool {
    isFull(row) && next.left < margin + 1.2 * next.em
      && next.v - row.v < 2.1 * max(row.height, next.height)
      && next.height < 1.3 * row.height && row.height < 1.3 * next.height
  }

  /// Whether no more letters would have fitted into a row.
  func isFull(_ row: Row) -> Bool {
    // allowed: no rows, no edge
    let edge = rows.map(\.right).max() ?? 0
    return row.right > edge - 3.2 * row.em && row.right > 0.7 * page.level.size.x
  }

  // MARK: Values

  /// The pieces of the page that letters stand in, in their order.
  func segments(of letters: [ProseLetter]) -> [TextSegment] {
    var runs: [(line: Int, range: Range<Int>)] = []
    for place in letters.compactMap(\.place) {
      if let last = runs.last, last.line == place.line, place.index >= last.range.upperBound {
        runs[runs.count - 1].range = last.range.lowerBound..<(place.index + 1)
      } else {
        runs.append((place.line, place.index..<(place.index + 1)))
      }
    }
    return runs.map { page.segment(line: $0.line, range: $0.range) }
  }

  /// What letters say, with their evidence.
  func reading(of letters: [ProseLetter], at place: PagePlace) -> FieldReading {
    page.reading(of: segments(of: letters), at: place)
  }
}

extension Sequence<ProseLetter> {
  /// What they spell, gaps as spaces.
  var text: String {
    var text = String.UnicodeScalarView()
    for letter in self { text.append(letter.isGap ? " " : letter.scalar) }
    return String(text)
  }

  var withoutGaps: [ProseLetter] { filter { !$0.isGap } }
}
