extension RecognizedLine {
  /// Letters after which a place stands empty: what was printed there (a comma, most often) was not read.
  ///
  /// Chinese print gives every letter and sign the same width, so a hole is seen without seeing what was in it.
  package var lettersBeforeHoles: [Int] {
    let pairs = zip(characters.indices, characters.indices.dropFirst()).filter { first, second in
      Self.isFullWidth(characters[first].symbol) && Self.isFullWidth(characters[second].symbol)
    }
    let steps = pairs.map { characters[$1].position - characters[$0].position }
    guard steps.count >= 6 else { return [] }
    let pitch = steps.sorted()[steps.count / 2]
    return zip(pairs, steps).filter { $1 > Self.hole * pitch }.map(\.0.0)
  }

  /// In letters; two where one is missing, and a frame of the recognizer is a quarter of one.
  private static let hole = 1.65

  private static func isFullWidth(_ symbol: String) -> Bool {
    symbol.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } == true
  }
}
