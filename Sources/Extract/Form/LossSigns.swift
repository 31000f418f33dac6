/// Signs that something of a value was lost although every letter of the rest was read surely.
enum LossSigns {
  /// Whether a printed date (2019年12月22日) may have lost a digit or its end.
  ///
  /// Two equal digits run into one (11 to 1, 22 to 2); where one of month and day is padded with a zero and the
  /// other is not, a digit is missing; a day without 日 was cut; where a point is lost, a digit may be too.
  static func isCutDate(_ text: String) -> Bool {
    let signs = [
      "(^|[^0-9])([12]日|1月)", "月[0-9]{1,2}([^0-9日]|$)", "年[1-9]月0[1-9]日",
      "年0[1-9]月[1-9]日", "(^|[^0-9])(0[0-9]{3}|[0-9]{1,3})年",
      "[0-9]{6}[.][0-9]", "[.][0-9]{4}([^0-9.]|$)",
    ]
    return signs.contains { Patterns.first($0, in: text) != nil }
  }

  /// Whether an address names no place above its street: its first line was lost.
  static func isCutAddress(_ text: String) -> Bool {
    Patterns.first("[^省市区县旗州盟](省|市|区|县|旗|州|盟)", in: text) == nil
  }

  /// Whether an address stops before its number: a house, a room or at least a village ends it.
  static func isAddressWithoutNumber(_ text: String) -> Bool {
    Patterns.first("[0-9〇零○一二三四五六七八九十]|[村组屯庄社队园城厦场楼旁侧内口处局厅]$", in: text) == nil
  }

  /// Whether a bracket has lost its other half.
  static func isUnbalanced(_ text: String) -> Bool {
    var open = 0
    for character in text {
      if "（(".contains(character) { open += 1 }
      if "）)".contains(character) { open -= 1 }
      if open < 0 { return true }
    }
    return open > 0
  }

  /// Whether a company's name lost a part: too short for one, or without what follows 有限.
  static func isCutName(_ text: String) -> Bool {
    text.count < 4
      || Patterns.first("有限|股份", in: text) != nil
        && Patterns.first("公司|合伙|企业|中心|所|社|厂|店|部|行", in: text) == nil
  }

  /// Whether a person's name is one letter: the rest was not seen.
  static func isCutPerson(_ text: String) -> Bool {
    text.count { $0.isLetter } < 2
  }

  /// Whether an amount has a number of decimals that nobody prints: 800.00000 lost a zero of six.
  static func isCutAmount(_ text: String) -> Bool {
    Patterns.first("[.][0-9]{5}([^0-9]|$)|[.][0-9]{7}", in: text) != nil
  }

  /// Whether a last letter may stand apart from the rest: the full stop of a list, the 室 after a number.
  static func mayGoOn(_ text: String, _ field: FieldDefinition) -> Bool {
    switch field.type {
    case .text: text.last != "。"
    case .string where field.normalize == "address": text.last?.isNumber == true
    default: false
    }
  }

  /// Whether a list lacks the sign after a bracket: （不含劳务派遣）物业管理.
  static func isUnseparated(_ text: String) -> Bool {
    Patterns.first("[）)][^，、；。：（）,;:.()的及和等与或]", in: text) != nil
  }

  /// Whether a full stop of another script stands among Chinese letters: a speck.
  static func hasSpeck(_ text: String) -> Bool {
    Patterns.first("[\\p{Han}）)][.．][\\p{Han}（(]", in: text) != nil
  }

  /// Whether a sentence that the registration authorities add to scopes of business stands there with a letter wrong.
  static func isNearlyStatutory(_ text: String) -> Bool {
    let letters = text.filter { $0.isLetter }
    let pairs = Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
    return statutory.contains { sentence in
      guard !letters.contains(sentence.letters) else { return false }
      return sentence.pairs.count { pairs.contains($0) } * 10 >= sentence.pairs.count * 6
    }
  }

  /// The standard tails of scopes (DOMAIN.md 2.6), as licenses print them, without their signs.
  private static let statutory = [
    "依法须经批准的项目经相关部门批准后方可开展经营活动", "依法须经批准的项目外凭营业执照依法自主开展经营活动",
    "具体经营项目以相关部门批准文件或许可证件为准",
  ].map { sentence in
    (
      letters: sentence,
      pairs: zip(sentence, sentence.dropFirst()).map { String([$0, $1]) }
    )
  }
}
