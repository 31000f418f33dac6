/// The names and signs of currencies, for amounts.
enum CurrencyName {
  /// A currency at the start or end of `text` and the text without it.
  ///
  /// A name that ends in 元 takes that with it: 4520万美元 leaves 4520万.
  static func stripped(from text: Substring) -> (code: String, rest: Substring)? {
    for (name, code) in names {
      if text.hasPrefix(name) { return (code, text.dropFirst(name.count)) }
      if text.hasSuffix(name) { return (code, text.dropLast(name.count)) }
    }
    return nil
  }

  /// Longer names before those that they contain.
  private static let names: [(String, String)] = [
    ("人民币", "CNY"), ("人民幣", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("¥", "CNY"),
    ("新加坡元", "SGD"), ("新加坡币", "SGD"), ("新币", "SGD"), ("SGD", "SGD"),
    ("加拿大元", "CAD"), ("加元", "CAD"), ("CAD", "CAD"),
    ("澳大利亚元", "AUD"), ("澳元", "AUD"), ("AUD", "AUD"),
    ("澳门元", "MOP"), ("澳门币", "MOP"), ("MOP", "MOP"),
    ("新台币", "TWD"), ("新臺幣", "TWD"), ("台币", "TWD"), ("TWD", "TWD"),
    ("美元", "USD"), ("美金", "USD"), ("US$", "USD"), ("USD", "USD"),
    ("港元", "HKD"), ("港币", "HKD"), ("港幣", "HKD"), ("HK$", "HKD"), ("HKD", "HKD"),
    ("欧元", "EUR"), ("歐元", "EUR"), ("€", "EUR"), ("EUR", "EUR"),
    ("日元", "JPY"), ("日圆", "JPY"), ("日圓", "JPY"), ("円", "JPY"), ("JPY", "JPY"),
    ("英镑", "GBP"), ("英鎊", "GBP"), ("£", "GBP"), ("GBP", "GBP"),
    ("瑞士法郎", "CHF"), ("CHF", "CHF"), ("韩元", "KRW"), ("韩国元", "KRW"), ("KRW", "KRW"),
  ]
}
