/// A compared text broken into lines, each with the carets that belong under it.
struct MarkedLines: Equatable {
  struct Line: Equatable {
    var text = ""
    /// Spaces and `^`, trimmed at the end; empty where nothing differs.
    var carets = ""
  }

  let lines: [Line]

  /// - Parameter width: Columns; invisible characters are spelled and wide ones take two carets.
  init(_ marked: MarkedText, width: Int) {
    var lines: [Line] = []
    var line = Line()
    var used = 0
    var caretsUsed = 0
    for (character, differs) in zip(marked.characters, marked.differs) {
      let shown = String(character).visible
      let columns = shown.displayWidth
      if used + columns > width, used > 0 {
        lines.append(line)
        (line, used, caretsUsed) = (Line(), 0, 0)
      }
      line.text += shown
      if differs {
        line.carets += String(repeating: " ", count: used - caretsUsed)
        line.carets += String(repeating: "^", count: max(1, columns))
        caretsUsed = used + max(1, columns)
      }
      used += columns
    }
    lines.append(line)
    self.lines = Self.shortened(lines)
  }

  /// A long text shows only its first line and those that differ.
  private static func shortened(_ lines: [Line]) -> [Line] {
    guard lines.count > 4 else { return lines }
    var kept: [Line] = []
    var isSkipping = false
    for (index, line) in lines.enumerated() {
      let isKept = index == 0 || !line.carets.isEmpty
      if isKept {
        kept.append(line)
      } else if !isSkipping {
        kept.append(Line(text: "…"))
      }
      isSkipping = !isKept
    }
    return kept
  }
}
