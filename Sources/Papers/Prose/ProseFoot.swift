internal import Model
internal import Native
internal import Recognition

/// Company and date at a paper's foot, where Chinese letters have them without a label (落款).
struct ProseFoot {
  private(set) var company: [ProseLetter]?
  private(set) var date: [ProseLetter]?
  /// Whether the company stands at the right, as it does below letters, by its date, or with the sign of a stamp.
  private(set) var isPlaced = false

  /// Rows of print below the date: page numbers and remarks.
  private static let rowsBelow = 3
  /// Rows between the company's name and the date.
  private static let reach = 3

  /// - Parameters:
  ///   - isLabelled: whether a row has a label that asks for something.
  ///   - isDated: whether a row has a label that asks for the paper's date.
  init(of text: ProseText, isLabelled: (Int) -> Bool, isDated: (Int) -> Bool) {
    let rows = text.rows
    let dates = rows.indices.suffix(Self.rowsBelow + 1).reversed()
      .compactMap { index -> (row: Int, letters: [ProseLetter]?)? in
        if isDated(index) { return (index, nil) }
        return isLabelled(index) ? nil : Self.date(in: rows[index].letters).map { (index, $0) }
      }
    let last = dates.first
    date = last?.letters
    // Above the date first, then beside and below it; without a date where the last rows carry a stamp's sign.
    let places: [Int]
    if let last {
      places = [last.row] + (1...Self.reach).map { last.row - $0 } + [last.row + 1]
    } else {
      places = (1...Self.reach).map { rows.count - $0 }
    }
    for row in places where rows.indices.contains(row) && !isLabelled(row) {
      if row > 0, rows[row - 1].letters.withoutGaps.text.hasSuffix("此致") { continue }
      guard let name = Self.company(in: rows[row].letters, needsSign: last == nil) else { continue }
      company = name.letters
      isPlaced =
        name.hasSign || rows[row].left > 0.3 * text.page.level.size.x
        || last.map { abs($0.row - row) <= 1 } == true
      break
    }
  }

  /// A date that is all of a row, or one of its two cells.
  private static func date(in letters: [ProseLetter]) -> [ProseLetter]? {
    let cells = letters.split(whereSeparator: \.isGap).map(Array.init)
    // 2026 年 11 月 1 日 has gaps of its own.
    for cell in [letters.withoutGaps] + cells {
      if Patterns.compiled("^(?:\(ProseValue.datePattern))$")?.matchesSomewhere(in: cell.text)
        == true
      {
        return cell
      }
    }
    guard let match = Patterns.compiled(" ((?:\(ProseValue.datePattern)))$"),
      let range = match.firstMatch(in: letters.text)?.scalarRange(of: 1)
    else { return nil }
    return Array(letters[range])
  }

  /// A company's name that is all of a row but for the sign of a stamp or a date beside it.
  private static func company(
    in letters: [ProseLetter], needsSign: Bool
  ) -> (letters: [ProseLetter], hasSign: Bool)? {
    guard case .value(let name, true) = ProseValue(letters, shape: .company) else { return nil }
    let rest = letters.withoutGaps.text.replacing(name.text, with: "")
    let hasSign = rest.contains { "章签".contains($0) }
    guard !needsSign || hasSign else { return nil }
    let plain = Patterns.compiled(ProseValue.datePattern)?.firstMatch(in: rest)?[0]
    // allowed: no date beside it
    let words = plain.map { rest.replacing($0, with: "") } ?? rest
    return ProseValue.isBlank(words) ? (name, hasSign) : nil
  }
}
