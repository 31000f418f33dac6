internal import Model
internal import Recognition

/// The pieces of text that make up a field's value, in reading order.
struct FieldText: Hashable, Sendable {
  var segments: [TextSegment]
}

/// Gives each piece of text that is no label to the label it belongs to, by where it stands.
///
/// A piece to the right of a label on its row is the value's start; a piece below it that begins where the
/// value began is the value's next line. Where both a left neighbour and a column above could own a piece
/// (two-column licenses), the better aligned one does.
struct ValueAssignment {
  package let text: PageText
  let material: MaterialDefinition
  let labels: [FoundLabel]
  /// What is left of the lines when labels are taken out, rows from top to bottom.
  private(set) var free: [TextSegment] = []

  init(text: PageText, material: MaterialDefinition, labels: [FoundLabel]) {
    self.text = text
    self.material = material
    self.labels = labels
    free = freeSegments()
  }

  /// A label with what it has been given so far.
  private struct Claim {
    var segments: [TextSegment] = []
    package var rows = 0
    /// Where the value begins, once known.
    var valueStart: Double?
    var lastV: Double
    /// At the right end of what was given last.
    var lastEndV: Double
    var lastEnd: Double
    var lineHeight: Double
  }

  /// The values by field index.
  ///
  /// - Parameters:
  ///   - consumed: lines that are other fields' values.
  ///   - given: pieces that were given already.
  ///   - known: fields whose values are known, or known to be absent.
  func values(
    without consumed: Set<Int> = [], _ given: Set<TextSegment> = [], of known: Set<Int> = []
  ) -> [Int: FieldText] {
    var claims = labels.map { label in
      Claim(lastV: label.v, lastEndV: label.v, lastEnd: label.end, lineHeight: label.height)
    }
    var left = free.filter { !consumed.contains($0.line) && !given.contains($0) }
    // On a bent page the end of a row may stand above its beginning, and comes first: it is offered again.
    for _ in 0..<Self.rounds {
      let before = left.count
      left = left.filter { segment in
        let owner = labels.indices.compactMap { index in
          cost(of: segment, for: labels[index], claims[index]).map { (index: index, cost: $0) }
        }.min { ($0.cost, $0.index) < ($1.cost, $1.index) }
        guard let owner else { return true }
        give(segment, to: &claims[owner.index])
        return false
      }
      if left.count == before { break }
    }
    var values: [Int: FieldText] = [:]
    for (label, claim) in zip(labels, claims) {
      guard let field = label.field, !claim.segments.isEmpty, !known.contains(field) else {
        continue
      }
      values[field] = FieldText(segments: claim.segments)
    }
    return values
  }

  /// Rounds of giving, at most.
  private static let rounds = 3

  private func freeSegments() -> [TextSegment] {
    var taken: [Int: [Range<Int>]] = [:]
    for label in labels {
      for (line, range) in label.parts { taken[line, default: []].append(range) }
    }
    return text.rows.flatMap { row in
      // allowed: no label there
      row.flatMap { line in pieces(of: line, without: taken[line] ?? []) }
        .sorted { $0.start < $1.start }
    }
  }

  private func pieces(of line: Int, without taken: [Range<Int>]) -> [TextSegment] {
    let characters = text.characters[line]
    var segments: [TextSegment] = []
    var start: Int?
    for index in 0...characters.count {
      let isFree =
        index < characters.count && !taken.contains { $0.contains(index) }
        && !(start == nil && Self.isFiller(characters[index].symbol))
      if isFree {
        if start == nil { start = index }
      } else if let from = start,
        index == characters.count || taken.contains(where: { $0.contains(index) })
      {
        segments.append(text.segment(line: line, range: from..<index))
        start = nil
      }
    }
    return segments
  }

  /// What may stand between a label and its value.
  private static func isFiller(_ symbol: String) -> Bool {
    [" ", "\u{3000}", ":", "：", "﹕", "︰", "."].contains(symbol)
  }

  /// How badly a piece fits a label, `nil` where it cannot belong to it.
  private func cost(of segment: TextSegment, for label: FoundLabel, _ claim: Claim) -> Double? {
    // allowed: a stop keeps its own row
    let placements = label.field.map { material.fields[$0].placements } ?? [.right]
    let limit = label.field.map { material.fields[$0].lines } ?? 1  // allowed: as above
    guard segment.height < 1.9 * label.height, label.height < 2.2 * segment.height else {
      return nil
    }
    let em = max(label.em, segment.em)
    // Letters of a stamp stand near the row; only what stands in it counts when it is that short.
    let tolerance = segment.range.count <= 2 ? 0.25 : 0.55
    let isSameRow = abs(segment.v - label.v) < tolerance * max(label.height, segment.height)
    let gap = (segment.start - claim.lastEnd) / em
    // On a bent page the ends that meet are at one height; parts of a cut line reach into one another.
    let isJoined = abs(segment.startV - claim.lastEndV) < 0.3 * segment.height && gap > -1.3
    // Tightly set lines may overlap in height: what begins under the value is its next line.
    // Boxes are drawn wider than their letters, so neighbours may overlap a little.
    if isSameRow, claim.rows <= 1, isJoined || gap > (claim.segments.isEmpty ? -1.2 : -0.6),
      placements.contains(.right) || placements.contains(.sameLine)
    {
      guard !isLabelBetween(label, segment) else { return nil }
      let reach = claim.segments.isEmpty ? 9.0 : 4.0
      guard gap <= reach || placements.contains(.sameLine) else { return nil }
      return max(0, gap - 2) * 0.15 + abs(segment.v - label.v) / label.height * 0.3
    }
    guard placements.contains(.right) else { return nil }
    // More of the line that the value has just gone on to.
    let isLevel = abs(segment.v - claim.lastV) < 0.5 * segment.height && gap > -0.6
    if claim.rows > 1, isLevel || isJoined, gap < 3 { return 0.25 }
    // The next line of a value.
    guard let valueStart = claim.valueStart,
      segment.v > claim.lastV + 0.3 * segment.height, claim.rows < limit,
      segment.v - claim.lastV < 2.1 * max(claim.lineHeight, segment.height),
      segment.height < 1.5 * claim.lineHeight
    else { return nil }
    let shift = abs(segment.start - valueStart) / em
    // A box with a label that stands lower than its value is higher than either; so is that of a line on a bent
    // page, below which one or two letters have a low box.
    let ratio = shift >= 1 ? 1.6 : segment.range.count > 2 ? 2 : 2.4
    guard claim.lineHeight < ratio * segment.height else { return nil }
    // A line goes on below only where it is full.
    guard claim.lastEnd > rightEdge(at: valueStart, em) - 5.5 * em else { return nil }
    guard shift < 2.5, !isLabelAbove(segment, under: label) else { return nil }
    return 0.2 + shift * 0.3
  }

  /// How far lines reach that begin where a value begins.
  private func rightEdge(at valueStart: Double, _ em: Double) -> Double {
    // allowed: no line, no edge
    free.filter { abs($0.start - valueStart) < 1.5 * em }.map(\.end).max() ?? valueStart
  }

  private func isLabelBetween(_ label: FoundLabel, _ segment: TextSegment) -> Bool {
    labels.contains { other in
      other.start > label.start + 1 && other.start < segment.start + 1
        && abs(other.v - segment.v) < 0.55 * max(other.height, segment.height)
    }
  }

  /// Whether another label of the same column stands between a label and a piece below it.
  private func isLabelAbove(_ segment: TextSegment, under label: FoundLabel) -> Bool {
    labels.contains { other in
      other.v > label.v + 0.5 * label.height
        && other.v < segment.v + 0.5 * max(other.height, segment.height)
        && other.start < label.end && other.start > label.start - 4 * label.em
    }
  }

  private func give(_ segment: TextSegment, to claim: inout Claim) {
    let isNewRow =
      claim.segments.isEmpty
      || abs(segment.v - claim.lastV) > 0.5 * segment.height
        && segment.start < claim.lastEnd - 1.3 * segment.em
    if claim.segments.isEmpty {
      claim.valueStart = segment.start
      claim.lineHeight = segment.height
    }
    if isNewRow { claim.rows += 1 }
    claim.segments.append(segment)
    claim.lastV = segment.v
    claim.lastEndV = segment.endV
    claim.lastEnd = segment.end
  }
}
