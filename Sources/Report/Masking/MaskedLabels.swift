internal import Model

extension Masking {
  /// What a roster says beside the declaration: names, phones and addresses of persons masked, by what the heading of
  /// the column means and by their form.
  func shown(_ label: SubmissionLabel) -> SubmissionLabel {
    guard !showsPersonalData else { return label }
    var label = label
    label.value = redacted(LabelMask(label).text)
    return label
  }
}

/// The value of a column of a roster with what is of persons hidden.
private struct LabelMask {
  private let characters: [Character]
  private var isVisible: [Bool]

  init(_ label: SubmissionLabel) {
    characters = Array(label.value)
    isVisible = characters.map { _ in true }
    let meaning = LabelMeaning(title: label.title)
    if meaning != .things { hideForms() }
    switch meaning {
    case .personal(let style): hideWords(style)
    case .reach:
      for word in words({ !Self.separators.contains($0) }) where isUntouched(word) {
        hide(word, OrganizationWords.isPerson(text(word)) ? .personName : .whole)
      }
    case .persons: hidePersons()
    case .anything: hideNamesInText()
    case .things: break
    }
  }

  var text: String { String(zip(characters, isVisible).map { $1 ? $0 : "*" }) }

  // MARK: Ranges

  private static let separators: Set<Character> = Set(" \t\n、，,；;：:/（）()|+&　\u{A0}")

  /// The longest runs of characters that fit.
  private func words(_ fits: (Character) -> Bool) -> [Range<Int>] {
    var words: [Range<Int>] = []
    for index in characters.indices where fits(characters[index]) {
      if let last = words.last, last.upperBound == index {
        words[words.count - 1] = last.lowerBound..<index + 1
      } else {
        words.append(index..<index + 1)
      }
    }
    return words
  }

  private func text(_ range: Range<Int>) -> String { String(characters[range]) }

  private func isUntouched(_ range: Range<Int>) -> Bool { isVisible[range].allSatisfy(\.self) }

  private mutating func hide(_ range: Range<Int>, _ style: MaskStyle) {
    for (index, stays) in zip(range, style.visibility(of: Array(characters[range]))) where !stays {
      isVisible[index] = false
    }
  }

  // MARK: By form

  /// Addresses of mail, phones on desks and accounts, wherever they stand.
  private mutating func hideForms() {
    for word in words({ !Self.separators.contains($0) }) where text(word).contains("@") {
      hide(word, .mail)
    }
    for range in DeskPhone.ranges(in: characters) { hide(range, .phone) }
    for cue in ["微信号", "微信", "QQ号", "QQ", "qq", "wechat", "WeChat"] {
      for start in places(of: cue) { hideAccount(after: start + cue.count) }
    }
  }

  private mutating func hideAccount(after place: Int) {
    var start = place
    while start < characters.count, Self.separators.contains(characters[start]) { start += 1 }
    let end =
      characters[start...].firstIndex { character in
        !(character.isLetterOfLatin || character.isASCII && character.isNumber
          || "_-".contains(character))
      } ?? characters.count
    if end - start >= 5 { hide(start..<end, .whole) }
  }

  private func places(of cue: String) -> [Int] {
    let cue = Array(cue)
    guard characters.count >= cue.count else { return [] }
    return (0...characters.count - cue.count).filter { start in
      characters[start..<start + cue.count].elementsEqual(cue)
    }
  }

  // MARK: By heading

  private mutating func hideWords(_ style: MaskStyle) {
    switch style {
    case .birthDate, .address: hide(characters.indices, style)
    case .phone:
      // 0755-2612 3456 is one number.
      for run in words({ $0.isNumber || "-－– ()（）".contains($0) }) { hide(run, .whole) }
      for run in words({ $0.isNumber || "-－–".contains($0) }) where run.count > 7 {
        let first = run.count < 11 ? 0 : 3
        for index in run {
          isVisible[index] = index < run.lowerBound + first || index >= run.upperBound - 4
        }
      }
      hidePersons()
    case .mail, .whole, .identityNumber, .personName, .shown:
      for word in words({ !Self.separators.contains($0) }) where isUntouched(word) {
        let isMail = style != .mail || text(word).contains("@")
        hide(word, isMail ? style : .personName)
      }
    }
  }

  /// Under a heading that means persons all is hidden that names no body, no office, and nothing at all.
  private mutating func hidePersons() {
    let runs = words { $0.isLetter || $0.isNumber || Self.dots.contains($0) }
    for run in Self.joined(runs, in: characters) where isUntouched(run) {
      let word = text(run)
      guard word.contains(where: \.isLetter), !Self.nobody.contains(word.lowercased()),
        !isBody(word)
      else { continue }
      hide(run, .personName)
    }
  }

  /// A name whose letters stand apart, 李 四, is one.
  private static func joined(_ runs: [Range<Int>], in characters: [Character]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for run in runs {
      if let last = joined.last, run.count == 1, characters[last.upperBound - 1].isHanLetter,
        characters[run.lowerBound].isHanLetter,
        last.count == 1 || characters[last].contains(where: \.isWhitespace), last.count < 6,
        characters[last.upperBound..<run.lowerBound].allSatisfy(\.isWhitespace)
      {
        joined[joined.count - 1] = last.lowerBound..<run.upperBound
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  private func isBody(_ word: String) -> Bool {
    if ["ltd", "inc", "llc", "corp", "co"].contains(word.lowercased()) { return true }
    // 王登科 ends as a department does.
    guard !OrganizationWords.beginsLikeName(word) else { return false }
    if OrganizationWords.isCompany(word) || MaskStyle.namesOrganization(word) { return true }
    // 李四光财务部 is a person of it.
    let isOfPerson = [2, 3].contains { OrganizationWords.isCommonPerson(String(word.prefix($0))) }
    return !isOfPerson
      && (OrganizationWords.isDepartment(word) || OrganizationWords.isPosition(word))
  }

  // MARK: In text

  /// Names that their form or the words around them give away: 李四光+王大明, 请联系王大明, 李四光已补交.
  private mutating func hideNamesInText() {
    let runs = words { $0.isHanLetter || Self.dots.contains($0) }
    let letters = runs.filter { characters[$0].contains(where: \.isHanLetter) }
    let areAllNames =
      letters.count > 1 && letters.allSatisfy { OrganizationWords.isPerson(text($0)) }
    for run in letters {
      if characters[run].dropFirst().dropLast().contains(where: Self.dots.contains) {
        hide(run.lowerBound + cueLength(before: run)..<run.upperBound, .personName)
      } else if OrganizationWords.isCommonPerson(text(run)) || areAllNames {
        hide(run, .personName)
      } else {
        for start in run where run.lowerBound == start || followsCue(start, in: run) {
          if let name = name(at: start, in: run) { hide(name, .personName) }
        }
      }
    }
  }

  /// A name that begins at a place, where what follows it fits.
  private func name(at start: Int, in run: Range<Int>) -> Range<Int>? {
    for length in [4, 3, 2] where start + length <= run.upperBound {
      let range = start..<start + length
      let rest = text(range.upperBound..<run.upperBound)
      if OrganizationWords.isPerson(text(range)), OrganizationWords.beginsLikeName(text(range)),
        rest.isEmpty || Self.acts.contains(where: rest.hasPrefix)
          || length > 2 && Self.verbs.contains(where: rest.hasPrefix)
      {
        return range
      }
    }
    return nil
  }

  private func followsCue(_ start: Int, in run: Range<Int>) -> Bool {
    let before = text(run.lowerBound..<start)
    return Self.cues.contains(where: before.hasSuffix)
  }

  /// The length of the words before a name with dots.
  private func cueLength(before run: Range<Int>) -> Int {
    let text = text(run)
    // allowed: no such words
    return Self.cues.filter { text.hasPrefix($0) }.map(\.count).max() ?? 0
  }

  private static let dots: Set<Character> = ["·", "•", "・", "‧"]
  private static let nobody: Set<String> = [
    "无", "暂无", "没有", "待定", "未定", "空缺", "同上", "同左", "同前", "不详", "na", "none", "tbd",
  ]
  private static let cues = [
    "联系", "联络", "找", "问", "请", "由", "经", "与", "和", "跟", "向", "给", "致电", "转", "转给", "对接", "及", "是",
    "为",
    "负责人", "联系人", "经办人", "接口人", "法人", "法定代表人", "代表人", "操作人", "操作员", "姓名", "经理", "主管", "主任", "会计",
    "叫",
    "换成", "改为", "变更为", "同事", "老板", "原", "现", "新",
  ]
  /// What only persons do and are.
  private static let acts = [
    "负责", "对接", "跟进", "办理", "提供", "确认", "处理", "先生", "女士", "小姐", "老师", "同志", "经理", "总监", "主任", "会计",
    "主管",
    "律师", "电话", "手机", "微信", "邮箱", "身份证", "离职", "休假", "出差", "接手", "接替",
  ]
  /// What follows a name, and many other words.
  private static let verbs = [
    "已", "未", "正在", "在", "补", "交", "说", "来", "总", "转", "代", "签", "的", "和", "与", "及", "等", "为", "是",
    "任", "不",
    "没", "会", "要", "需", "将", "均", "那", "处",
  ]
}

extension Character {
  fileprivate var isLetterOfLatin: Bool { isASCII && isLetter }
  fileprivate var isHanLetter: Bool { unicodeScalars.allSatisfy(\.properties.isIdeographic) }
}
