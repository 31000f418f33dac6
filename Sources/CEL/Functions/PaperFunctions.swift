internal import Model

/// Functions on what licenses, cards and declarations say: regions, terms, mailboxes.
enum PaperFunctions {
  static let all: [Function] = [
    Function(
      "province_of",
      LocalizedText(
        chinese: "信用代码登记机关所在的省份；全国登记机关为「全国」，不成立时为 null",
        english:
          "the province of the authority in a credit code, 全国 for the national one, null for no code"
      ),
      [
        .init([.string], .nullable(.string)) { (values) throws(CELError) in
          guard let code = UnifiedSocialCreditCode(try text(values[0])) else { return .null }
          // 100000 is the national registry (DOMAIN.md 3.4).
          if code.region == "100000" { return .string("全国") }
          return ProvinceCode.name(of: code.region.prefix(2)).map(CELValue.string) ?? .null
        }
      ]),
    Function(
      "province_in",
      LocalizedText(
        chinese: "地址开头的省份；开头不是省份时为 null",
        english: "the province that an address begins with, null where it begins with none"),
      [
        .init([.string], .nullable(.string)) { (values) throws(CELError) in
          ProvinceCode.name(beginning: try text(values[0])).map(CELValue.string) ?? .null
        }
      ]),
    Function(
      "card_term",
      LocalizedText(
        chinese: "身份证有效期限：5、10、20（年）或 long_term；都不是时为 null",
        english: "an ID card's term: 5, 10 or 20 years, long_term, or null for any other"),
      [
        .init([.date, .nullable(.date)], .nullable(.string)) { (values) throws(CELError) in
          let isOpen = values[1].type == .null
          let term = CardTerm(
            from: try date(values[0]), to: isOpen ? nil : try date(values[1]))
          return (term?.rawValue).map(CELValue.string) ?? .null
        }
      ]),
    Function(
      "card_terms_by_law",
      LocalizedText(
        chinese: "该出生日期的人在该日领取的身份证依法可有的有效期限",
        english: "the terms that the law gives to a card issued on a day to a person of that birth"),
      [
        .init([.date, .date], .list(.string)) { (values) throws(CELError) in
          let terms = CardTerm.byLaw(born: try date(values[0]), issuedOn: try date(values[1]))
          return .list(terms.map { .string($0.rawValue) })
        }
      ]),
    Function(
      "mail_domain",
      LocalizedText(
        chinese: "邮箱 @ 之后的域名，或域名本身（小写）；不成立时为 null",
        english: "the domain of a mailbox, or a domain itself, in lower case; null for neither"),
      [
        .init([.string], .nullable(.string)) { (values) throws(CELError) in
          let parts = try text(values[0]).split(separator: "@", omittingEmptySubsequences: false)
          guard parts.count <= 2, let domain = parts.last, !domain.isEmpty else { return .null }
          return .string(domain.lowercased().filter { !$0.isWhitespace })
        }
      ]),
  ]

  private static func text(_ value: CELValue) throws(CELError) -> String {
    guard case .string(let text) = value else { throw CELError(.noSuchOverload) }
    return text
  }

  private static func date(_ value: CELValue) throws(CELError) -> CalendarDate {
    guard case .date(let date) = value else { throw CELError(.noSuchOverload) }
    return date
  }
}
