/// Text as a terminal showed it: what `script`, PuTTY and screens record holds escape sequences and corrections.
///
/// Sequences of ECMA-48 that move within a line or erase in it are followed, as the shells' line editors write them; those
/// for colours, titles and modes are passed over. Lines keep their numbers.
enum TerminalText {
  /// How wide a line may become by moving to the right.
  private static let columnLimit = 4_096

  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = String.UnicodeScalarView()
    var line = Line()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\n":
        shown += line.scalars
        shown.append("\n")
        line = Line()
      case "\r": line.column = 0
      case "\u{8}": line.column = max(0, line.column - 1)
      case "\u{1B}": line.follow(&scalars)
      case "\u{9B}": line.followControl(&scalars)
      case "\t": line.put("\t")
      default:
        if !isControl(scalar) { line.put(scalar) }
      }
    }
    return String(shown + line.scalars)
  }

  /// All that no text needs; a carriage return counts for the line's editing only where others are.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    default: scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }
  }

  /// A line with the place at which the next letter goes.
  private struct Line {
    /// `nil` is the second half of a wide letter.
    private var cells: [Unicode.Scalar?] = []
    var column = 0

    var scalars: String.UnicodeScalarView {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: cells.compactMap(\.self))
      return view
    }

    mutating func put(_ scalar: Unicode.Scalar) {
      guard column < columnLimit || column >= cells.count else { return }
      while cells.count < column { cells.append(" ") }
      let width = Self.isWide(scalar) ? 2 : 1
      for step in 0..<width {
        let cell = step == 0 ? scalar : nil
        if column + step < cells.count { cells[column + step] = cell } else { cells.append(cell) }
      }
      column += width
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        true
      default: false
      }
    }

    /// What stands behind ESC.
    mutating func follow(_ scalars: inout String.UnicodeScalarView.Iterator) {
      switch scalars.next() {
      case "[": followControl(&scalars)
      case "]", "P", "_", "^", "X": Self.skipText(&scalars)
      case "(", ")", "*", "+", "#", "%", " ": _ = scalars.next()
      default: break
      }
    }

    /// A title, up to BEL or ESC and a backslash; never beyond the line's end.
    private static func skipText(_ scalars: inout String.UnicodeScalarView.Iterator) {
      for _ in 0..<columnLimit {
        switch scalars.next() {
        case "\u{7}", "\u{9C}", "\u{5C}", nil: return
        default: break
        }
      }
    }

    /// Parameters and the letter that says what is done.
    mutating func followControl(_ scalars: inout String.UnicodeScalarView.Iterator) {
      var parameters = ""
      while let scalar = scalars.next() {
        guard !(0x40...0x7E).contains(scalar.value) else {
          return act(scalar, Int(parameters.prefix { $0.isNumber }))
        }
        guard (0x20...0x3F).contains(scalar.value), parameters.utf8.count < 64 else { return }
        parameters.unicodeScalars.append(scalar)
      }
    }

    private mutating func act(_ letter: Unicode.Scalar, _ parameter: Int?) {
      let count = min(max(parameter ?? 1, 1), columnLimit)  // allowed: one is the default
      // Nobody edits a line of such a length; to follow it would take its square of time.
      if cells.count > columnLimit, ["K", "P", "X", "@"].contains(letter) { return }
      switch letter {
      case "C": column = min(column + count, columnLimit)
      case "D": column = max(0, column - count)
      case "G": column = count - 1
      case "K":
        switch parameter {
        case nil, 0: cells.removeLast(max(0, cells.count - column))
        case 1: for index in cells.indices.prefix(column) { cells[index] = " " }
        default: cells = []
        }
      case "P": cells.removeSubrange(range(of: count))
      case "X": for index in range(of: count) { cells[index] = " " }
      case "@": if column < cells.count { cells.insert(contentsOf: blanks(count), at: column) }
      default: break
      }
    }

    private func range(of count: Int) -> Range<Int> {
      let start = min(column, cells.count)
      return start..<min(cells.count, start + count)
    }

    private func blanks(_ count: Int) -> [Unicode.Scalar?] {
      [Unicode.Scalar?](repeating: " ", count: min(count, max(0, columnLimit - cells.count)))
    }
  }
}
