internal import Model
internal import Native
internal import Recognition

/// Reads a value that has a pattern and check digits: a credit code, an identity or registration number.
///
/// Check digits confirm first. Where they refuse, one character may be exchanged for another that the
/// recognizer itself held possible there; no letter is added, dropped or taken from elsewhere, and
/// only a single candidate that fits counts (docs/domain.md#guided-repair). A speck is no letter, but a code without it counts
/// as repaired.
struct CodeReader {
  let scheme: ChecksumScheme
  let pattern: RegularExpression

  /// A code as it was read.
  struct Result: Sendable {
    package var text: String
    var isChecked: Bool
    var isRepaired: Bool
    var confidence: Double
  }

  /// At most so many hypotheses are tried: with more, one that is false and fits becomes likely.
  static let hypotheses = 6
  /// Lines lower than this, in decoded pixels, are not repaired.
  static let leastHeight = 11.0

  /// The code in a reading, `nil` where nothing of its form is there.
  ///
  /// A code is an unbroken run of letters and digits: pieces of dates or of longer numbers are none.
  func code(in reading: FieldReading) -> Result? {
    if let code = code(in: reading, reading.letters) { return code }
    // A speck between two letters is read as a point: without it the check digits must agree.
    let letters = reading.letters.filter { !Self.specks.contains($0.symbol) }
    guard letters.count < reading.letters.count, isSelfEvident, !reading.isTextLayer,
      var code = code(in: reading, letters), code.isChecked
    else { return nil }
    code.confidence = min(code.confidence, 0.93)
    code.isRepaired = true
    return code
  }

  private static let specks: Set<String> = [".", "·", "・", "'", "`", ","]

  private func code(in reading: FieldReading, _ letters: [FieldReading.Letter]) -> Result? {
    var runs: [[FieldReading.Letter]] = [[]]
    for letter in letters {
      if let folded = fold(letter.symbol) {
        var copy = letter
        copy.symbol = folded
        runs[runs.count - 1].append(copy)
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    let fitting = runs.filter { run in pattern.matchesWhole(run.map(\.symbol).joined()) }
    guard let run = fitting.first(where: { isRight($0.map(\.symbol).joined()) }) ?? fitting.first
    else { return nil }
    let code = run.map(\.symbol).joined()
    let probability = run.reduce(1) { $0 * Confidence.ofCharacter($1.probability) }
    if isRight(code) {
      let confidence =
        reading.isTextLayer ? Confidence.textLayer : max(checkedConfidence, probability)
      return Result(text: code, isChecked: true, isRepaired: false, confidence: confidence)
    }
    return Result(
      text: code, isChecked: false, isRepaired: false,
      // Printed codes are nearly always right: a refused one was misread, unless every letter is beyond doubt.
      confidence: reading.isTextLayer ? 0.99 : probability > 0.985 ? 0.9 : 0.6 * probability)
  }

  /// Whether agreement of the check digits alone makes a run of letters this code, wherever it stands.
  var isSelfEvident: Bool { scheme == .gb32100 || scheme == .gb11643 }

  private var checkedConfidence: Double { scheme == .gs15 ? 0.97 : Confidence.checked }

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
    // A line between digits is read for nothing else; a dash or colon breaks the run.
    default: break
    }
    return plain.first?.isNumber == true || plain.first?.isLetter == true ? plain : nil
  }
}
