extension Unicode.Scalar {
  /// Whether it shows nothing of its own, or changes how its neighbours are shown: controls, bidirectional
  /// marks, zero-width characters, variation selectors, private and unassigned code points.
  var isInvisible: Bool {
    // ASCII, Latin-1 up to the soft hyphen, CJK: blocks in which all is assigned and seen.
    if (0x20..<0x7F).contains(value) || (0x4000..<0xA000).contains(value) { return false }
    if (0xA0..<0xAD).contains(value) || (0x3000..<0x3040).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default:
      return properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// Puts the text on one line and spells each invisible character: `⟨U+202E⟩`, `⏎`, `⇥`.
  ///
  /// Nothing from a document may act on a terminal or reorder what a reader sees (ARCHITECTURE.md, invariant 12).
  package var visible: String {
    if isPlain(as: .line) || !unicodeScalars.contains(where: \.isInvisible) {
      return self
    }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\u{2028}", "\u{2029}": text += "⏎"
      case "\t": text += "⇥"
      case _ where scalar.isInvisible:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        text += "⟨U+\(padding)\(digits)⟩"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
