internal import Glibc
internal import Model
internal import Recognition

/// Labels that stand one below the other, and where the values beside them begin.
struct LabelColumn {
  package var start: Double
  var valueStart: Double
  var top: Double
  var em: Double

  /// A place in the label column where nothing was found, beside a line that begins where values begin.
  struct Gap {
    var box: TextBox
    /// The line beside it.
    var value: Int
    /// Lines within it: pieces of the label that were found apart.
    var fragments: [Int]
  }

  static func columns(of labels: [FoundLabel], in text: PageText) -> [LabelColumn] {
    let fields = labels.filter { $0.field != nil }
    var columns: [LabelColumn] = []
    for label in fields {
      let column = fields.filter { abs($0.start - label.start) < label.em }
      guard column.count >= 2,
        !columns.contains(where: { abs($0.start - label.start) < label.em * 2 })
      else { continue }
      let starts = column.compactMap { other in
        text.lines.indices.compactMap { line -> Double? in
          let count = text.characters[line].count
          guard count > 0 else { return nil }
          // allowed: a line without the label begins at its start
          let from = other.parts[line]?.upperBound ?? 0
          guard from < count else { return nil }
          let segment = text.segment(line: line, range: from..<count)
          guard abs(segment.v - other.v) < 0.55 * other.height,
            segment.start > other.end - other.em,
            segment.start < other.end + 6 * other.em
          else { return nil }
          return segment.start
        }.min()
      }.sorted()
      guard !starts.isEmpty else { continue }
      columns.append(
        LabelColumn(
          start: column.map(\.start).min() ?? label.start,  // allowed: it has the label
          // allowed: as above
          valueStart: starts[(starts.count - 1) / 2], top: column.map(\.v).min() ?? label.v,
          em: label.em))
    }
    return columns
  }

  /// At most so many places are read again.
  private static let limit = 24

  func gaps(in text: PageText, _ labels: [FoundLabel]) -> [Gap] {
    let width = valueStart - start
    guard width > 1.2 * em else { return [] }
    var gaps: [Gap] = []
    for line in text.lines.indices where gaps.count < Self.limit {
      let whole = text.segment(line: line, range: 0..<text.characters[line].count)
      // A line may begin with the last letter of its label.
      let isValue =
        whole.start > start + em && whole.start < valueStart + 1.2 * em && whole.v > top - 3 * em
        && whole.height < 2.6 * em
        && whole.end - whole.start > em
      guard isValue else { continue }
      let hasLabel = labels.contains {
        $0.parts[line]?.lowerBound == 0
          || abs($0.v - whole.v) < 0.55 * max($0.height, whole.height) && $0.start < whole.start
            && $0.start > start - em
      }
      guard !hasLabel else { continue }
      let fragments = text.lines.indices.filter { other in
        guard other != line else { return false }
        let piece = text.segment(line: other, range: 0..<text.characters[other].count)
        return abs(piece.v - whole.v) < 0.4 * whole.height && piece.start > start - em
          && piece.end < valueStart + em
      }
      let box = text.lines[line].box
      // From a little left of the column to the value's first letter, along the line's own slope.
      let length = whole.start - start + 0.6 * em
      let left = box.point(at: 0)
      var gap = box
      gap.width = length
      gap.center = Point(
        x: left.x - cos(box.angle) * length / 2, y: left.y - sin(box.angle) * length / 2)
      gaps.append(Gap(box: gap, value: line, fragments: fragments))
    }
    return gaps
  }
}
