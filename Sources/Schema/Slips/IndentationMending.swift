/// Puts each key in the column of those beside it.
struct IndentationMending {
  private(set) var touched: [(line: Int, key: String)] = []
  /// The columns of the open mappings, as typed and as they should be.
  private var levels: [(typed: Int, meant: Int)] = []
  private var isAfterHeader = true

  /// Returns the line with the white space that it should begin with.
  mutating func aligned(_ text: String, number: Int) -> String {
    guard let line = TypedLine(text), line.indent.allSatisfy({ $0 == " " }) else { return text }
    let typed = line.indent.count
    var closed: (typed: Int, meant: Int)?
    if let top = levels.last, typed > top.typed {
      // Deeper below a value instead of a header: a neighbour that slipped.
      let meant = isAfterHeader ? typed - top.typed + top.meant : top.meant
      if isAfterHeader { levels.append((typed, meant)) }
    } else {
      while let top = levels.last, top.typed > typed, levels.count > 1 { closed = levels.popLast() }
      if let top = levels.last, top.typed < typed, let closed {
        // Between two columns: beside what was just closed.
        levels.append(closed)
      }
    }
    if levels.isEmpty { levels = [(typed, typed)] }
    isAfterHeader = line.isHeader
    let meant = levels.last.map(\.meant) ?? typed
    guard meant != typed, !line.dashes.hasPrefix("-") else { return text }
    touched.append((number, line.key))
    return String(repeating: " ", count: meant) + text.dropFirst(typed)
  }
}
