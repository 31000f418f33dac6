/// What a recognizer wrote for a date or a term, with the slips mended that leave no doubt about any digit.
enum DateWords {
  /// - Parameter words: as read; what is not known to be a slip stays, and is then no date.
  static func mended(_ words: String) -> String {
    guard words.contains(where: { $0.isNumber }) else { return words }
    var symbols = Array(words.trimmedSpecks)
    for index in symbols.indices {
      switch symbols[index] {
      case "O", "o": symbols[index] = "0"
      case "l", "I", "|": symbols[index] = "1"
      default: break
      }
    }
    var mended: [Character] = []
    for (index, symbol) in symbols.enumerated() {
      if symbol == "日", mended.last == "日" { continue }
      if isDirt(symbols, at: index, behind: mended.last) { continue }
      if isCrossedDay(symbols, at: index) {
        mended.append("日")
      } else {
        mended.append(symbol)
      }
    }
    return String(withPoints(mended))
  }

  /// What dirt inside a date is read as; dashes part two dates.
  private static let specks: Set<Character> = ["·", "・", ".", ",", "'", "`"]

  /// 年·05月, 年0.9月 and 至.长期, but not 年'2月: there the speck may be what is left of a 1.
  private static func isDirt(_ symbols: [Character], at index: Int, behind sign: Character?) -> Bool
  {
    guard specks.contains(symbols[index]), let sign else { return false }
    if "日至到".contains(sign) {
      return symbols[(index + 1)...].prefix(while: isDigit).count != 1
    }
    if "年月".contains(sign), symbols[(index + 1)...].prefix(while: isDigit).count == 2 {
      return true
    }
    // A year of four digits, a month or day of two has all that it can have.
    let isPart = { (symbol: Character) in isDigit(symbol) || specks.contains(symbol) }
    let before = symbols[..<index].reversed().prefix(while: isPart)
    let behind = symbols[(index + 1)...].prefix(while: isPart)
    guard let unit = symbols[(index + 1)...].dropFirst(behind.count).first else { return false }
    let digits = (before + behind).count(where: isDigit)
    return unit == "年" ? digits == 4 : "月日".contains(unit) && digits == 2
  }

  private static func isDigit(_ symbol: Character) -> Bool { symbol.isASCII && symbol.isNumber }

  /// Letters that 日 is read for where a line crosses it.
  private static let crossedDays: Set<Character> = [
    "申", "甲", "田", "由", "旧", "曰", "目", "白", "口", "旦",
  ]

  /// 月24申: nothing but 日 stands behind a day.
  private static func isCrossedDay(_ symbols: [Character], at index: Int) -> Bool {
    guard crossedDays.contains(symbols[index]) else { return false }
    let digits = symbols[..<index].reversed().prefix(while: isDigit)
    guard (1...2).contains(digits.count), index > digits.count else { return false }
    return symbols[index - digits.count - 1] == "月"
  }

  /// 201601.08 and 2016.0108: eight digits with one of two points lost.
  private static func withPoints(_ symbols: [Character]) -> [Character] {
    var result: [Character] = []
    var run: [Character] = []
    func flush() {
      let digits = run.filter { $0 != "." }
      let places = run.indices.filter { run[$0] == "." }
      if digits.count == 8, places == [4] || places == [6] {
        result += digits[..<4] + ["."] + digits[4..<6] + ["."] + digits[6...]
      } else {
        result += run
      }
      run = []
    }
    for symbol in symbols {
      if symbol == "." || symbol.isASCII && symbol.isNumber {
        run.append(symbol)
      } else {
        flush()
        result.append(symbol)
      }
    }
    flush()
    return result
  }
}

extension String {
  /// Without the dots and strokes at either end that dirt on paper is read as.
  fileprivate var trimmedSpecks: Substring {
    let specks: Set<Character> = [
      "·", "・", ".", ",", "'", "`", ":", "；", "，", "。", "、", "_", "-", "—",
    ]
    var text = self[...]
    while let last = text.last, specks.contains(last) { text.removeLast() }
    while let first = text.first, specks.contains(first) { text.removeFirst() }
    // 日|: behind the day's sign a stroke is no digit.
    while text.hasSuffix("日|") { text.removeLast() }
    return text
  }
}
