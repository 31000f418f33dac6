internal import Model
internal import Recognition

/// Gives the rows of one column of a form to the column's labels, all at once.
///
/// A row begins a label's value, goes on with the value above it, or is no value at all. Every way of giving them has
/// a score: how far rows stand from their labels (all by about the same, since a form is filled in in one go), how
/// lines of one value follow each other, and whether each text looks like its field (``FieldGrammar``). The best way
/// as a whole wins, so that a second line set tight above the next label is not taken for that label's value, and
/// values that were all printed half a row too low still find their labels. Scores are natural logarithms of odds; the
/// constants are explained in docs/decisions/0042-assignment-of-columns.md.
struct ColumnAssignment {
  /// A label of the column, from top to bottom.
  struct Slot {
    var label: FoundLabel
    var grammar: FieldGrammar
    /// The most lines that its value takes.
    var lines: Int
    var isOptional: Bool
  }

  /// What one slot was given.
  struct Given {
    var segments: [TextSegment]
    /// By how much the best assignment beats the best other one in which this value reads otherwise.
    var margin: Double
  }

  let slots: [Slot]
  let rows: [ColumnRow]
  /// What fields look like whose labels were not found: such a row is theirs.
  let absent: [FieldGrammar]
  /// The spelling of pieces of text.
  let text: PageText
  /// Where most values begin, and how far the longest lines reach.
  let (valueStart, rightEdge): (Double, Double)

  /// Whether each row looks like the value of a field without a label.
  private let isOfAbsent: [Bool]

  init(
    slots: [Slot], rows: [ColumnRow], absent: [FieldGrammar], text: PageText, valueStart: Double,
    rightEdge: Double
  ) {
    self.slots = slots
    self.rows = rows
    self.absent = absent
    self.text = text
    (self.valueStart, self.rightEdge) = (valueStart, rightEdge)
    isOfAbsent = rows.map { row in
      let words = text.words(of: row.segments)
      return absent.contains { $0.score(words) > Self.clear }
    }
  }

  // MARK: Costs

  /// The score of a grammar from which a text is hardly anything else.
  private static let clear = 2.0

  /// Hypotheses that are kept after each row, and how many of them may end alike.
  private static let (beam, alike) = (64, 4)
  /// In letters: how far the first row may stand from its label, and how far rows drift from one label to the next.
  private static let (spread, drift, farthest) = (0.6, 0.3, 2.2)
  private static let mostOfGeometry = 6.0
  private static let (noise, strangeNoise) = (-2.0, -0.4)
  private static let (skipped, skippedOptional) = (-2.2, -0.7)

  // MARK: Hypotheses

  /// A value as far as it was given: the value before it and one more row.
  private struct Value {
    var parent: Int?
    var row: Int
    var variant: Int
    var words: String
  }

  /// The values that hypotheses share, each with its score, so that none is spelled or weighed twice.
  private final class Values {
    var all: [Value] = []
    private var known: [[Int]: Int] = [:]
    private var scores: [[Int]: Double] = [:]

    func index(parent: Int?, row: Int, variant: Int, words: () -> String) -> Int {
      let key = [parent ?? -1, row, variant]  // allowed: no value has -1
      if let index = known[key] { return index }
      let before = parent.map { all[$0].words } ?? ""  // allowed: the first row
      all.append(Value(parent: parent, row: row, variant: variant, words: before + words()))
      known[key] = all.count - 1
      return all.count - 1
    }

    func score(_ value: Int, _ slot: Int, _ grammar: FieldGrammar) -> Double {
      if let score = scores[[value, slot]] { return score }
      let score = grammar.score(all[value].words)
      scores[[value, slot]] = score
      return score
    }
  }

  private struct Hypothesis {
    /// Of everything but the grammar of the open value.
    var score = 0.0
    var open = 0.0
    var slot = -1
    /// The value of each slot.
    var given: [Int?]
    var rows = 0
    var offset: Double?
    var last: (v: Double, end: Double, height: Double, start: Double)?

    var total: Double { score + open }
  }

  /// What each slot is given; slots without a value are left out.
  func values() -> [Int: Given] {
    let values = Values()
    var hypotheses = [Hypothesis(given: Array(repeating: nil, count: slots.count))]
    for row in rows.indices {
      var next: [Hypothesis] = []
      for hypothesis in hypotheses {
        next.append(without(row, hypothesis))
        for (index, variant) in rows[row].variants.enumerated() {
          if let going = continued(hypothesis, row, index, variant, values) { next.append(going) }
          for slot in slots.indices where slot > hypothesis.slot {
            if let started = started(hypothesis, slot, row, index, variant, values) {
              next.append(started)
            }
          }
        }
      }
      hypotheses = best(of: next)
    }
    let ended = hypotheses.map { hypothesis in
      var hypothesis = hypothesis
      for slot in slots.indices where slot > hypothesis.slot { hypothesis.score += skip(slot) }
      return hypothesis
    }.sorted { $0.total > $1.total }
    guard let best = ended.first else { return [:] }
    var given: [Int: Given] = [:]
    for (slot, value) in best.given.enumerated() {
      guard let value else { continue }
      let rival = ended.first { $0.given[slot] != value }
      // A beam without any rival has given all others up long before.
      let margin = rival.map { best.total - $0.total } ?? Self.mostOfGeometry
      given[slot] = Given(segments: segments(of: value, values), margin: margin)
    }
    return given
  }

  private func best(of hypotheses: [Hypothesis]) -> [Hypothesis] {
    var counts: [[Int]: Int] = [:]
    var kept: [Hypothesis] = []
    for hypothesis in hypotheses.sorted(by: { $0.total > $1.total }) {
      // allowed: nothing was given yet
      let open = hypothesis.slot < 0 ? -1 : hypothesis.given[hypothesis.slot] ?? -1
      let state = [hypothesis.slot, open]
      guard counts[state, default: 0] < Self.alike else { continue }
      counts[state, default: 0] += 1
      kept.append(hypothesis)
      if kept.count == Self.beam { break }
    }
    return kept
  }

  private func segments(of value: Int, _ values: Values) -> [TextSegment] {
    let own = values.all[value]
    let before = own.parent.map { segments(of: $0, values) } ?? []  // allowed: the first row
    return before + rows[own.row].variants[own.variant].segments
  }

  // MARK: Steps

  private func without(_ row: Int, _ hypothesis: Hypothesis) -> Hypothesis {
    var hypothesis = hypothesis
    // allowed: the first row is as high as itself
    let typical = hypothesis.last?.height ?? rows[row].height
    let isStrange = rows[row].height > 1.5 * typical || rows[row].height < 0.66 * typical
    hypothesis.score += isStrange || isOfAbsent[row] ? Self.strangeNoise : Self.noise
    return hypothesis
  }

  private func skip(_ slot: Int) -> Double {
    slots[slot].isOptional ? Self.skippedOptional : Self.skipped
  }

  private func started(
    _ from: Hypothesis, _ slot: Int, _ row: Int, _ index: Int, _ variant: ColumnRow.Variant,
    _ values: Values
  ) -> Hypothesis? {
    let label = slots[slot].label
    let em = max(label.em, variant.em)
    var away = (rows[row].v - label.v) / em
    var shift = abs(variant.start - max(valueStart, label.end)) / em
    if slots[slot].grammar == .scope, away > 1, abs(variant.start - label.start) < 2 * em {
      // Old forms begin the scope on the line below its label.
      away = max(0, away - 1.6)
      shift = 1
    }
    guard abs(away) < Self.farthest, variant.end > label.end - em else { return nil }
    let geometry =
      if let offset = from.offset {
        (away - offset) * (away - offset) / (2 * Self.drift * Self.drift)
      } else {
        away * away / (2 * Self.spread * Self.spread)
      }
    guard geometry < Self.mostOfGeometry * 2 else { return nil }
    var started = from
    started.score += from.open
    for passed in slots.indices where passed > from.slot && passed < slot {
      started.score += skip(passed)
    }
    started.score -= min(Self.mostOfGeometry, geometry) + min(3, shift * 0.3) + variant.cost
    started.slot = slot
    started.offset = away
    started.rows = 1
    started.last = (rows[row].v, variant.end, variant.height, variant.start)
    give(nil, row, index, variant, values, to: &started)
    return started
  }

  private func continued(
    _ from: Hypothesis, _ row: Int, _ index: Int, _ variant: ColumnRow.Variant, _ values: Values
  ) -> Hypothesis? {
    guard from.slot >= 0, let last = from.last, from.rows < slots[from.slot].lines else {
      return nil
    }
    let step = (rows[row].v - last.v) / max(last.height, variant.height)
    let shift = abs(variant.start - last.start) / variant.em
    guard step > 0.3, step < 2.1, shift < 3.2 else { return nil }
    var going = from
    var cost = 0.2 + shift * 0.5 + max(0, step - 1.4) * 1.5 + variant.cost
    // A line goes on below only where it is full; a scope has paragraphs.
    if slots[from.slot].grammar != .scope, rightEdge - last.end > 5.5 * variant.em { cost += 2 }
    let ratio = variant.height / last.height
    if ratio > 1.5 || ratio < 0.6 { cost += 1.5 }
    going.score -= cost
    going.rows += 1
    going.last = (rows[row].v, variant.end, variant.height, last.start)
    give(from.given[from.slot], row, index, variant, values, to: &going)
    return going
  }

  private func give(
    _ parent: Int?, _ row: Int, _ index: Int, _ variant: ColumnRow.Variant, _ values: Values,
    to hypothesis: inout Hypothesis
  ) {
    let value = values.index(parent: parent, row: row, variant: index) {
      text.words(of: variant.segments)
    }
    hypothesis.given[hypothesis.slot] = value
    hypothesis.open = values.score(value, hypothesis.slot, slots[hypothesis.slot].grammar)
  }
}
