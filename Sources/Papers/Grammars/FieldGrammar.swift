internal import Model

/// What the text of a field looks like, so that a text can be weighed as this field's value.
///
/// Scores are natural logarithms of odds against any other print of the same paper: above 0 a text speaks for the
/// field, below 0 against it. They are coarse on purpose: geometry decides between fields of one form, grammar
/// between texts that stand equally well. Their features are how papers are filled in
/// (docs/domain.md#grammars-of-fields).
package enum FieldGrammar: String, CaseIterable, Sendable {
  case company, person, address, scope, amount, date, period, word
  case companyType = "company_type"

  /// What a text that cannot be the value costs.
  static let refusal = -5.0
  /// What a text that leaves no doubt earns.
  static let certainty = 3.0

  /// - Parameter text: of a value, its pieces in reading order without spaces.
  func score(_ text: String) -> Double {
    guard !text.isEmpty else { return Self.refusal }
    return switch self {
    case .company: CompanyGrammar.name(text)
    case .companyType: CompanyGrammar.type(text)
    case .person: PersonGrammar.score(text)
    case .address: AddressGrammar.score(text)
    case .scope: ScopeGrammar.score(text)
    case .amount: Self.amount(text)
    case .date:
      ChineseDate.parse(DateWords.mended(text)) == nil ? Self.dateless(text) : Self.certainty
    case .period:
      ValidityPeriod(parsing: DateWords.mended(text)) == nil ? Self.dateless(text) : Self.certainty
    case .word: text.contains { "；。".contains($0) } ? -1 : 0
    }
  }

  private static func amount(_ text: String) -> Double {
    let plain = text.replacing("(", with: "").replacing(")", with: "")
    if ChineseAmount(parsing: text) != nil || ChineseAmount(parsing: plain) != nil {
      return certainty
    }
    return text.contains { "万元圆零壹贰叁肆伍陆柒捌玖拾佰仟".contains($0) } ? -0.5 : -2.5
  }

  /// A date that is not understood is worse than none, a piece of one is not.
  private static func dateless(_ text: String) -> Double {
    text.contains { "年月日至长期永久*".contains($0) } ? -0.5 : -3
  }
}

extension Character {
  /// Whether it is a Chinese ideograph (Unicode's unified ideographs of all planes).
  var isHan: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy(\.properties.isUnifiedIdeograph)
  }

  /// Whether it is an Arabic digit; to Unicode 一 is a number too, and a name.
  var isDigit: Bool { isASCII && isNumber }
}
