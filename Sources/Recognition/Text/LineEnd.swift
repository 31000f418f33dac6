internal import Model
internal import Native

/// The end of a line and what may stand behind it: a full stop after a bracket, far enough from it that detection
/// leaves it out.
enum LineEnd {
  /// In heights of the box: the last letters, by which the place is known, and the room behind them.
  private static let known = 3.6
  private static let room = 1.1

  static func box(of line: TextBox) -> TextBox {
    let height = line.height / max(1, line.width)
    return line.part(from: max(0, 1 - known * height), to: 1 + room * height)
  }

  /// Whether there is more than bare paper behind a line.
  static func mayGoOn(_ line: TextBox, in picture: PixelBuffer) -> Bool {
    let height = line.height / max(1, line.width)
    // A full stop is small: its ring is a few dark pixels.
    let end = line.part(from: 1 - margin * height, to: 1 + room * height)
    guard let own = picture.contrast(in: end), let print = picture.contrast(in: line) else {
      return true
    }
    return own * 8 >= print
  }

  /// Boxes reach as far beyond the last letter, in heights.
  private static let margin = 0.1

  /// The line with the letters that its end shows behind the last one.
  ///
  /// Only what ends a value is believed: a frame beside the text is no letter of it.
  static func completed(_ line: PageLine, _ end: RecognizedLine) -> PageLine {
    let last = line.line.characters.suffix(2).map(\.symbol)
    let symbols = end.characters.map(\.symbol)
    guard last.count == 2,
      let place = symbols.indices.dropLast().last(where: {
        symbols[$0] == last[0] && symbols[$0 + 1] == last[1]
      })
    else { return line }
    let added = end.characters[(place + 2)...]
    guard (1...2).contains(added.count),
      added.allSatisfy({ $0.probability >= sure && endings.contains($0.symbol) })
    else { return line }
    // The line's own letters keep their places: shares of a box that is longer now.
    var longer = line
    longer.box = line.box.part(from: 0, to: 1 + room * line.box.height / max(1, line.box.width))
    let stretch = line.box.width / longer.box.width
    for index in longer.line.characters.indices {
      longer.line.characters[index].position *= stretch
    }
    let endBox = box(of: line.box)
    for character in added {
      var character = character
      character.position =
        1 - (1 - character.position) * endBox.width / longer.box.width
      longer.line.characters.append(character)
    }
    let frames = end.frames[(place + 2)...]
    let before = end.frames[place + 1]
    let start = longer.line.lattice.frames.count
    longer.line.lattice = Lattice(
      frames: line.line.lattice.frames + end.lattice.frames[(before + 1)...])
    longer.line.frames += frames.map { start + $0 - before - 1 }
    return longer
  }

  private static let sure = 0.9
  private static let endings: Set<String> = ["。", "）", ")", "室", "号", "层", "楼", "座", "栋", "幢"]
}
