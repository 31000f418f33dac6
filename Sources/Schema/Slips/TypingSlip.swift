package import Model

/// What people's fingers and Chinese keyboards do to YAML.
package enum TypingSlip: Int, CaseIterable, Sendable {
  /// `企业名称：星河`: a full-width colon after a key, in a mapping of one line perhaps with full-width commas.
  case wideColon
  /// `企业名称:星河`.
  case missingSpace
  /// `企业名称=星河`, `企业名称 星河`.
  case missingColon
  /// Ideographic or unbreakable spaces at the beginning of a line.
  case wideSpace
  /// `“星河”`: quotation marks that YAML takes for letters.
  case curlyQuotes
  case tab
  case indentation
  case openQuote
  /// `住所: 注册地: 深圳`.
  case colonInValue
  /// The same, where what stands before the second colon names the key once more.
  case labelInValue
  /// `@`, `%`, `*` and others that may not begin a value.
  case reservedSign
  /// `1号 #3栋`: what follows is a comment to YAML.
  case hashInValue

  /// What is seen.
  package var what: LocalizedText {
    switch self {
    case .wideColon:
      LocalizedText("键后面是全角冒号「：」", "a full-width colon (：) follows the key")
    case .missingSpace:
      LocalizedText("冒号后面缺一个空格", "the space after the colon is missing")
    case .missingColon:
      LocalizedText("键后面没有冒号", "no colon follows the key")
    case .wideSpace:
      LocalizedText("行首是全角空格", "the line begins with full-width spaces")
    case .curlyQuotes:
      LocalizedText("值的两端是中文引号", "the value stands in typographic quotation marks")
    case .tab:
      LocalizedText("行首是制表符（Tab）", "the line begins with a tab")
    case .indentation:
      LocalizedText("缩进与同级的行不一致", "the line is not indented like its neighbours")
    case .openQuote:
      LocalizedText("引号没有闭合", "a quotation mark is never closed")
    case .colonInValue:
      LocalizedText("值里有「冒号加空格」", "there is a colon with a space inside the value")
    case .labelInValue:
      LocalizedText("值的开头又写了一遍名称", "the value begins with the name of the key once more")
    case .reservedSign:
      LocalizedText("值以 YAML 的专用符号开头", "the value begins with a sign that YAML keeps for itself")
    case .hashInValue:
      LocalizedText("空格加「#」之后的文字会被当作注释", "what follows a space and \"#\" is taken for a comment")
    }
  }

  /// What to type instead.
  ///
  /// - Parameter key: As it is written in the line; `nil` where it is better not repeated.
  package func remedy(key: String?) -> LocalizedText {
    let chinese = key ?? "键"
    let english = key ?? "key"
    return switch self {
    case .wideColon, .missingSpace, .missingColon:
      LocalizedText(
        "\(chinese): …（半角冒号加一个空格）", "\(english): ... (a half-width colon and a space)")
    case .wideSpace, .tab:
      LocalizedText("行首改用半角空格，每级两个", "begin the line with plain spaces, two for each level")
    case .labelInValue:
      LocalizedText("\(chinese): …（只写值）", "\(english): ... (the value alone)")
    case .curlyQuotes:
      LocalizedText(
        "\(chinese): …（去掉引号，或用半角引号 \"\"）", "\(english): ... (without them, or with \"\")")
    case .indentation:
      LocalizedText("与同级的键左对齐", "let it begin in the same column as the keys beside it")
    case .openQuote, .colonInValue, .reservedSign:
      LocalizedText(
        "\(chinese): \"…\"（整个值放进半角引号）", "\(english): \"...\" (the whole value in quotes)")
    case .hashInValue:
      LocalizedText(
        "\(chinese): \"…\"（整个值放进半角引号）；若确是注释，在「#」后加一个空格",
        "\(english): \"...\" (the whole value in quotes), or a space after \"#\" if it is a comment"
      )
    }
  }

  /// Those that are mended wherever they stand, since YAML reads something else without complaint.
  static let always: Set<TypingSlip> = [.wideColon, .missingSpace, .wideSpace, .curlyQuotes]
  /// Those that are mended where the text does not parse.
  static let onFailure: [TypingSlip] = [
    .missingColon,
    .tab, .indentation, .openQuote, .colonInValue, .reservedSign,
  ]
}
