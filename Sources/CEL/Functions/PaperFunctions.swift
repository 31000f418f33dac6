internal import Model

/// Functions on what licenses and cards say: regions and terms.
enum PaperFunctions {
  static let all: [Function] = [
    Function(
      "province_of", "信用代码登记机关所在的省份；全国登记机关为「全国」，不成立时为 null",
      "the province of the authority in a credit code, 全国 for the national one, null for no code",
      [
        .of { (text: String) -> String? in
          guard let code = UnifiedSocialCreditCode(text) else { return nil }
          // 100000 is the national registry (docs/domain.md#registration-number).
          if code.region == "100000" { return "全国" }
          return ProvinceCode.name(of: code.region.prefix(2))
        }
      ]),
    Function(
      "province_in", "地址开头的省份；开头不是省份时为 null",
      "the province that an address begins with, null where it begins with none",
      [.of { (text: String) in ProvinceCode.name(beginning: text) }]),
    Function(
      "card_term", "身份证有效期限：5、10、20（年）或 long_term；都不是时为 null",
      "an ID card's term: 5, 10 or 20 years, long_term, or null for any other",
      [
        .of { (start: CalendarDate, end: CalendarDate?) in
          CardTerm(from: start, to: end)?.rawValue
        }
      ]),
    Function(
      "card_terms_by_law", "该出生日期的人在该日领取的身份证依法可有的有效期限",
      "the terms that the law gives to a card issued on a day to a person of that birth",
      [
        .init([.date, .date], .list(.string)) { (values) throws(CELError) in
          guard case .date(let birth) = values[0], case .date(let issued) = values[1] else {
            throw CELError(.noSuchOverload, "card_terms_by_law")
          }
          let terms = CardTerm.byLaw(born: birth, issuedOn: issued)
          return .list(terms.map { .string($0.rawValue) })
        }
      ]),
  ]
}
