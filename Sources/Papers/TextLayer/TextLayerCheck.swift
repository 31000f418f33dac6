internal import Model
internal import Native
internal import Recognition

/// Whether a page shows what its text layer claims: each line is read by OCR at its own place.
///
/// Ink alone proves nothing: it may be another text's (white under black, a picture over a value) or other letters
/// (a font whose table of meanings lies).
struct TextLayerCheck {
  let reader: PageReader
  /// The page as it is shown.
  let picture: PixelBuffer
  /// Pixels of the picture per unit of the boxes.
  let scale: Double

  /// The lines of the layer that the page firmly contradicts, read twice: as it is, and where that
  /// differs once more a little larger and without the red of stamps.
  func contradicted(_ lines: [PageLine]) throws(RecognitionError) -> [PageLine] {
    let first = try reader.lines(in: picture, boxes: lines.map { $0.box.scaled(by: scale) })
    let suspects = zip(lines, first).filter { Self.differs($0.line, from: $1) }.map(\.0)
    guard !suspects.isEmpty else { return [] }
    let second = try reader.lines(
      in: picture.inRedLight,
      boxes: suspects.map { SecondReading.box(for: $0.box.scaled(by: scale)) })
    return zip(suspects, second).filter { Self.differs($0.line, from: $1) }.map(\.0)
  }

  /// As many as a large chart has; reading each costs a hundredth of a second and more.
  static let lineLimit = 1000
  /// More letters than can be distinguished in a line across a page picture.
  private static let letterLimit = 400

  /// A character read with less probability than this is no witness.
  private static let sure = 0.9
  /// A claimed letter that the recognizer held possible to this degree is not contradicted.
  private static let possible: Float = 0.01

  /// Whether a letter or digit that was surely read is another one, missing, or one too many.
  static func differs(_ claimed: RecognizedLine, from seen: RecognizedLine) -> Bool {
    let claims = letters(of: claimed)
    let witnesses = letters(of: seen)
    // A letter alone is a piece of a stamp's ring or of a watermark more often than a value.
    guard claims.count > 1 else { return false }
    // Nobody sees so many letters in one line, and laying them side by side costs the square.
    guard claims.count <= letterLimit else { return true }
    // Where nothing can be read, whether there is ink says more.
    guard !witnesses.isEmpty else { return false }
    return Alignment(claims.map(\.symbol), witnesses.map(\.symbol)).differences.contains { step in
      switch step {
      case .changed(let claim, let witness):
        let index = witnesses[witness].index
        guard seen.characters[index].probability >= sure else { return false }
        return !seen.lattice.choices(at: seen.frames[index]).contains {
          folded($0.symbol) == claims[claim].symbol && $0.probability >= possible
        }
      case .missing(let claim):
        guard seen.meanProbability >= sure else { return false }
        // Of equal letters side by side the recognizer may lose one.
        let symbol = claims[claim].symbol
        return ![claim - 1, claim + 1].contains {
          claims.indices.contains($0) && claims[$0].symbol == symbol
        }
      case .added(let witness):
        return seen.characters[witnesses[witness].index].probability >= sure
      }
    }
  }

  /// The letters and digits of a line, in the form in which they are compared.
  private static func letters(of line: RecognizedLine) -> [(symbol: String, index: Int)] {
    line.characters.enumerated().compactMap { index, character in
      guard character.symbol.first.map({ $0.isLetter || $0.isNumber }) == true else { return nil }
      return (folded(character.symbol), index)
    }
  }

  /// One form for what looks the same in many typefaces.
  private static func folded(_ symbol: String) -> String {
    let plain = String(TextNormalization(steps: [.compatibility]).applied(to: symbol))
    switch plain {
    case "O", "o", "〇", "○", "Ο", "О": return "0"
    case "l", "I", "|": return "1"
    default: return SimplifiedForms.applied(to: plain)
    }
  }
}

extension Lattice {
  /// The choices of a frame; none for a frame that is not there.
  fileprivate func choices(at frame: Int) -> [Choice] {
    frames.indices.contains(frame) ? frames[frame] : []
  }
}
