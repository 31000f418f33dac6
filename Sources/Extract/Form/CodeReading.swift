internal import Model
internal import Native
internal import Recognition

/// Reads a value that has a pattern and check digits: a credit code, an identity or registration number.
///
/// Check digits confirm first. Where they refuse, one character may be exchanged for another that the
/// recognizer itself held possible there; nothing is added, dropped or taken from elsewhere, and
/// only a single candidate that fits counts (READING.md section 6).
struct CodeReading {
  let scheme: ChecksumScheme
  let pattern: RegularExpression

  /// A code as it was read.
  struct Result: Sendable {
    var text: String
    var isChecked: Bool
    var isRepaired: Bool
    var confidence: Double
  }

  /// At most so many hypotheses are tried: with more, one that is false and fits becomes likely.
  static let hypotheses = 6
  /// Lines lower than this, in decoded pixels, are not repaired.
  static let leastHeight = 11.0

  /// The code in a reading, `nil` where nothing of its form is there.
  func code(in reading: FieldReading) -> Result? {
    let letters = reading.letters.compactMap { letter -> FieldReading.Letter? in
      guard let folded = fold(letter.symbol) else { return nil }
      var copy = letter
      copy.symbol = folded
      return copy
    }
    let text = letters.map(\.symbol).joined()
    guard let window = window(of: text) else { return nil }
    let part = Array(letters[window])
    let code = part.map(\.symbol).joined()
    let probability = part.reduce(1) { $0 * Confidence.ofCharacter($1.probability) }
    if isRight(code) {
      let confidence =
        reading.isTextLayer ? Confidence.textLayer : max(Confidence.checked, probability)
      return Result(text: code, isChecked: true, isRepaired: false, confidence: confidence)
    }
    return Result(
      text: code, isChecked: false, isRepaired: false,
      // Printed codes are nearly always right: a refused one was misread, unless every letter is beyond doubt.
      confidence: reading.isTextLayer ? 0.99 : probability > 0.985 ? 0.9 : 0.6 * probability)
  }

  /// The code with one character exchanged so that its check digits agree, `nil` unless exactly one candidate fits.
  func repaired(_ reading: FieldReading, lines: [PageLine]) -> Result? {
    guard reading.lineHeight >= Self.leastHeight, !reading.isTextLayer else { return nil }
    let letters = reading.letters
    guard letters.allSatisfy({ fold($0.symbol) != nil || $0.symbol.isEmpty }) else { return nil }
    let base = letters.compactMap { fold($0.symbol) }
    guard base.count == letters.count, pattern.matchesWhole(base.joined()) else { return nil }
    var candidates: [(text: String, probability: Double)] = []
    for (place, letter) in letters.enumerated() {
      for choice in alternatives(to: letter, lines) {
        guard let symbol = fold(choice.symbol), symbol != base[place] else { continue }
        var changed = base
        changed[place] = symbol
        candidates.append((changed.joined(), Double(choice.probability)))
      }
    }
    candidates.sort { ($1.probability, $0.text) < ($0.probability, $1.text) }
    let fitting = candidates.prefix(limit).filter {
      pattern.matchesWhole($0.text) && isRight($0.text)
    }
    guard Set(fitting.map(\.text)).count == 1, let only = fitting.first else { return nil }
    // Surer the likelier the recognizer held the other symbol.
    let confidence = only.probability >= 0.05 ? 0.93 : 0.8
    return Result(text: only.text, isChecked: true, isRepaired: true, confidence: confidence)
  }

  func isRight(_ code: String) -> Bool { Checksum.isRight(code, scheme: scheme) == true }

  // One check digit lets one wrong number in eleven pass: a single alternative must do.
  private var limit: Int { scheme == .gb32100 ? Self.hypotheses : 1 }

  private func alternatives(to letter: FieldReading.Letter, _ lines: [PageLine])
    -> [Lattice.Choice]
  {
    guard lines.indices.contains(letter.line) else { return [] }
    let line = lines[letter.line].line
    guard line.frames.indices.contains(letter.index),
      line.lattice.frames.indices.contains(line.frames[letter.index])
    else { return [] }
    return line.lattice.frames[line.frames[letter.index]].filter { !$0.symbol.isEmpty }
  }

  /// The stretch of `text` that has the pattern, the one whose check digits agree before the first.
  private func window(of text: String) -> Range<Int>? {
    let characters = Array(text)
    var first: Range<Int>?
    for start in characters.indices {
      guard let match = RegularExpressionPrefix.match(pattern, in: characters, from: start) else {
        continue
      }
      if isRight(String(characters[match])) { return match }
      if first == nil { first = match }
    }
    return first
  }

  /// The character in the code's alphabet: full width and case folded, letters that codes leave out replaced by the digits they are misread from.
  func fold(_ symbol: String) -> String? {
    let plain = TextNormalization(steps: [.compatibility, .upper]).applied(to: symbol)
    guard plain.count == 1, let scalar = plain.unicodeScalars.first, scalar.isASCII else {
      return nil
    }
    switch (plain, scheme) {
    // GB 32100 leaves I, O, S, V and Z out; identity numbers hold digits and X alone.
    case ("I", _), ("L", .gb11643), ("L", .gs15), ("|", _): return "1"
    case ("O", _), ("D", .gb11643), ("Q", .gb11643): return "0"
    case ("Z", _): return "2"
    case ("S", _): return "5"
    case ("B", .gb11643), ("B", .gs15): return "8"
    default: break
    }
    return plain.first?.isNumber == true || plain.first?.isLetter == true ? plain : nil
  }
}

/// Matches a pattern at one place of a text.
enum RegularExpressionPrefix {
  /// The lengths that codes have.
  private static let lengths = [18, 15, 13]

  static func match(_ pattern: RegularExpression, in characters: [Character], from start: Int)
    -> Range<Int>?
  {
    for length in lengths where start + length <= characters.count {
      let part = start..<(start + length)
      if pattern.matchesWhole(String(characters[part])) { return part }
    }
    return nil
  }
}
