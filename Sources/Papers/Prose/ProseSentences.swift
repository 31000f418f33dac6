internal import Native

extension ProseSentence {
  /// The values in paragraphs, each with the letters it consists of; underscores alone for a blank.
  func values(in paragraphs: [[ProseLetter]]) -> [[ProseLetter]] {
    paragraphs.compactMap { letters in
      guard let range = expression.firstMatch(in: letters.text)?.scalarRange(of: 1) else {
        return nil
      }
      return Array(letters[range])
    }
  }
}

extension ProseText {
  /// Paragraphs as patterns see them: no gaps, but for wide ones, which are blanks to be filled in.
  var sentences: [[ProseLetter]] {
    paragraphs.map { rows in
      rows.flatMap(\.letters).flatMap { letter in
        letter == .wideGap ? [.blank, .blank] : letter.isGap ? [] : [letter]
      }
    }
  }
}
