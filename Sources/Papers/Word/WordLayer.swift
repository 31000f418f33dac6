internal import Model
internal import Recognition

/// The text of a Word document as lines of a page, so that it is read as any page is.
///
/// Word decides where lines break when it prints; here a line has forty letters, and what stands at the right stands there.
struct WordLayer {
  private(set) var lines: [PageLine] = []
  /// Whether there are more lines than are read.
  private(set) var isCut = false
  /// In points.
  private(set) var width: Double
  private(set) var height: Double

  /// The width of a letter.
  private static let em = 10.0
  /// Of the box around it.
  private static let box = em / 0.72
  private static let lineLetters = 42.0
  private static let margin = 30.0
  /// Rows of a paragraph follow each other closer than paragraphs.
  private static let (rowPitch, paragraphPitch) = (18.0, 34.0)
  /// Columns of a table that are read.
  private static let mostColumns = 64
  /// Lines that are read: as many as fifty pages have.
  static let limit = 2500

  init(_ document: WordDocument) {
    width = Self.lineLetters * Self.em + 2 * Self.margin
    height = 0
    var y = Self.margin
    for block in document.blocks {
      guard lines.count < Self.limit else {
        isCut = true
        break
      }
      switch block {
      case .paragraph(let paragraph): add(paragraph, &y)
      case .table(let rows): add(rows, &y)
      }
    }
    // allowed: no lines
    width = max(width, lines.map { $0.box.center.x + $0.box.width / 2 + Self.margin }.max() ?? 0)
    height = y + Self.margin
  }

  private mutating func add(_ paragraph: WordDocument.Paragraph, _ y: inout Double) {
    let rows = paragraph.text.split(separator: "\n").flatMap { Self.rows(of: String($0)) }
    let room = Self.lineLetters * Self.em
    for row in rows {
      let length = Self.length(of: row)
      let indent = rows.count == 1 ? paragraph.indent * Self.em : 0
      let x =
        switch paragraph.alignment {
        case .start: min(indent, max(0, room - length))
        case .center: max(0, (room - length) / 2)
        case .end: max(0, room - length)
        }
      add(row, x: Self.margin + x, y: y)
      y += Self.rowPitch
    }
    y += Self.paragraphPitch - Self.rowPitch
  }

  /// Cells are as wide as what stands in them, so that nothing is broken that Word does not break.
  private mutating func add(_ rows: [[[WordDocument.Paragraph]]], _ y: inout Double) {
    if rows.count > Self.limit || rows.contains(where: { $0.count > Self.mostColumns }) {
      isCut = true
    }
    let texts = rows.prefix(Self.limit).map { row in
      row.prefix(Self.mostColumns).map { cell in
        cell.flatMap { $0.text.split(separator: "\n").map(String.init) }.filter {
          !$0.allSatisfy(\.isWhitespace)
        }
      }
    }
    let columns = texts.map(\.count).max() ?? 0  // allowed: a table without rows
    var starts = [Self.margin]
    for column in 0..<columns {
      let lengths = texts.compactMap { row in
        // A cell that spans columns is alone in its row.
        row.indices.contains(column) && row.count == columns
          ? row[column].map(Self.length).max() : nil
      }
      // allowed: an empty column
      starts.append(starts[column] + (lengths.max() ?? Self.em) + 3 * Self.em)
    }
    for row in texts {
      for (column, cell) in row.enumerated() {
        for (number, text) in cell.enumerated() {
          add(text, x: starts[column], y: y + Double(number) * Self.rowPitch)
        }
      }
      // allowed: no cells
      y += Self.paragraphPitch + Double(max(0, (row.map(\.count).max() ?? 1) - 1)) * Self.rowPitch
    }
  }

  private static func width(of character: Character) -> Double {
    switch character {
    case "\t": 4 * em
    // En and em spaces, which form fields are filled with.
    case "\u{2002}", "\u{2003}", "\u{3000}": em
    default: character.isASCII ? em / 2 : em
    }
  }

  private static func length(of text: String) -> Double {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// A paragraph in rows of as many letters as a page has.
  private static func rows(of text: String) -> [String] {
    var rows = [""]
    var length = 0.0
    for character in text {
      let width = width(of: character)
      if length + width > lineLetters * em, !character.isPunctuation, !character.isWhitespace {
        rows.append("")
        length = 0
      }
      rows[rows.count - 1].append(character)
      length += width
    }
    return rows
  }

  private mutating func add(_ text: String, x: Double, y: Double) {
    guard lines.count < Self.limit else {
      isCut = true
      return
    }
    var places: [(symbol: Character, middle: Double)] = []
    var place = 0.0
    for character in text {
      let width = Self.width(of: character)
      // Words of a Latin name are parted by a space; other gaps are seen as gaps.
      if !character.isWhitespace || character == " " && places.last?.symbol.isASCII == true {
        places.append((character, place + width / 2))
      }
      place += width
    }
    while places.last?.symbol == " " { places.removeLast() }
    guard let first = places.first, let last = places.last else { return }
    let start = first.middle - Self.width(of: first.symbol) / 2
    let length = last.middle + Self.width(of: last.symbol) / 2 - start
    lines.append(
      PageLine(
        line: RecognizedLine(
          characters: places.map {
            RecognizedCharacter(
              symbol: String($0.symbol), probability: 1, position: ($0.middle - start) / length)
          }, lattice: Lattice(frames: []), frames: []),
        box: TextBox(
          center: Point(x: x + start + length / 2, y: y), width: length, height: Self.box,
          angle: 0, score: 1)))
  }
}
