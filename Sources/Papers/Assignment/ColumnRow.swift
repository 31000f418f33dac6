internal import Recognition

/// Pieces of print side by side in the column of values, and which of them may be the value.
struct ColumnRow {
  /// Pieces that may be the value, the others being no part of it.
  struct Variant {
    var segments: [TextSegment]
    /// Of leaving the others out, or of keeping pieces that stand oddly; a natural logarithm of odds.
    var cost: Double
    let (start, end, height): (Double, Double, Double)
    var em: Double { height * 0.72 }

    init?(_ segments: [TextSegment], leavingOut others: Int, in text: PageText) {
      guard let first = segments.first, let last = segments.last else { return nil }
      self.segments = segments
      (start, end) = (first.start, last.end)
      height = segments.map(\.height).sorted()[(segments.count - 1) / 2]
      cost = 0.7 * Double(others)
      for (piece, next) in zip(segments, segments.dropFirst())
      where !ColumnRow.isSign(next, behind: piece, in: text) {
        let gap = (next.start - piece.end) / (height * 0.72)
        cost += min(3, max(0, gap - 0.8) * 0.6)
        let ratio = next.height / piece.height
        if ratio > 1.35 || ratio < 0.74 { cost += 0.8 }
        if abs(next.startV - piece.endV) > 0.3 * min(next.height, piece.height) { cost += 0.7 }
      }
    }
  }

  let variants: [Variant]
  let v: Double
  let height: Double
  var segments: [TextSegment] { variants[0].segments }

  /// - Parameter segments: from left to right.
  init?(_ segments: [TextSegment], in text: PageText) {
    guard let whole = Variant(segments, leavingOut: 0, in: text) else { return nil }
    // The widest piece says how high the row stands: marks beside it stand where they like.
    let widest = segments.max { $0.end - $0.start < $1.end - $1.start }
    v = widest?.v ?? segments[0].v
    height = whole.height
    var variants = [whole]
    // A row of a form has few pieces; of one with hundreds only its ends can be marks.
    let cuts = segments.indices.dropFirst()
    for cut in Set(cuts.prefix(Self.mostCuts) + cuts.suffix(Self.mostCuts)).sorted() {
      variants += [
        Variant(Array(segments[..<cut]), leavingOut: segments.count - cut, in: text),
        Variant(Array(segments[cut...]), leavingOut: cut, in: text),
      ].compactMap(\.self)
    }
    self.variants = variants
  }

  private static let mostCuts = 6

  /// Whether a piece is as narrow as one letter and stands close behind another, low in its row,
  /// and is no ideograph: a full stop, which is also read as a letter o or a comma.
  private static func isSign(
    _ piece: TextSegment, behind other: TextSegment, in text: PageText
  ) -> Bool {
    let gap = (piece.start - other.end) / other.em
    return piece.end - piece.start < 0.9 * other.em && gap > -0.6 && gap < 0.6
      && abs(piece.v - other.v) < 0.6 * other.height
      && !text.text(of: piece).contains(where: \.isHan)
  }

  /// The rows that pieces of text make, from top to bottom.
  static func rows(of segments: [TextSegment], in text: PageText) -> [ColumnRow] {
    var rows: [[TextSegment]] = []
    for segment in segments.sorted(by: { ($0.v, $0.start) < ($1.v, $1.start) }) {
      let fellow = rows.indices.suffix(2).last { row in
        rows[row].contains { other in
          abs(other.v - segment.v) < 0.5 * min(other.height, segment.height)
            || isSign(segment, behind: other, in: text)
        }
          && !rows[row].contains { other in
            min(other.end, segment.end) - max(other.start, segment.start)
              > 0.5 * min(other.end - other.start, segment.end - segment.start)
          }
      }
      if let fellow { rows[fellow].append(segment) } else { rows.append([segment]) }
    }
    return rows.compactMap { ColumnRow($0.sorted { $0.start < $1.start }, in: text) }.sorted {
      $0.v < $1.v
    }
  }
}
