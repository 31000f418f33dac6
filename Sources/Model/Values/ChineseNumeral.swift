/// Numbers as amounts write them: digits, plain and formal Chinese numerals, and mixtures (`5千万`, `1亿2000万`).
enum ChineseNumeral {
  /// The number that the whole of `text` says; `nil` where any of it is not understood.
  static func parse(_ text: some StringProtocol) -> FixedDecimal? {
    guard let tokens = tokens(of: text), !tokens.isEmpty else { return nil }
    var reader = Reader()
    for token in tokens {
      guard reader.read(token) else { return nil }
    }
    return reader.finished()
  }

  /// The value of one Chinese digit, formal or plain.
  static func digit(_ character: Character) -> Int? { digits[character] }

  private enum Token {
    /// Digits that stand for a number on their own: `1,000.5`, `二〇〇〇`, `叁`.
    case number(FixedDecimal)
    /// A 零 that stands for skipped places.
    case zero
    /// 10, 100 or 1000.
    case small(Int)
    /// 10^4 or 10^8.
    case big(Int)
  }

  private static func tokens(of text: some StringProtocol) -> [Token]? {
    let characters = Array(text)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let isChinese = digits[character] != nil
      if CodeText.digit(character) != nil || isChinese {
        let end =
          characters[index...].firstIndex { next in
            isChinese ? digits[next] == nil && next != "点" : !"0123456789.,".contains(next)
          } ?? characters.count
        guard let run = number(run: characters[index..<end], isChinese: isChinese) else {
          return nil
        }
        tokens += run
        index = end
      } else if let unit = units[character] {
        tokens.append(unit > 1000 ? .big(unit) : .small(unit))
        index += 1
      } else {
        return nil
      }
    }
    return tokens
  }

  private static func number(run: ArraySlice<Character>, isChinese: Bool) -> [Token]? {
    guard isChinese else {
      return withoutThousandsSeparators(String(run)).flatMap { FixedDecimal(digits: $0) }
        .map { [.number($0)] }
    }
    let ascii = run.map { character in
      digits[character].map(String.init) ?? "."
    }.joined()
    if ascii.count > 1, ascii.hasPrefix("0"), !ascii.hasPrefix("0.") {
      // 零伍: a placeholder and one digit.
      let rest = ascii.drop { $0 == "0" }
      if rest.isEmpty { return [.zero] }
      guard rest.count == 1 else { return nil }
      return FixedDecimal(digits: rest).map { [.zero, .number($0)] }
    }
    if ascii == "0" { return [.zero] }
    return FixedDecimal(digits: ascii).map { [.number($0)] }
  }

  /// The digits without commas; `nil` unless each comma parts three digits.
  private static func withoutThousandsSeparators(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !parts.dropFirst().contains(where: { $0.contains(",") })
    else { return nil }
    return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// 伯 for 佰 is a misreading that nothing else can mean in an amount.
  private static let units: [Character: Int] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "伯": 100, "千": 1000, "仟": 1000, "万": 10_000,
    "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
  ]

  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "弌": 1, "壱": 1, "二": 2, "贰": 2, "貳": 2, "弍": 2, "两": 2,
    "兩": 2, "三": 3, "叁": 3, "叄": 3, "參": 3, "参": 3, "弎": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6,
    "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
  ]

  /// Adds the tokens up; each `read` is false where the sequence makes no number.
  private struct Reader {
    private var total = FixedDecimal.zero
    private var section = FixedDecimal.zero
    private var current: FixedDecimal?
    /// The unit that the next one of its sort must stay below.
    private var lastSmall = 10_000
    private var lastBig = Int.max
    private var hasZero = false
    private var hasAny = false

    mutating func read(_ token: Token) -> Bool {
      defer { hasAny = true }
      switch token {
      case .number(let number):
        guard current == nil else { return false }
        current = number
        return true
      case .zero:
        guard current == nil else { return false }
        hasZero = true
        return true
      case .small(let unit):
        return read(small: unit)
      case .big(let unit):
        return read(big: unit)
      }
    }

    private mutating func read(small unit: Int) -> Bool {
      // 十 alone is 一十.
      guard unit < lastSmall, let factor = current ?? (unit == 10 ? FixedDecimal(1) : nil),
        let product = factor.multiplied(by: unit), let sum = section.adding(product)
      else { return false }
      section = sum
      current = nil
      lastSmall = unit
      hasZero = false
      return true
    }

    private mutating func read(big unit: Int) -> Bool {
      guard hasAny, unit < lastBig || isAfterSmallerBig(unit), closeSection() else { return false }
      // 万亿: what stands before 亿 counts whole, its 万 too.
      let base = unit > lastBig ? total.adding(section) : section
      guard let product = base?.multiplied(by: unit) else { return false }
      if unit > lastBig {
        total = product
      } else if let sum = total.adding(product) {
        total = sum
      } else {
        return false
      }
      section = .zero
      lastBig = unit
      lastSmall = 10_000
      hasZero = false
      return true
    }

    private func isAfterSmallerBig(_ unit: Int) -> Bool {
      lastBig == 10_000 && unit == 100_000_000
    }

    /// Adds the last digit of a section; false for 二百五, which is 250 to some and nothing to a register:
    /// behind a unit a bare digit needs its 零.
    private mutating func closeSection() -> Bool {
      guard let number = current else { return true }
      let isBareAfterUnit = !hasZero && lastSmall < 10_000 && lastSmall > 10
      guard !isBareAfterUnit, let sum = section.adding(number) else { return false }
      section = sum
      current = nil
      return true
    }

    mutating func finished() -> FixedDecimal? {
      let isBareAfterBig =
        current.map { $0 < FixedDecimal(10) } == true && lastSmall == 10_000
        && lastBig != .max && !hasZero
      guard hasAny, !isBareAfterBig, closeSection() else { return nil }
      return total.adding(section)
    }
  }
}
