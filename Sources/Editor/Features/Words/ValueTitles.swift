internal import Model
internal import Report

/// What people call the fixed words of our files.
enum ValueTitles {
  private static let titles: [String: LocalizedText] = [
    "law": LocalizedText("法规", "law"), "standard": LocalizedText("标准", "standard"),
    "platform": LocalizedText("平台要求", "the platform's demand"),
    "vendor": LocalizedText("厂商要求", "the vendor's demand"),
    "house": LocalizedText("本单位要求", "our own demand"),
    "convention": LocalizedText("惯例", "convention"),
    "zh-CN": LocalizedText("简体中文", "Chinese"), "en": LocalizedText("英文", "English"),
    "string": LocalizedText("文字", "text"), "bool": LocalizedText("是或否", "yes or no"),
    "int": LocalizedText("整数", "whole number"), "double": LocalizedText("小数", "number"),
    "date": LocalizedText("日期", "day"), "duration": LocalizedText("天数，如 30d", "days, such as 30d"),
    "list<string>": LocalizedText("文字的列表", "texts"),
    "list<int>": LocalizedText("整数的列表", "whole numbers"),
    "list<double>": LocalizedText("小数的列表", "numbers"),
    "true": LocalizedText("是", "yes"), "false": LocalizedText("否", "no"),
    "gb32100": LocalizedText("统一社会信用代码", "unified social credit code"),
    "gb11643": LocalizedText("公民身份号码", "identity number"),
    "nfkc": LocalizedText("全角转半角等兼容形式", "compatibility forms"),
    "brackets": LocalizedText("统一括号", "one kind of brackets"),
    "middle_dots": LocalizedText("统一间隔号", "one kind of middle dot"),
    "no_middle_dot": LocalizedText("去掉间隔号", "no middle dots"),
    "dashes": LocalizedText("统一连接号", "one kind of dash"),
    "no_dash": LocalizedText("去掉连接号", "no dashes"),
    "quotes": LocalizedText("统一引号", "one kind of quotes"),
    "no_space": LocalizedText("去掉空格", "no spaces"),
    "address_words": LocalizedText("地址用字转为简体", "simplified words of addresses"),
    "upper": LocalizedText("字母转为大写", "capital letters"),
  ]

  /// The words that reports have as well.
  private static func shared(by word: String) -> LocalizedText? {
    if let severity = Severity(rawValue: word) { return Phrase.severity(severity) }
    if let verdict = Verdict(rawValue: word) { return Phrase.verdict(verdict) }
    return ChecklistRow.Standing(rawValue: word)?.words
  }

  /// Returns what people call a word; `nil` of words that say what they mean.
  static func title(of word: String) -> LocalizedText? {
    if word.hasSuffix("?"), let title = titles[String(word.dropLast())] {
      return LocalizedText(title.chinese + "，可为空", title.english + " or null")
    }
    return titles[word] ?? shared(by: word)
  }
}
