internal import Model
internal import Recognition

/// A printed label found on a page.
struct FoundLabel: Hashable, Sendable {
  /// Place in the material's fields; `nil` for a stop, a printed text that only ends values.
  var field: Int?
  package var text: String
  /// The characters it covers, by line.
  var parts: [Int: Range<Int>]
  package var start: Double
  package var end: Double
  package var v: Double
  package var height: Double
  /// How sure it is a label and not words of a value.
  var strength: Double

  var em: Double { height * 0.72 }
}

/// Finds a material's labels, also where they are spread (名　　称), cut into several boxes, or joined with their value.
struct LabelSearch {
  package let text: PageText
  /// The letters of each row, without what spread labels are read with between them.
  private let rows: [[Letter]]

  /// A character with what labels are compared by: each is compared with every letter that labels begin with.
  private struct Letter {
    let character: PageCharacter
    let scalar: Unicode.Scalar?
    let simplified: Unicode.Scalar?
  }

  init(text: PageText) {
    self.text = text
    rows = text.rows.map { row in
      row.flatMap { text.characters[$0] }.filter { !Self.noise.contains($0.symbol) }.map {
        Letter(
          character: $0, scalar: Self.scalar(of: $0.symbol),
          simplified: SimplifiedForms.form(of: $0.symbol).flatMap(Self.scalar))
      }
    }
  }

  /// `nil` for a symbol of several, which no label has.
  private static func scalar(of symbol: String) -> Unicode.Scalar? {
    let scalars = symbol.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// The best place of each field's label and every place of a stop, top to bottom.
  func labels(of material: MaterialDefinition, layout: String?) -> [FoundLabel] {
    var candidates: [FoundLabel] = []
    for (index, field) in material.fields.enumerated()
    where field.layouts.isEmpty || layout.map(field.layouts.contains) == true {
      for (order, label) in field.labels.enumerated() {
        // Of two labels of one field the usual one is its value's.
        let isOther = order > 0 && !field.labels[..<order].contains { label.contains($0) }
        candidates += places(of: label, field: index).map { place in
          var place = place
          if isOther { place.strength -= Self.rarer }
          if isBeforeBracket(place) { place.strength -= Self.longer }
          return place
        }
      }
    }
    align(&candidates)
    var best: [FoundLabel] = []
    // The longest and surest first; a character belongs to one label.
    for candidate in candidates.sorted(by: Self.isBetter) {
      guard candidate.strength >= 0.5,
        !best.contains(where: { $0.field == candidate.field || Self.overlap($0, candidate) })
      else { continue }
      best.append(candidate)
    }
    for stop in material.stops {
      best += places(of: stop, field: nil).filter { stop in
        stop.strength >= 0.5 && !best.contains { Self.overlap($0, stop) }
      }
    }
    return best.sorted { ($0.v, $0.start) < ($1.v, $1.start) }
  }

  private static let rarer = 0.06
  private static let longer = 0.3

  /// Whether a label goes on in brackets, as another paper's does: 法定代表人（单位负责人）.
  private func isBeforeBracket(_ place: FoundLabel) -> Bool {
    place.parts.contains { line, range in
      let next = text.characters[line].dropFirst(range.upperBound).first { $0.symbol != " " }
      return next.map { "（(".contains($0.symbol) } == true
    }
  }

  /// Every place where a text stands, whatever it means there.
  func places(of label: String, field: Int?) -> [FoundLabel] {
    let symbols = Array(label.unicodeScalars)
    return rows.flatMap { letters in
      letters.indices.compactMap { start in
        match(symbols, in: letters, from: start).map { found in
          place(label, field: field, found, in: letters, from: start)
        }
      }
    }
  }

  /// Whether a place spells a text letter by letter.
  func spells(_ place: FoundLabel, _ label: String) -> Bool {
    let lines = place.parts.keys.sorted {
      (text.segment(line: $0, range: place.parts[$0] ?? 0..<0).start)  // allowed: its own keys
        < text.segment(line: $1, range: place.parts[$1] ?? 0..<0).start  // allowed: as above
    }
    let symbols = lines.flatMap { line in
      place.parts[line].map { Array(text.characters[line][$0]) } ?? []  // allowed: as above
    }.map(\.symbol).filter { !Self.noise.contains($0) }
    return symbols.joined() == label
  }

  /// What spread labels are read with between their letters.
  private static let noise: Set<String> = [
    " ", "\u{3000}", "·", "・", ".", "-", "—", "'", "`", ",",
  ]

  // MARK: Matching

  private struct Match {
    var count: Int
    var mistakes: Int
  }

  private func match(_ symbols: [Unicode.Scalar], in letters: [Letter], from start: Int) -> Match? {
    guard start + symbols.count <= letters.count else { return nil }
    // One wrong letter in four or more is a reading error; in two or three it is another word.
    let allowance = symbols.count >= 7 ? 2 : symbols.count >= 4 ? 1 : 0
    var mistakes = 0
    for (offset, symbol) in symbols.enumerated() {
      let letter = letters[start + offset]
      let character = letter.character
      if letter.scalar != symbol, letter.simplified != symbol, !couldBe(symbol, character) {
        mistakes += 1
        if mistakes > allowance || offset == 0 { return nil }
      }
      guard offset > 0 else { continue }
      let before = letters[start + offset - 1].character
      let height = text.lines[character.line].box.height
      let other = text.lines[before.line].box.height
      guard character.u - before.u <= 6 * height, height < 1.7 * other, other < 1.7 * height else {
        return nil
      }
    }
    return Match(count: symbols.count, mistakes: mistakes)
  }

  /// Whether the recognizer itself held the symbol possible at that place.
  private func couldBe(_ symbol: Unicode.Scalar, _ character: PageCharacter) -> Bool {
    let line = text.lines[character.line].line
    guard line.frames.indices.contains(character.index) else { return false }
    let frame = line.frames[character.index]
    guard line.lattice.frames.indices.contains(frame) else { return false }
    return line.lattice.frames[frame].contains {
      $0.probability >= 0.01 && Self.scalar(of: $0.symbol) == symbol
    }
  }

  private func place(
    _ label: String, field: Int?, _ match: Match, in letters: [Letter], from start: Int
  ) -> FoundLabel {
    let covered = letters[start..<(start + match.count)].map(\.character)
    var parts: [Int: Range<Int>] = [:]
    for character in covered {
      let old = parts[character.line] ?? character.index..<character.index
      parts[character.line] =
        min(old.lowerBound, character.index)..<max(old.upperBound, character.index + 1)
    }
    let segments = parts.map { text.segment(line: $0.key, range: $0.value) }
    let height = segments.map(\.height).max() ?? 1  // allowed: a match has characters
    let first = letters[start].character
    var strength = 1.0
    if first.index > 0 {
      // Inside a box: a label only behind a gap, or weakly.
      let before = text.characters[first.line][first.index - 1]
      let gap = (first.u - before.u) / (height * 0.72)
      strength = gap > 1.7 ? 0.9 : gap > 1.25 ? 0.7 : 0.5
    }
    strength -= 0.15 * Double(match.mistakes)
    // Longer labels are less likely to be words of a value.
    strength += 0.02 * Double(match.count)
    return FoundLabel(
      // allowed: as above
      field: field, text: label, parts: parts, start: segments.map(\.start).min() ?? first.u,
      end: segments.map(\.end).max() ?? first.u,  // allowed: as above
      v: covered.reduce(0) { $0 + $1.v } / Double(covered.count), height: height,
      strength: strength)
  }

  /// Labels stand in columns: one that lines up with labels of other fields is surer.
  private func align(_ candidates: inout [FoundLabel]) {
    let strong = candidates.filter { $0.strength >= 0.8 }
    for index in candidates.indices {
      let own = candidates[index]
      let isAligned = strong.contains { other in
        other.field != own.field && abs(other.start - own.start) < own.em
          && abs(other.v - own.v) > own.height * 0.8
      }
      if isAligned { candidates[index].strength += 0.25 }
    }
  }

  private static func isBetter(_ left: FoundLabel, _ right: FoundLabel) -> Bool {
    if left.text.count != right.text.count, overlap(left, right) {
      return left.text.count > right.text.count
    }
    if left.strength != right.strength { return left.strength > right.strength }
    return (left.v, left.start, left.text) < (right.v, right.start, right.text)
  }

  private static func overlap(_ left: FoundLabel, _ right: FoundLabel) -> Bool {
    left.parts.contains { line, range in right.parts[line].map(range.overlaps) == true }
  }
}
