internal import Glibc
internal import Model

/// Letters that two boxes of one line both show: where detection cuts a line, the parts reach into one another.
enum RepeatedLetters {
  /// Among so many letters at an end the repeated ones are looked for.
  private static let most = 3
  /// In heights of the lower box: how far the parts reach into one another, how far their ends stand apart in height,
  /// and how far the places of one letter in both.
  private static let overlap = 0.3...3.0
  private static let step = 0.6
  private static let place = 0.3
  /// How far the parts may lean against each other, in radians.
  private static let lean = 0.25

  /// The lines with each letter in one of them alone; what a cut left of letters goes with the repeated ones.
  static func removed(from lines: [PageLine]) -> [PageLine] {
    var lines = lines
    for left in lines.indices {
      for right in lines.indices where right != left && meet(lines[left].box, lines[right].box) {
        guard let (last, first) = twin(lines[left], lines[right]) else { continue }
        lines[left] = lines[left].piece(0..<(last + 1))
        lines[right] = lines[right].piece((first + 1)..<lines[right].line.characters.count)
      }
    }
    return lines.filter { !$0.line.characters.isEmpty }
  }

  /// Whether the second box begins where the first one ends, or a little before.
  private static func meet(_ left: TextBox, _ right: TextBox) -> Bool {
    let height = min(left.height, right.height)
    guard abs(left.angle - right.angle) < lean, left.center.x < right.center.x else { return false }
    let end = left.point(at: 1)
    let start = right.point(at: 0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let angle = (left.angle + right.angle) / 2
    return overlap.contains((dx * cos(angle) + dy * sin(angle)) / height)
      && abs(dy * cos(angle) - dx * sin(angle)) < step * height
  }

  /// A letter near the end of one line and near the start of the other that stands in one place.
  ///
  /// No digit or Latin letter: two of them fit into the place of one, and 22 is no 2.
  private static func twin(_ left: PageLine, _ right: PageLine) -> (last: Int, first: Int)? {
    let reach = place * min(left.box.height, right.box.height)
    let letters = left.line.characters
    let others = right.line.characters
    var nearest: (distance: Double, last: Int, first: Int)?
    for last in letters.indices.suffix(most) {
      for first in others.indices.prefix(most)
      where letters[last].symbol == others[first].symbol && !isNarrow(letters[last].symbol) {
        let own = left.box.point(at: letters[last].position)
        let other = right.box.point(at: others[first].position)
        let distance = hypot(own.x - other.x, own.y - other.y)
        if distance < min(reach, nearest?.distance ?? reach) {  // allowed: none yet
          nearest = (distance, last, first)
        }
      }
    }
    return nearest.map { ($0.last, $0.first) }
  }

  private static func isNarrow(_ symbol: String) -> Bool { symbol.allSatisfy(\.isASCII) }
}

extension PageLine {
  /// A run of the line's characters with its part of the box.
  func piece(_ range: Range<Int>) -> PageLine {
    let all = line.characters
    guard range.count < all.count else { return self }
    let start =
      range.lowerBound == 0
      ? 0
      : (all[range.lowerBound - 1].position + all[min(range.lowerBound, all.count - 1)].position)
        / 2
    let end =
      range.upperBound == all.count
      ? 1 : (all[max(0, range.upperBound - 1)].position + all[range.upperBound].position) / 2
    let from = range.lowerBound == 0 ? 0 : line.frames[range.lowerBound - 1] + 1
    let to =
      range.upperBound == all.count ? line.lattice.frames.count : line.frames[range.upperBound]
    let characters = all[range].map { character in
      var character = character
      character.position = (character.position - start) / max(.ulpOfOne, end - start)
      return character
    }
    return PageLine(
      line: RecognizedLine(
        characters: characters,
        lattice: Lattice(frames: Array(line.lattice.frames[from..<max(from, to)])),
        frames: line.frames[range].map { $0 - from }),
      box: box.part(from: start, to: end))
  }
}
