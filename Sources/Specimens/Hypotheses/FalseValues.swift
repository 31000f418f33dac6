internal import Model

/// Values that differ from a true one in a single place, as a declaration may.
struct FalseValues {
  /// How a value was changed.
  enum Change: String, CaseIterable {
    case none = "true value"
    case lookAlike = "look-alike letter"
    case other = "other letter"
    case dropped = "letter dropped"
    case inserted = "letter inserted"
    /// A code with one digit changed and its check characters made right.
    case validCode = "other valid code"
    case date = "other day"
  }

  var dice: Dice

  mutating func texts(of truth: String, scheme: ChecksumScheme?) -> [(Change, String)] {
    var changed: [(Change, String)] = []
    func add(_ change: Change, _ letters: [Character]?) {
      if let letters, String(letters) != truth { changed.append((change, String(letters))) }
    }
    let letters = Array(truth)
    guard letters.count > 1 else { return [] }
    if let scheme {
      add(.other, replaced(letters, by: scheme == .gb11643 ? "0123456789" : "0123456789ABCDEFGH"))
      add(.validCode, validCode(letters, scheme))
      return changed
    }
    add(.lookAlike, lookAlike(letters))
    add(.other, replaced(letters, by: "明华海金新东中天国安永兴德和平利达昌盛宏"))
    var shorter = letters
    shorter.remove(at: dice.number(0...(letters.count - 1)))
    add(.dropped, shorter)
    var longer = letters
    longer.insert(
      dice.pick(Array("大新中华明海")), at: dice.number(0...letters.count))
    add(.inserted, longer)
    return changed
  }

  /// A day with one digit of month, day or year changed.
  mutating func day(of truth: CalendarDate) -> CalendarDate? {
    let iso = Array(truth.iso)
    for _ in 0..<20 {
      var changed = iso
      changed[dice.pick([2, 3, 5, 6, 8, 9])] = dice.pick(Array("0123456789"))
      if let date = CalendarDate(iso: String(changed)), date != truth { return date }
    }
    return nil
  }

  private mutating func replaced(_ letters: [Character], by set: String) -> [Character] {
    var changed = letters
    let place = dice.number(0...(letters.count - 1))
    changed[place] = dice.pick(Array(set).filter { $0 != letters[place] })
    return changed
  }

  /// One letter replaced by one that looks like it; `nil` where none has such a double.
  private mutating func lookAlike(_ letters: [Character]) -> [Character]? {
    let places = letters.indices.filter { place in
      Self.groups.contains { $0.contains(letters[place]) }
    }
    guard !places.isEmpty else { return nil }
    let place = dice.pick(places)
    let doubles = Self.groups.filter { $0.contains(letters[place]) }.joined()
      .filter { $0 != letters[place] }
    guard !doubles.isEmpty else { return nil }
    var changed = letters
    changed[place] = dice.pick(Array(doubles))
    return changed
  }

  private mutating func validCode(_ letters: [Character], _ scheme: ChecksumScheme) -> [Character]?
  {
    for _ in 0..<400 where letters.count == 18 {
      var changed = replaced(letters, by: "0123456789")
      switch scheme {
      case .gb32100:
        changed[16] = CheckDigits.organizationCode(Array(changed[8..<16]))
        changed[17] = CheckDigits.creditCode(Array(changed[..<17]))
      case .gb11643:
        changed[17] = CheckDigits.identityNumber(changed[..<17].compactMap(\.wholeNumberValue))
      case .gb11714, .gs15, .fpr: return nil
      }
      if changed != letters, Checksum.isRight(String(changed), scheme: scheme) == true {
        return changed
      }
    }
    return nil
  }

  /// Letters that readers and typists take for one another.
  private static let groups = [
    "未末朱", "己已巳", "日曰目", "人入八", "土士工", "干千于", "大太犬天夫", "王玉主壬", "田由甲申电", "戊戌戍成", "北比", "木本术",
    "今令合", "刀力九", "儿几", "白自百", "贝见页", "户尸", "名各", "免兔", "鸟乌岛", "拨拔", "冶治", "抢枪", "晴睛", "清请情青",
    "银根很", "星皇里", "晨晟", "科料", "技枝拔", "限恨", "公分", "司同", "深探", "市布", "华毕", "贸贺", "业亚", "明朋", "东车",
    "新断", "长卡", "州洲", "区匹", "海梅", "林材村", "杨扬汤", "张弘", "李季", "陈阵", "刘列", "赵起", "黄横", "周固同", "徐除",
    "孙弥", "胡湖", "郭部", "何河可", "高亮", "罗岁", "郑邓", "梁粱", "谢射", "宋宗", "唐康", "许计", "韩朝", "冯马", "曹曾",
    "萧肃", "蔡察", "潘番", "袁衷", "董重", "余徐", "叶吐", "程和", "苏办", "吕侣", "魏巍", "广厂", "街衔", "号另",
    "0O8", "1l7", "38", "56", "69",
  ]
}
