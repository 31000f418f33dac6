internal import Model

/// A fact with the text that the paper shows for it.
struct PrintedFact {
  /// Without the prefix of its material.
  let key: String
  let value: TruthValue
  let text: String

  /// - Parameter value: What the text means, where that is not the text itself.
  init(_ key: String, _ text: String, _ value: TruthValue? = nil) {
    self.key = key
    self.text = text
    self.value = value ?? .string(text)
  }
}

/// Dates in the forms that papers use (docs/domain.md#dates-and-terms).
enum DateStyle: CaseIterable {
  case padded, short, spaced, numerals, dotted

  func text(_ date: CalendarDate) -> String {
    let month = Specimens.padded(date.month, 2)
    let day = Specimens.padded(date.day, 2)
    return switch self {
    case .padded: "\(date.year)年\(month)月\(day)日"
    case .short: "\(date.year)年\(date.month)月\(date.day)日"
    case .spaced: "\(date.year) 年 \(month) 月 \(day) 日"
    case .numerals:
      String(String(date.year).compactMap(\.wholeNumberValue).map { ChineseNumerals.plain[$0] })
        + "年"
        + ChineseNumerals.upToNinetyNine(date.month) + "月"
        + ChineseNumerals.upToNinetyNine(date.day) + "日"
    case .dotted: "\(date.year).\(month).\(day)"
    }
  }
}

/// Chinese numerals.
enum ChineseNumerals {
  static let plain = Array("〇一二三四五六七八九")
  private static let formalDigits = Array("零壹贰叁肆伍陆柒捌玖")

  /// 1 to 99 as dates have them: 三, 十, 二十一.
  static func upToNinetyNine(_ number: Int) -> String {
    let tens = number / 10
    let ones = number % 10
    let head = tens == 0 ? "" : (tens == 1 ? "" : String(plain[tens])) + "十"
    return head + (ones == 0 ? "" : String(plain[ones]))
  }

  /// A multiple of 10,000 as amounts have it, given in ten thousands: 叁仟零伍拾万, 壹亿贰仟伍佰万.
  static func formal(tenThousands count: Int) -> String {
    let large = count / 10_000
    let rest = count % 10_000
    guard large > 0 else { return formal(rest) + "万" }
    let gap = rest > 0 && rest < 1000 ? "零" : ""
    return formal(large) + "亿" + (rest == 0 ? "" : gap + formal(rest) + "万")
  }

  /// 1 to 9,999 as amounts have them: 叁仟零伍拾.
  private static func formal(_ number: Int) -> String {
    var text = ""
    var needsZero = false
    for (divisor, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = number / divisor % 10
      if digit == 0 {
        needsZero = !text.isEmpty
      } else {
        text += (needsZero ? "零" : "") + String(formalDigits[digit]) + unit
        needsZero = false
      }
    }
    return text
  }
}

/// An amount of money as printed (docs/domain.md#amounts).
struct PrintedAmount {
  let text: String
  let yuan: Double
  let currency: String

  /// A capital in one of the many forms.
  init(_ dice: inout Dice) {
    let wan = dice.pick([
      3, 5, 10, 20, 30, 50, 60, 88, 100, 101, 150, 200, 268, 300, 500, 508, 600, 800,
      1000, 1200, 1280, 2000, 2050, 3000, 3050, 5000, 5100, 6800, 10000, 12500, 20000, 60000,
    ])
    let grouped = wan >= 1000 ? "\(wan / 1000),\(padded(wan % 1000, 3))" : String(wan)
    let formal = ChineseNumerals.formal(tenThousands: wan)
    let chance = dice.unit()
    if chance < 0.04 {
      text = dice.pick(["\(wan)万美元", "\(formal)美元"])
      currency = "USD"
    } else if chance < 0.07 {
      text = "\(wan)万港元"
      currency = "HKD"
    } else {
      currency = "CNY"
      text = dice.pick([
        "\(wan)万元", "\(wan)万元整", "人民币\(wan)万元", "人民币\(wan)万元整", "\(wan)万元人民币", "\(grouped)万元",
        "\(wan).000000万人民币", "\(wan).000000万元", "\(formal)元整", "人民币\(formal)元整", "\(formal)圆整",
        "\(formal)元整", "人民币\(formal)元整", "(人民币)\(formal)元",
      ])
    }
    yuan = Double(wan) * 10_000
  }
}
