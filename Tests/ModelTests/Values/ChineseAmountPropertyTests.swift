import Model
import Testing

@Suite struct ChineseAmountPropertyTests {
  @Test(arguments: [
    ("人民币 壹仟零叁拾伍万壹仟贰佰元整", 10_351_200, "CNY"), ("伍仟万圆人民币整", 50_000_000, "CNY"),
    ("人民币壹拾万圆整(¥100000.00)", 100_000, "CNY"), ("10万元整（人民币壹拾万元整）", 100_000, "CNY"),
    ("叁佰陆拾捌万零伍佰元", 3_680_500, "CNY"), ("1,234.5678万元", 12_345_678, "CNY"),
    ("100.00 万 元 人 民 币", 1_000_000, "CNY"), ("USD 100万", 1_000_000, "USD"),
    ("壹万亿元", 1_000_000_000_000, "CNY"), ("贰佰伍拾万捌仟元", 2_508_000, "CNY"),
  ])
  func reads(text: String, amount: Double, currency: String) throws {
    let parsed = try #require(ChineseAmount(parsing: text))
    #expect(parsed.amount == amount)
    #expect(parsed.currency == currency)
  }

  /// What a cheque writer writes, the parser reads.
  @Test(arguments: ["零壹贰叁肆伍陆柒捌玖", "〇一二三四五六七八九"])
  func readsWhatIsWrittenOut(digits: String) throws {
    let isFormal = digits.hasPrefix("零")
    var generator = SplitMix(state: 3)
    let numbers =
      [1, 10, 11, 20, 100, 101, 110, 1000, 1001, 1010, 10_000, 10_001, 100_000_000, 100_010_000]
      + (0..<500).map { _ in Int.random(in: 1..<1_000_000_000_000, using: &generator) }
    for number in numbers {
      let text = Self.written(number, digits: Array(digits), units: isFormal ? "拾佰仟" : "十百千")
      let parsed = ChineseAmount(parsing: text + "元整")
      #expect(parsed?.tenThousandths == number * 10_000, "\(number): \(text)")
    }
  }

  @Test func nothingTrapsOnAnyText() {
    var generator = SplitMix(state: 5)
    let symbols = Array("0123456789零一二十百千万亿元圆角分整人民币美()（）,.，-至年月日长期*X /壹拾 \u{200B}①")
    for _ in 0..<500 {
      let length = Int.random(in: 0...24, using: &generator)
      let text = String((0..<length).compactMap { _ in symbols.randomElement(using: &generator) })
      let amount = ChineseAmount(parsing: text)
      #expect(amount.map { $0.tenThousandths >= 0 } != false)
      if let date = ChineseDate.parse(text) { #expect(ChineseDate.parse(date.iso) == date) }
      for scheme in ChecksumScheme.allCases { _ = Checksum.isRight(text, scheme: scheme) }
      for profile in TextNormalization.profiles.keys {
        let once = TextNormalization.normalized(text, profile: profile)
        #expect(once.flatMap { TextNormalization.normalized($0, profile: profile) } == once)
      }
    }
  }

  /// The number in Chinese numerals, with 零 for skipped places.
  private static func written(_ number: Int, digits: [Character], units: String) -> String {
    let small = [""] + units.map(String.init)
    func section(_ value: Int) -> String {
      var text = ""
      var needsZero = false
      for place in (0..<4).reversed() {
        let digit = value / [1, 10, 100, 1000][place] % 10
        if digit == 0 {
          needsZero = !text.isEmpty
        } else {
          text += (needsZero ? "零" : "") + String(digits[digit]) + small[place]
          needsZero = false
        }
      }
      return text
    }
    let sections = [
      (number / 100_000_000, "亿"), (number / 10_000 % 10_000, "万"), (number % 10_000, ""),
    ]
    var text = ""
    for (value, unit) in sections where value > 0 {
      // The digit before may be zero, or this section start late: 壹亿零伍拾万.
      let needsZero = !text.isEmpty && value < 1000
      text += (needsZero ? "零" : "") + section(value) + unit
    }
    return text
  }
}

/// The same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
