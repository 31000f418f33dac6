extension RecognizedLine {
  /// Letters after which a place stands empty: what was printed there (a comma, most often) was not read.
  ///
  /// Chinese print gives every letter and sign the same width, so a hole is seen without seeing what was in it.
  package var lettersBeforeHoles: [Int] {
    guard let pitch else { return [] }
    // Signs are printed at full width or less, never more, and a single one as wide as others of its line; two of
    // them may be set as close as one and a half.
    let single = gaps.filter { $0.signs == 1 }.map(\.step).sorted()
    let own = single.count >= 3 ? single[single.count / 2] + Self.closeHole * pitch : .infinity
    return gaps.filter { gap in
      gap.step > (Double(gap.signs) + Self.hole) * pitch || gap.signs == 1 && gap.step > own
    }.map(\.first)
  }

  /// Letters after which a sign was read that has no place to stand in: a speck taken for a dot.
  package var lettersBeforeCrowds: [Int] {
    guard let pitch else { return [] }
    return gaps.filter { gap in
      gap.signs > 0 && gap.step < (1 + Self.crowd * Double(gap.signs)) * pitch
    }.map(\.first)
  }

  /// From one ideograph to the next, with the signs between them.
  private struct Gap {
    /// The place of the first ideograph.
    var first: Int
    var signs: Int
    /// As a share of the line.
    var step: Double
  }

  private var gaps: [Gap] {
    let letters = characters.indices.filter { Self.isIdeograph(characters[$0].symbol) }
    return zip(letters, letters.dropFirst()).compactMap { first, second in
      let between = characters[first..<second].dropFirst()
      // A digit or Latin letter may have any width.
      guard between.count <= Self.mostSigns, between.allSatisfy({ Self.signs.contains($0.symbol) })
      else { return nil }
      return Gap(
        first: first, signs: between.count,
        step: characters[second].position - characters[first].position)
    }
  }

  /// The width of a letter as a share of the line; `nil` where too few stand side by side.
  private var pitch: Double? {
    let steps = gaps.filter { $0.signs == 0 }.map(\.step).sorted()
    return steps.count >= 6 ? steps[steps.count / 2] : nil
  }

  /// In letters; two where one is missing, and a frame of the recognizer is a quarter of one.
  private static let hole = 1.65
  private static let closeHole = 0.42
  /// In letters: tight setting gives signs half a letter, and a frame is a quarter of one.
  private static let crowd = 0.2
  private static let mostSigns = 3
  private static let signs: Set<String> = [
    "。", "，", "、", "；", "：", "（", "）", ".", ",", ";", ":", "(", ")", "·",
  ]

  private static func isIdeograph(_ symbol: String) -> Bool {
    symbol.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } == true
  }
}
