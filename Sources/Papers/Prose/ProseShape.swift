internal import Model
internal import Native

/// What the value of a field looks like in running text.
enum ProseShape {
  case company, person, date, period, code, digits, words

  /// `nil` for fields that running text does not hold: marks, colours, stamps, codes in pictures.
  init?(_ field: FieldDefinition) {
    switch field.kind {
    case .date: self = .date
    case .period: self = .period
    case .text: self = .words
    case .string(let rule):
      if rule.checksum != nil {
        self = .code
      } else if rule.normalize == "company" {
        self = .company
      } else if rule.normalize == "person" {
        self = .person
      } else if let pattern = rule.pattern.flatMap(Patterns.compiled),
        pattern.matchesWhole("13800138000")
      {
        self = .digits
      } else {
        self = .words
      }
    case .amount, .mark, .qr, .red, .stamp, .stampText: return nil
    }
  }
}

/// What stands where a value belongs, weighed.
enum ProseValue {
  case value([ProseLetter], isSure: Bool)
  /// Nothing, underscores, or words of the form alone: nobody filled it in.
  case blank
  /// Something else: a sentence, another field's value.
  case unfit

  /// - Parameter letters: what stands between a label and the next one.
  init(_ letters: [ProseLetter], shape: ProseShape) {
    guard !Self.isBlank(letters.text) else {
      self = .blank
      return
    }
    switch shape {
    case .company: self = Self.company(letters)
    case .person: self = Self.person(letters)
    case .date: self = Self.date(letters)
    case .period:
      let body = letters.withoutGaps.prefix { !"，。；_".unicodeScalars.contains($0.scalar) }
      self = body.isEmpty ? .unfit : .value(Array(body), isSure: true)
    case .code, .digits: self = .value(letters, isSure: true)
    case .words:
      let body = letters.drop { $0.isGap || $0.scalar == "_" }
      self = body.isEmpty ? .blank : .value(Array(body), isSure: true)
    }
  }

  // MARK: Blanks

  private static let formWords = [
    "签字", "签名", "签章", "盖章", "公章", "印章", "加盖", "手写", "单位", "本人", "企业", "公司", "或", "并", "及", "处",
    "法人章",
  ]
  private static let fillers: Set<Character> = Set(
    " _-—–―－~～.…·。，、：；:;/\\|〇□（）()年月日时至自起止从到　")

  /// Whether a text says no more than the form itself does: ____年__月__日, （盖章）.
  ///
  /// A printed 20 before 年 is the form's own; strokes of the pen that drew the line may be read as 一.
  static func isBlank(_ text: String) -> Bool {
    var rest = text
    for word in formWords { rest = rest.replacing(word, with: "") }
    let isDate = rest.contains("年")
    rest.removeAll { fillers.contains($0) }
    if isDate, rest == "20" || rest == "2" || rest == "202" { return true }
    return rest.allSatisfy { $0 == "一" }
  }

  // MARK: Kinds

  private static let separators = "，。；、|".unicodeScalars

  private static func company(_ letters: [ProseLetter]) -> ProseValue {
    var body = letters.drop { $0.isGap || "_：".unicodeScalars.contains($0.scalar) }
    if let cut = body.firstIndex(where: {
      separators.contains($0.scalar) || $0.scalar == "_"
    }) {
      body = body[..<cut]
    }
    for pattern in companyEnds {
      if let range = Patterns.compiled(pattern)?.firstMatch(in: body.text)?.scalarRange(of: 0) {
        body = body.prefix(range.lowerBound)
      }
    }
    let tokens = body.split(whereSeparator: \.isGap).map(Array.init)
    guard let first = tokens.first else { return .unfit }
    let all = tokens.flatMap(\.self)
    let name = tokens.count > 1 && isCompany(first.text) ? first : all
    let text = name.text
    guard text.count >= 4, text.count <= 60, !notNames.contains(where: text.contains),
      text.contains(where: \.isHan), Patterns.first(Self.sentence, in: text) == nil
    else { return .unfit }
    return .value(name, isSure: isCompany(text))
  }

  /// Where a company's name ends: signs of a signature, a date.
  private static let companyEnds = [
    "（[^）]*(?:章|签|印|简称|下称|甲方|乙方|全称)[^）]*）?", " ?(?:盖章|公章|签章|签字|印章).*$",
    " ?[0-9]{4} ?[年.\\-/].*$", " ?二 ?[〇零○O0].*年.*$",
  ]
  /// 我林知远系…: a sentence that names a person first; 系统 and 系列 are words of companies.
  private static let sentence = "^我?\\p{Han}{2,4}系[^统列]"
  /// No company is called so, nor any person: a sentence goes on.
  private static let notNames = [
    "我公司", "本公司", "贵公司", "我单位", "本单位", "贵单位", "授权", "委托", "兹", "特此", "此致", "上述", "以下", "下列", "有关",
  ]

  static func isCompany(_ text: String) -> Bool { CompanyGrammar.name(text) >= 1.5 }

  private static func person(_ letters: [ProseLetter]) -> ProseValue {
    let body = letters.drop { $0.isGap || "_：".unicodeScalars.contains($0.scalar) }
      .prefix { !separators.contains($0.scalar) && !"_：（".unicodeScalars.contains($0.scalar) }
    let tokens = body.split(whereSeparator: \.isGap).map(Array.init)
    guard var name = tokens.first else { return .unfit }
    // 李 晓 梅: letters spread over the line.
    if name.count == 1 { name += tokens.dropFirst().prefix { $0.count == 1 }.flatMap(\.self) }
    if name.count == 1, tokens.count > 1 { name += tokens[1] }
    if name.text.allSatisfy({ $0.isASCII }) { name = Array(body) }
    for title in ["同志", "先生", "女士", "小姐"] where name.count > 3 && name.text.hasSuffix(title) {
      name = name.dropLast(2)
    }
    return named(name)
  }

  /// The weight of a text as a person's name.
  static func named(_ name: [ProseLetter]) -> ProseValue {
    let text = name.text
    guard !notPersons.contains(where: text.contains) else { return .unfit }
    if text.allSatisfy(\.isHan) {
      switch text.count {
      case 2, 3: return .value(name, isSure: true)
      case 4: return .value(name, isSure: doubleSurnames.contains(String(text.prefix(2))))
      case 5, 6: return .value(name, isSure: false)
      default: return .unfit
      }
    }
    if text.allSatisfy({ $0.isHan || "·.".contains($0) }), text.last?.isHan == true {
      return .value(name, isSure: true)
    }
    let isLatin = text.allSatisfy { $0.isASCII && ($0.isLetter || " .,-'".contains($0)) }
    return isLatin && text.count(where: \.isLetter) > 3 ? .value(name, isSure: true) : .unfit
  }

  private static let notPersons =
    notNames + [
      "公司", "单位", "人员", "员工", "企业", "身份", "证件", "电话", "手机", "日期", "职务", "性别", "部门", "代理", "受托",
      "被授",
      "管理", "签字", "签名", "盖章", "姓名", "事项", "期限", "办理", "负责", "本人", "该员",
    ]
  static let doubleSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "慕容", "司徒", "夏侯", "令狐", "宇文", "长孙", "南宫", "呼延", "公孙",
    "端木", "独孤", "申屠", "钟离", "赫连", "澹台", "闻人", "公冶", "太史", "轩辕",
  ]

  private static func date(_ letters: [ProseLetter]) -> ProseValue {
    let body = letters.withoutGaps
    guard
      let range = Patterns.compiled(datePattern)?.firstMatch(in: body.text)?.scalarRange(of: 0)
    else { return .unfit }
    return .value(Array(body[range]), isSure: true)
  }

  static let datePattern =
    "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}[日号]"
    + "|[一二][0-9〇零○OoＯ一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]"
    + "|[12][0-9]{3}[.·][0-9]{1,2}[.·][0-9]{1,2}|[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}"
    + "|[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}"
}
