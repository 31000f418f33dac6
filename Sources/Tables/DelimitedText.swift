/// Reads the rows of a text with delimiters (RFC 4180; also tabs, semicolons and bars).
package enum DelimitedText {
  /// Returns the delimiter that parts the first lines most evenly; `nil` where none parts them.
  package static func delimiter(of text: String) -> Character? {
    let lines = text.prefix(8192).split(maxSplits: 12, whereSeparator: \.isNewline).prefix(12)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let counts = [",", "\t", ";", "|", "，", "；"].map { delimiter -> (Character, Int) in
      let delimiter = Character(delimiter)
      let numbers = lines.map { line in
        var isQuoted = false
        return line.reduce(0) { count, character in
          if character == "\"" { isQuoted.toggle() }
          return count + (character == delimiter && !isQuoted ? 1 : 0)
        }
      }
      // Notes above the table have none: what counts is how many lines have as many as the most common.
      let common = Dictionary(grouping: numbers.filter { $0 > 0 }, by: { $0 })
        .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
      // allowed: none
      return (delimiter, common.map { $0.value.count * 100 + min($0.key, 99) } ?? 0)
    }
    return counts.reversed().max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil }
  }

  /// Returns the rows, blank ones left out.
  package static func sheet(
    _ text: String, delimiter: Character, limits: TableLimits = TableLimits()
  ) -> (sheet: TableSheet, remarks: [TableRemark]) {
    var reader = DelimitedReader(limits: limits)
    let mark = Array(String(delimiter).utf8)
    reader.read(Array(text.utf8), delimiter: mark)
    let rows = delimiter == "|" ? reader.rows.filter { !isRuler($0) } : reader.rows
    return (TableSheet(name: "", rows: rows), reader.remarks)
  }

  /// `| --- | :---: |`, which parts the header of a Markdown table from its rows.
  private static func isRuler(_ row: TableSheet.Row) -> Bool {
    row.cells.contains { $0.contains("-") }
      && row.cells.allSatisfy { cell in
        let mark = cell.filter { !$0.isWhitespace }
        let dashes = (mark.hasPrefix(":") ? mark.dropFirst() : mark[...])
        return (dashes.hasSuffix(":") ? dashes.dropLast() : dashes).allSatisfy { $0 == "-" }
      }
  }
}

/// One pass over the bytes.
private struct DelimitedReader {
  let limits: TableLimits
  var rows: [TableSheet.Row] = []
  var remarks: [TableRemark] = []
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var line = 1
  private var start = 1

  init(limits: TableLimits) { self.limits = limits }

  mutating func read(_ bytes: [UInt8], delimiter: [UInt8]) {
    var at = 0
    var isQuoted = false
    var isLiteral = false
    var opening = (at: 0, line: 1)
    while at < bytes.count || isQuoted {
      if at >= bytes.count {
        // It would swallow all rows that follow: read again from there, quotation marks as letters.
        remarks.append(.unclosedQuote(row: opening.line))
        (at, line) = opening
        (isQuoted, isLiteral) = (false, true)
        cell = [UInt8(ascii: "\"")]
        continue
      }
      let byte = bytes[at]
      at += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if at < bytes.count, bytes[at] == byte {
            cell.append(byte)
            at += 1
          } else {
            isQuoted = false
          }
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty && !isLiteral:
        isQuoted = true
        opening = (at, line)
      case 0x0D: break
      case 0x0A:
        line += 1
        guard endRow() else { return }
      case delimiter[0] where isMark(delimiter, in: bytes, at: at - 1):
        at += delimiter.count - 1
        endCell()
      default: cell.append(byte)
      }
    }
    _ = endRow()
  }

  private func isMark(_ mark: [UInt8], in bytes: [UInt8], at place: Int) -> Bool {
    guard place + mark.count <= bytes.count else { return false }
    return mark.indices.allSatisfy { bytes[place + $0] == mark[$0] }
  }

  private mutating func endCell() {
    defer { cell.removeAll(keepingCapacity: true) }
    guard cell.count <= limits.cellSize else {
      remarks.append(.cellTooLong(row: start))
      cells.append("")
      return
    }
    if cells.count < limits.columns { cells.append(String(decoding: cell, as: UTF8.self)) }
  }

  /// - Returns: whether more rows are wanted.
  private mutating func endRow() -> Bool {
    endCell()
    defer {
      cells = []
      start = line
    }
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard !cells.isEmpty else { return true }
    guard rows.count < limits.rows else {
      remarks.append(.cut)
      return false
    }
    rows.append(TableSheet.Row(number: start, cells: cells))
    return true
  }
}
