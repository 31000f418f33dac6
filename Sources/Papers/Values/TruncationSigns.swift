/// Signs that something of a value was lost although every letter of the rest was read surely.
enum TruncationSigns {
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

  /// Whether an address names no place above its street, or begins with no province's name: its first line or
  /// letter was lost.
  static func isCutAddress(_ text: String) -> Bool {
    if Patterns.first("[^省市区县旗州盟](省|市|区|县|旗|州|盟)", in: text) == nil { return true }
    guard let province = Patterns.first("^[^省市区县旗州盟]{1,4}省", in: text) else { return false }
    return !provinces.contains(String(province.dropLast()))
  }

  /// Those called 省 (GB/T 2260).
  private static let provinces: Set<String> = [
    "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南",
    "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾",
  ]

  /// Whether an address stops before its number: a house, a room or at least a village ends it.
  static func isAddressWithoutNumber(_ text: String) -> Bool {
    Patterns.first("[0-9〇零○一二三四五六七八九十]|[村组屯庄社队园城厦场楼旁侧内口处局厅]$", in: text) == nil
  }

  /// Whether an address ends with a house number without its 号, or has a point inside a number: a speck.
  static func isAddressWithOddNumber(_ text: String) -> Bool {
    // 312国道1.5公里处 is measured.
    Patterns.first("[路街巷道里弄][0-9]+$|[0-9][.．·][0-9]+([^0-9公千米层]|$)", in: text) != nil
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

  /// Whether a company's name lost a part, or got one that is not its own: too short for one, without what follows
  /// 有限 or the 司 at its end, or with two legal forms.
  static func isCutName(_ text: String) -> Bool {
    text.count < 4 || text.hasSuffix("公")
      // 市海蓝商贸有限公司 lost its city; 省心 and 区块链 are words.
      || Patterns.first("^[市省县区][^心块域场长]", in: text) != nil
      || Patterns.first("有限(责任)?公司.*有限(责任)?公司", in: text) != nil
      || Patterns.first("有限|股份", in: text) != nil
        && Patterns.first("公司|合伙|企业|中心|所|社|厂|店|部|行", in: text) == nil
  }

  /// Whether a person's name is one letter, so that the rest was not seen, or has a dash, which may be the letter 一.
  static func isCutPerson(_ text: String) -> Bool {
    text.count { $0.isLetter } < 2
      || Patterns.first("[—―–]|(^|\\P{Han})\\p{Han}?-|-\\p{Han}?(\\P{Han}|$)", in: text) != nil
  }

  /// Whether an amount has a number of decimals that nobody prints (800.00000 lost a zero of six), or millions of 万
  /// that were decimals before their point was lost: 3000000万 for 3.000000万.
  static func isCutAmount(_ text: String) -> Bool {
    Patterns.first("[.][0-9]{5}([^0-9]|$)|[.][0-9]{7}|[0-9]0{6}万", in: text) != nil
  }

  /// Whether a last letter may stand apart from the rest: the full stop of a list, the 室 after a number.
  static func mayGoOn(_ text: String, _ field: FieldDefinition) -> Bool {
    switch field.kind {
    case .text: text.last != "。"
    case .string(let rule) where rule.normalize == "address": text.last?.isNumber == true
    default: false
    }
  }

  /// Whether a list lacks the sign after a bracket: （不含劳务派遣）物业管理.
  static func isUnseparated(_ text: String) -> Bool {
    Patterns.first("[）)][^，、；。：（）,;:.()的及和等与或]", in: text) != nil
  }

  /// Whether a full stop of another script stands among Chinese letters, or a dot beside a bracket: a speck.
  static func hasSpeck(_ text: String) -> Bool {
    Patterns.first("[\\p{Han}）)][.．][\\p{Han}（(]|·[（(]|[）)]·", in: text) != nil
  }

  /// Whether the signs of a list stand as nobody sets them, or the heading before it lost its first letter.
  ///
  /// - Parameter text: as it is shown, with full-width signs.
  static func isOddlySet(_ text: String) -> Bool {
    let signs = [
      "^[，、；。：,;:.]", "[，、；][，、；。]", "[.．]$", "^可(经营)?项目", "批准的项目[；;。、.·]",
    ]
    return signs.contains { Patterns.first($0, in: text) != nil } || hasOddSeparator(text)
  }

  /// Whether one sign of a list is another than all the rest: ， or 。 among ；, which small print makes of one another.
  private static func hasOddSeparator(_ text: String) -> Bool {
    // What the registrars add is prose.
    let prose = ["依法须经", "法律、法规", "法律法规"]
    let end = text.indices.first { index in prose.contains { text[index...].hasPrefix($0) } }
    var depth = 0
    // allowed: no such sentence
    let list = text[..<(end ?? text.endIndex)].filter { character in
      if "（【".contains(character) { depth += 1 }
      if "）】".contains(character) { depth -= 1 }
      return depth == 0
    }
    let counts = ["，", "；"].map { sign in list.count { String($0) == sign } }
    if counts.contains(1), counts.contains(where: { $0 >= 3 }) { return true }
    // A sentence may follow a full stop: a second heading, or one more business in words of its own.
    let stops = Patterns.first("。[^）】（【一许自从货经国0-9]", in: list) != nil
    return stops && list.dropLast().count { $0 == "。" } == 1 && counts.contains { $0 >= 3 }
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

  private static let statutory = ScopeGrammar.statutory.map { sentence in
    (
      letters: sentence,
      pairs: zip(sentence, sentence.dropFirst()).map { String([$0, $1]) }
    )
  }
}
