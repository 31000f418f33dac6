/// A sum of money, a registered capital for one, is read as papers write it (docs/domain.md#amounts).
package struct ChineseAmount: Hashable, Sendable {
  /// The exact sum, counted in 1/10,000 of the currency's unit.
  package let tenThousandths: Int
  /// The currency is named by its code of ISO 4217.
  package let currency: String

  /// The sum is in the currency's unit (yuan for CNY).
  package var amount: Double { Double(tenThousandths) / 10_000 }

  /// Reads the whole of `text`; `nil` where any part is not understood, a currency is given twice
  /// differently, or neither 元, a unit such as 万 nor a currency is there.
  package init?(parsing text: String) {
    // 贰万万元: an amount counted in 万, its number in 万 again.
    let folded = Self.folding.applied(to: text).replacing("万万", with: "亿")
    guard let parts = BracketedText(folded) else { return nil }
    var main = ""
    var repeated: [ChineseAmount] = []
    for part in parts.parts {
      switch part {
      case .plain(let text):
        main += text
      case .bracketed(let text):
        if Self.notes.contains(text) { continue }
        // 100万元（壹佰万元整）: the same amount said twice.
        if let amount = ChineseAmount(plain: text) {
          repeated.append(amount)
        } else {
          main += text
        }
      }
    }
    if main.isEmpty, let first = repeated.first {
      self = first
    } else if let amount = ChineseAmount(plain: main) {
      self = amount
    } else {
      return nil
    }
    guard repeated.allSatisfy({ $0 == self }) else { return nil }
  }

  private init?(plain text: String) {
    var body = Substring(text)
    var currency: String?
    var hasYuan = false
    var wasCut = true
    while wasCut {
      wasCut = false
      if let (code, rest) = CurrencyName.stripped(from: body) {
        guard currency == nil || currency == code else { return nil }
        currency = code
        body = rest
        wasCut = true
      } else if body.hasSuffix("整") || body.hasSuffix("正") {
        body.removeLast()
        wasCut = true
      } else if let last = body.last, Self.yuanSigns.contains(last), !hasYuan {
        body.removeLast()
        hasYuan = true
        wasCut = true
      }
    }
    // A 元 in the middle has 角 and 分 behind it.
    let middle = body.firstIndex { Self.yuanSigns.contains($0) }
    guard !hasYuan || middle == nil, let number = Self.number(of: body, yuanSign: middle) else {
      return nil
    }
    // 1000000 alone may be yuan or 万元: registers use both.
    let hasUnit =
      hasYuan || middle != nil || currency != nil || body.contains(where: { "万萬亿億".contains($0) })
    guard hasUnit, let exact = number.tenThousandths else { return nil }
    tenThousandths = exact
    self.currency = currency ?? "CNY"
  }

  private static func number(of text: Substring, yuanSign: Substring.Index?) -> FixedDecimal? {
    guard let yuanSign else { return ChineseNumeral.parse(text) }
    guard let yuan = ChineseNumeral.parse(text[..<yuanSign]) else { return nil }
    var rest = text[text.index(after: yuanSign)...]
    var sum = yuan
    for (sign, parts) in [("角", 10), ("分", 100)] as [(Character, Int)] {
      guard let end = rest.firstIndex(of: sign) else { continue }
      let digits = rest[..<end].drop { $0 == "零" }
      guard digits.count == 1, let digit = ChineseNumeral.parse(digits)?.divided(by: parts),
        let total = sum.adding(digit)
      else { return nil }
      sum = total
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? sum : nil
  }

  private static let folding = TextNormalization(
    steps: [.compatibility, .brackets, .noSpace, .upper])

  /// 园 is how OCR reads 圆; nothing else can be meant there.
  private static let yuanSigns: Set<Character> = ["元", "圆", "圓", "园"]

  /// What brackets may add without changing the sum.
  private static let notes: Set<String> = [
    "认缴", "实缴", "大写", "小写", "认缴出资", "实缴出资", "认缴制", "实收", "含税",
  ]
}
