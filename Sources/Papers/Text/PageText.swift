internal import Model
package import Recognition

/// A character with its place on the levelled page.
struct PageCharacter: Hashable, Sendable {
  var symbol: String
  var probability: Double
  /// 0-based line of the page, and place in it.
  var line: Int
  var index: Int
  /// Middle of the character on the levelled page.
  var u: Double
  package var v: Double
}

/// A run of characters of one line that belong together: what stands before, between or after labels.
package struct TextSegment: Hashable, Sendable {
  var line: Int
  /// Places in the line's characters.
  var range: Range<Int>
  /// Left and right end on the levelled page.
  package var start: Double
  package var end: Double
  /// The height of the middle on the levelled page.
  package var v: Double
  /// The same of its left and right end, which differ where the page is bent.
  var startV: Double
  var endV: Double
  /// Of the line's box, which is about 1.4 times the letters.
  package var height: Double

  /// The width of a full-width letter.
  var em: Double { height * 0.72 }
}

/// The lines of a page, or of one document on it, with their places on the levelled page.
package struct PageText: Sendable {
  package let lines: [PageLine]
  package let level: PageLevel
  /// Characters of each line from left to right.
  let characters: [[PageCharacter]]
  /// Lines that stand side by side, from top to bottom; line indices from left to right.
  package let rows: [[Int]]

  init(lines: [PageLine], level: PageLevel) {
    self.lines = lines
    self.level = level
    var characters: [[PageCharacter]] = []
    for (number, line) in lines.enumerated() {
      characters.append(
        line.line.characters.enumerated().map { index, character in
          let place = level.level(line.box.point(at: character.position))
          return PageCharacter(
            symbol: character.symbol, probability: character.probability, line: number,
            index: index, u: place.x, v: place.y)
        })
    }
    self.characters = characters
    rows = Self.rows(lines, level)
  }

  /// Returns the whole line as a segment, or a part of it.
  package func segment(line: Int, range: Range<Int>) -> TextSegment {
    let box = lines[line].box
    let all = lines[line].line.characters
    // A part ends half way to the characters that are not in it.
    let from =
      range.lowerBound == 0
      ? 0 : (all[range.lowerBound - 1].position + all[range.lowerBound].position) / 2
    let to =
      range.upperBound == all.count
      ? 1 : (all[range.upperBound - 1].position + all[range.upperBound].position) / 2
    let left = level.level(box.point(at: from))
    let right = level.level(box.point(at: to))
    return TextSegment(
      line: line, range: range, start: left.x, end: right.x, v: (left.y + right.y) / 2,
      startV: left.y, endV: right.y, height: box.height)
  }

  /// Each line that has characters as a segment.
  var whole: [TextSegment] {
    lines.indices.filter { !characters[$0].isEmpty }.map {
      segment(line: $0, range: 0..<characters[$0].count)
    }
  }

  /// The same page with some of its lines, in their order.
  func keeping(_ isKept: (Int) -> Bool) -> PageText {
    let kept = lines.indices.filter(isKept)
    return kept.count == lines.count ? self : PageText(lines: kept.map { lines[$0] }, level: level)
  }

  /// What pieces spell in their order, without spaces.
  func words(of segments: [TextSegment]) -> String {
    segments.map { text(of: $0) }.joined().filter { $0 != " " }
  }

  package func text(of segment: TextSegment) -> String {
    characters[segment.line][segment.range].map(\.symbol).joined()
  }

  private static func rows(_ lines: [PageLine], _ level: PageLevel) -> [[Int]] {
    let places = lines.map { level.level($0.box.center) }
    let order = lines.indices.sorted { places[$0].y < places[$1].y }
    var rows: [[Int]] = []
    var middle = 0.0
    for index in order {
      if let last = rows.last,
        abs(places[index].y - middle)
          < 0.5 * min(lines[index].box.height, last.map { lines[$0].box.height }.min() ?? .infinity)
        // allowed: a row has lines
      {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
        middle = places[index].y
      }
    }
    return rows.map { row in row.sorted { places[$0].x < places[$1].x } }
  }
}
