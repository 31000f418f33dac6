/// Reads dates as papers write them (docs/domain.md#dates-and-terms): `2010年9月2日`, `2010.09.02`, `20100902`, `二〇一九年三月一日`.
package enum ChineseDate {
  /// Returns the date that the whole of `text` says; `nil` where a part is missing or not understood.
  package static func parse(_ text: String) -> CalendarDate? {
    let folded = folding.applied(to: text)
    var body = Substring(folded)
    if body.hasSuffix("日") || body.hasSuffix("号") { body.removeLast() }
    let separators = body.filter(isSeparator)
    let fields = body.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    switch fields.count {
    case 1:
      guard body.count == folded.count, body.count == 8 else { return nil }
      return CodeText.birthDate(body)
    case 3:
      let isPair = separators == "年月" || separators.first == separators.last
      guard isPair, separators.first != "月", let year = year(fields[0]),
        let month = smallNumber(fields[1]),
        let day = smallNumber(fields[2])
      else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    default:
      return nil
    }
  }

  private static let folding = TextNormalization(steps: [.compatibility, .dashes, .noSpace])

  private static func isSeparator(_ character: Character) -> Bool {
    switch character {
    case "年", "月", "-", ".", "/", "。", "·": true
    default: false
    }
  }

  /// Four digits, ASCII or Chinese (二〇一九, 二0一九).
  private static func year(_ text: Substring) -> Int? {
    guard text.count == 4 else { return nil }
    var year = 0
    for character in text {
      // A zero among Chinese digits is often typed or read as the letter.
      let isLetterZero = "OoＯ".contains(character) && text.contains { "一二三四五六七八九〇".contains($0) }
      guard
        let digit = CodeText.digit(character) ?? ChineseNumeral.digit(character)
          ?? (isLetterZero ? 0 : nil)
      else { return nil }
      year = year * 10 + digit
    }
    return year
  }

  /// A month or day: one or two ASCII digits, or Chinese numerals with 十, 廿 or 卅.
  private static func smallNumber(_ text: Substring) -> Int? {
    guard (1...3).contains(text.count) else { return nil }
    if let number = CodeText.number(text) { return text.count <= 2 ? number : nil }
    // 零三月, 〇一日
    let digits = text.count == 1 ? text : text.drop { "零〇".contains($0) }
    let tens: [Character: Int] = ["十": 10, "拾": 10, "廿": 20, "卅": 30]
    var sum = 0
    var pending: Int?
    var hasTens = false
    for character in digits {
      if let ten = tens[character] {
        guard !hasTens, pending == nil || ten == 10 else { return nil }
        sum = (pending ?? 1) * ten
        pending = nil
        hasTens = true
      } else if let digit = ChineseNumeral.digit(character), pending == nil, digit > 0 {
        pending = digit
      } else {
        return nil
      }
    }
    if let pending { sum += pending }
    return sum > 0 ? sum : nil
  }
}
