internal import Native

/// One pass over a worksheet's XML (ECMA-376 part 1, 18.3).
final class SheetReader {
  private let strings: [String]
  private let limits: TableLimits
  private(set) var cellsLeft: Int
  private(set) var rows: [TableSheet.Row] = []
  private(set) var merged: [TableSheet.MergedRange] = []
  private(set) var remarks: [TableRemark] = []

  /// As many as a sheet has in today's programs.
  static let mostRows = 1_048_576

  private var row = 0
  private var column = -1
  private var cells: [String] = []
  private var type: String?
  private var value = ""
  private var isValue = false

  init(strings: [String], limits: TableLimits, cellsLeft: Int) {
    self.strings = strings
    self.limits = limits
    self.cellsLeft = cellsLeft
  }

  func read(_ bytes: [UInt8]) throws(XMLRefusal) {
    try XMLStream.read(bytes, attributes: ["r", "t", "ref"]) { [self] event in
      switch event {
      case .start(let name, let attributes): start(name, attributes)
      case .text(let text):
        if isValue, value.utf8.count <= limits.cellSize { value += text }
      case .end(let name): end(name)
      }
      return rows.count <= limits.rows && cellsLeft > 0 ? .proceed : .stop
    }
    if rows.count > limits.rows || cellsLeft <= 0 {
      rows = Array(rows.prefix(limits.rows))
      remark(.cut)
    }
  }

  private func start(_ name: String, _ attributes: XMLStream.Attributes) {
    switch name {
    case "row":
      let given = attributes["r"].flatMap { Int($0) }
      row = given.flatMap { (1...Self.mostRows).contains($0) ? $0 : nil } ?? row + 1
      column = -1
      cells = []
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"]
      value = ""
    case "v", "t": isValue = true
    case "f": remark(.formulas)
    case "mergeCell":
      if merged.count < 10_000, let range = attributes["ref"].flatMap(Self.range) {
        merged.append(range)
      }
    default: break
    }
  }

  private func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "c": endCell()
    case "row":
      while cells.last?.isEmpty == true { cells.removeLast() }
      if !cells.isEmpty { rows.append(TableSheet.Row(number: row, cells: cells)) }
    default: break
    }
  }

  private func endCell() {
    guard !value.isEmpty, column < limits.columns else { return }
    guard value.utf8.count <= limits.cellSize else { return remark(.cellTooLong(row: row)) }
    cellsLeft -= 1
    while cells.count < column { cells.append("") }
    let text: String
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return }
      text = strings[index]
      if text.utf8.count > limits.cellSize { return remark(.cellTooLong(row: row)) }
    case "b": text = value == "1" ? "TRUE" : "FALSE"
    case "str", "inlineStr", "d", "e": text = value
    default: text = Self.plainNumber(value)
    }
    if column < cells.count { cells[column] = text } else { cells.append(text) }
  }

  private func remark(_ remark: TableRemark) {
    if remarks.count < 20, !remarks.contains(remark) { remarks.append(remark) }
  }

  /// Phone numbers that were typed as numbers come as `1.38E+10`.
  private static func plainNumber(_ text: String) -> String {
    guard text.contains("E") || text.contains("e") || text.hasSuffix(".0"),
      let number = Double(text), number == number.rounded(), abs(number) < 1e15
    else { return text }
    return String(Int(number))
  }

  /// The 0-based column of `BC12`.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (65...90).contains(byte) else { break }
      column = column * 26 + Int(byte - 64)
      if column > 20_000 { return nil }
    }
    return column == 0 ? nil : column - 1
  }

  /// `A1:B3`.
  private static func range(_ reference: String) -> TableSheet.MergedRange? {
    let ends = reference.split(separator: ":").map(String.init)
    guard ends.count == 2, let left = column(ends[0]), let right = column(ends[1]),
      let top = Int(ends[0].drop { !$0.isNumber }), let bottom = Int(ends[1].drop { !$0.isNumber }),
      left <= right, top <= bottom, bottom - top <= 200_000, right - left <= 500
    else { return nil }
    return TableSheet.MergedRange(rows: top...bottom, columns: left...right)
  }
}
