internal import Native

/// Boxes of letters in fonts that are drawn letter by letter (Type 3): Poppler goes by the size that is set, which says
/// nothing of such a font, so that its boxes are two or three lines high.
enum LetterBoxes {
  /// In widths of an ideograph: no font sets letters higher than this, condensed ones included.
  private static let highest = 2.2
  /// What Poppler's boxes of other fonts have.
  private static let usual = 1.3
  /// How much of a box lies above the line that letters stand on.
  private static let above = 0.75

  /// The characters with boxes of the height that their letters have, on the same line.
  static func mended(_ characters: [PDFCharacter]) -> [PDFCharacter] {
    var widths: [Int: [Double]] = [:]
    for character in characters where character.scalar.properties.isIdeographic {
      widths[character.style, default: []].append(character.x2 - character.x1)
    }
    let ems = widths.mapValues { $0.sorted()[$0.count / 2] }
    guard !ems.isEmpty else { return characters }
    return characters.map { character in
      let height = character.y2 - character.y1
      guard let em = ems[character.style], em > 0, height > highest * em else { return character }
      let line = character.y1 + above * height
      return PDFCharacter(
        scalar: character.scalar, x1: character.x1, y1: line - above * usual * em,
        x2: character.x2, y2: line + (1 - above) * usual * em, style: character.style)
    }
  }
}
