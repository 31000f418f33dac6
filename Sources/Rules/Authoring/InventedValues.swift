internal import Model

/// Puts invented values in the place of personal ones: what was equal stays equal, and check digits stay as right or wrong
/// as they were.
struct InventedValues {
  /// Of names: each letter has one that stands for it throughout.
  private var letters: [Character: Character] = [:]
  /// Of numbers and mailboxes, by what was read.
  private var numbers: [String: String] = [:]
  /// What must not be invented, since it is there.
  private let taken: Set<Character>
  /// Names of persons, without the signs that people write or leave out.
  private let names: Set<String>

  /// - Parameter personal: All personal texts of the case.
  init(personal: [String]) {
    taken = Set(personal.joined())
    names = Set(personal.filter { !$0.contains(where: \.isNumber) }.map(Self.folded))
  }

  mutating func value(_ value: Value, of key: String, isPersonal: Bool) -> Value {
    switch value {
    case .string(let text): .string(self.text(text, of: key, isPersonal: isPersonal))
    case .list(let items): .list(items.map { self.value($0, of: key, isPersonal: isPersonal) })
    case .date(let date) where isPersonal: .date(Self.shifted(date))
    case .date, .null, .bool, .int, .double: value
    }
  }

  private mutating func text(_ text: String, of key: String, isPersonal: Bool) -> String {
    let isName = key.hasSuffix("legal_representative") || names.contains(Self.folded(text))
    if let number = ResidentIdentityNumber(text), isPersonal || PersonalForm(whole: text) != nil {
      return self.number(number)
    }
    if PersonalForm(whole: text) == .phone { return phone(text) }
    guard isPersonal || isName else { return PersonalForm.masked(text) }
    if let at = text.firstIndex(of: "@") { return mailbox(text, at) }
    if key.hasSuffix("address"), let end = text.prefix(24).lastIndex(where: "区县旗市".contains) {
      return String(text[...end]) + spelled(text[text.index(after: end)...])
    }
    return spelled(text[...])
  }

  // MARK: Numbers

  /// The same province and sex, another day of birth as ``shifted(_:)`` has it, another serial.
  private mutating func number(_ number: ResidentIdentityNumber) -> String {
    if let known = numbers[number.text] { return known }
    let count = numbers.count + 1
    let region = number.text.hasPrefix("8") ? number.region : number.region.prefix(2) + "0101"
    let born = number.birthDate.map { Self.shifted($0).iso.filter { $0 != "-" } }
    let serial = count * 2 + (number.sex == .male ? 1 : 0)
    let body =
      region + (born ?? String(number.text.dropFirst(6).prefix(8))) + Self.padded(serial, to: 3)
    let right = ModElevenTwo.checkCharacter(ofBody: String(body)).map(String.init) ?? "X"
    let check = number.isCheckRight ? right : right == "1" ? "2" : "1"
    numbers[number.text] = body + check
    return body + check
  }

  private mutating func phone(_ text: String) -> String {
    if let known = numbers[text] { return known }
    let invented = text.prefix(3) + "0000" + Self.padded(numbers.count + 1, to: 4)
    numbers[text] = String(invented)
    return String(invented)
  }

  private mutating func mailbox(_ text: String, _ at: String.Index) -> String {
    let owner = String(text[..<at])
    let invented = numbers[owner] ?? "someone\(numbers.count + 1)"
    numbers[owner] = invented
    return invented + text[at...]
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// Rules compare days of birth with each other and with numbers, seldom with other days.
  private static func shifted(_ date: CalendarDate) -> CalendarDate {
    date.adding(days: -37) ?? date
  }

  // MARK: Letters

  /// Letter for letter: two names that differ in one letter still do.
  private mutating func spelled(_ text: Substring) -> String {
    String(text.map { letter($0) })
  }

  private mutating func letter(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    if let known = letters[character] { return known }
    let pool: String
    switch scalar {
    case "0"..."9": pool = Self.digits
    case "a"..."z": pool = Self.small
    case "A"..."Z": pool = Self.small.uppercased()
    case _ where scalar.properties.isIdeographic: pool = Self.ideographs
    default: return character
    }
    let used = Set(letters.values)
    let isLetter = scalar.properties.isIdeographic
    let invented = pool.first {
      !used.contains($0) && $0 != character && !(isLetter && taken.contains($0))
    }
    letters[character] = invented ?? character
    return invented ?? character
  }

  private static let digits = "3141592653589793238462643383279502884197169399375105820974944592"
    .reduce(into: "") { if !$0.contains($1) { $0.append($1) } }
  private static let small = "qwertzuiopasdfghjklyxcvbnm"
  private static let ideographs =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"

  private static func folded(_ name: String) -> String {
    name.filter { !$0.isWhitespace && !"·•・.".contains($0) }
  }
}
