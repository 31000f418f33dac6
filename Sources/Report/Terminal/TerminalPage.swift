internal import Model

/// How text for a terminal is laid out.
package struct TerminalStyle: Sendable {
  /// Whether tones are written, which only a person at a terminal sees; the words are the same without.
  package var usesColor: Bool
  /// The number of columns at which lines wrap.
  package var width: Int

  package init(usesColor: Bool = false, width: Int = 100) {
    self.usesColor = usesColor
    self.width = max(40, width)
  }
}

/// Lines for a terminal: wrapped by display width, coloured, with nothing in them that a terminal obeys.
struct TerminalPage {
  enum Tone: String {
    case plain = ""
    case bold = "1"
    case red = "31;1"
    case yellow = "33;1"
    case green = "32;1"
    case cyan = "36"
    case faint = "2"
  }

  private(set) var text = ""
  let style: TerminalStyle

  init(style: TerminalStyle) { self.style = style }

  mutating func blank() { text += "\n" }

  /// One unwrapped line.
  mutating func line(_ content: String, _ tone: Tone = .plain) {
    text += colored(content.visible, tone) + "\n"
  }

  /// A line made of pieces of different tones.
  mutating func line(_ pieces: [(String, Tone)]) {
    text += pieces.map { colored($0.0.visible, $0.1) }.joined() + "\n"
  }

  /// Text wrapped at the width, each line indented.
  mutating func paragraph(_ content: String, indent: Int, _ tone: Tone = .plain) {
    for piece in Wrapping.lines(of: content.visible, width: style.width - indent) {
      text += String(repeating: " ", count: indent) + colored(piece, tone) + "\n"
    }
  }

  /// A label and a text that hangs beside it.
  ///
  /// - Parameter labelWidth: Of the widest label of a group; this label's own without one.
  mutating func entry(
    indent: Int, label: String, labelWidth: Int? = nil, _ content: String, _ tone: Tone = .plain
  ) {
    let label = label.visible
    let own = label.displayWidth
    let column = indent + max(own, labelWidth ?? own) + 2
    let pieces = Wrapping.lines(of: content.visible, width: max(20, style.width - column))
    for (index, piece) in pieces.enumerated() {
      let head = index == 0 ? String(repeating: " ", count: indent) + label : ""
      let padding = String(repeating: " ", count: column - head.displayWidth)
      text += head + padding + colored(piece, tone) + "\n"
    }
  }

  /// A file's notice.
  mutating func notice(_ notice: Notice, _ locale: ReportLocale) {
    let tone: Tone = notice.code.losesContent ? .yellow : .plain
    line([("  ", .plain), (notice.code.rawValue, tone), ("  " + notice.file, .plain)])
    paragraph(notice.message[locale], indent: 4)
  }

  func colored(_ content: String, _ tone: Tone) -> String {
    style.usesColor && tone != .plain && !content.isEmpty
      ? "\u{1B}[\(tone.rawValue)m\(content)\u{1B}[0m" : content
  }
}
