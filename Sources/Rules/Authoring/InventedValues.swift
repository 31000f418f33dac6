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
  /// What is replaced wherever it stands, the longest first.
  private let secrets: [String]

  /// - Parameters:
  ///   - personal: All personal texts of the case, also those that no rule reads.
  ///   - others: Other texts, in which persons may be named.
  init(personal: [String], besides others: [String] = []) {
    taken = Set(personal.joined()).union(others.joined())
    names = Set(personal.filter { !$0.contains(where: \.isNumber) }.map(Self.folded))
    // A lone letter would be found where it means something else.
    secrets = Set(personal.filter { $0.count >= 2 && PersonalForm(whole: $0) == nil })
      .sorted { ($1.count, $0) < ($0.count, $1) }
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
    let isHolder = Self.ofEither.contains(key) && Self.isPerson(text)
    guard isPersonal || isName || isHolder else { return inText(text, of: key) }
    if let at = text.firstIndex(of: "@") { return mailbox(text, at) }
    if key.hasSuffix("address"), let end = text.prefix(24).lastIndex(where: "区县旗市".contains) {
      return String(text[...end]) + spelled(text[text.index(after: end)...])
    }
    return spelled(text[...])
  }

  // MARK: In other texts

  /// A text that is not personal itself, with what is of persons in it replaced: a path of a chart, a letter, a phone.
  private mutating func inText(_ text: String, of key: String) -> String {
    var result = text
    for secret in secrets where result.contains(secret) {
      let invented =
        secret.contains("@") ? self.text(secret, of: key, isPersonal: true) : spelled(secret[...])
      result = result.split(separator: secret, omittingEmptySubsequences: false)
        .joined(separator: invented)
    }
    result = PersonalForm.replacing(in: result) { digits, form in
      form == .phone ? phone(digits) : ResidentIdentityNumber(digits).map { number($0) } ?? digits
    }
    result = withoutMailboxes(result, of: key)
    result = withoutNames(result, isChart: key.hasPrefix("org.") || key.hasPrefix("contacts."))
    return withoutDeskPhones(result, isPhone: Self.isPhone(key))
  }

  /// Mailboxes in a text of several words; what is but a mailbox is what its key says, and may be the company's.
  private mutating func withoutMailboxes(_ text: String, of key: String) -> String {
    guard text.contains("@") else { return text }
    let words = text.split(omittingEmptySubsequences: false) {
      $0.isWhitespace || "，,；;：:（）()、<>\"".contains($0)
    }
    guard words.count > 1 else { return text }
    var result = text
    for word in words.map(String.init) where word.contains("@") && word.first != "@" {
      let invented = self.text(word, of: key, isPersonal: true)
      result = result.split(separator: word, omittingEmptySubsequences: false)
        .joined(separator: invented)
    }
    return result
  }

  /// Names in a chart's paths, and those beyond doubt among other words of a text.
  private mutating func withoutNames(_ text: String, isChart: Bool) -> String {
    let characters = Array(text)
    let runs = characters.indices.split { !Self.isOfName(characters[$0]) }
    var result = characters
    for run in runs where isChart || runs.count > 1 {
      let word = String(characters[run])
      // In a chart 王登科 is no department of that name.
      let isName =
        isChart
        ? OrganizationWords.isPerson(word) || OrganizationWords.beginsLikeName(word)
        : OrganizationWords.isCommonPerson(word)
      guard isName || word.contains("·") && Self.isPerson(word) else { continue }
      // What a secret was replaced by is none any more.
      guard !word.allSatisfy({ letters.values.contains($0) || $0 == "·" }) else { continue }
      for (place, new) in zip(run, spelled(word[...])) { result[place] = new }
    }
    return String(result)
  }

  /// The area code stays: rules may ask for it.
  private mutating func withoutDeskPhones(_ text: String, isPhone: Bool) -> String {
    var characters = Array(text)
    let ranges = isPhone ? [characters.indices] : DeskPhone.ranges(in: characters)
    for range in ranges {
      let rest = range.dropFirst(min(4, range.count / 2))
      for (place, new) in zip(rest, spelled(Substring(String(rest.map { characters[$0] })))) {
        characters[place] = new
      }
    }
    return String(characters)
  }

  private static func isOfName(_ character: Character) -> Bool {
    character == "·" || character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  private static func isPhone(_ key: String) -> Bool {
    // allowed: the last part of a key is there
    let words = (key.split(separator: ".").last ?? "").split(separator: "_")
    return words.contains { ["phone", "mobile", "telephone", "tel", "fax"].contains($0) }
  }

  /// Facts that name a company or a person.
  private static let ofEither: Set<String> = ["domain.holder", "icp.unit_name"]

  private static func isPerson(_ text: String) -> Bool {
    let letters = text.filter { !$0.isWhitespace && !"·•・‧".contains($0) }
    guard !OrganizationWords.isCompany(text), !OrganizationWords.isDepartment(text) else {
      return false
    }
    return OrganizationWords.isPerson(text) || text.contains { "·•・‧".contains($0) }
      || letters.count <= 4 && letters.allSatisfy(isOfName)
      || letters.count <= 20 && letters.allSatisfy { $0.isASCII && $0.isLetter }
        && text.contains(" ")
        && !["Ltd", "Inc", "LLC", "Corp", "Co"].contains { text.contains($0) }
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
    func fits(_ other: Character) -> Bool {
      !used.contains(other) && other != character && !(isLetter && taken.contains(other))
    }
    // Of as many names as a large chart has the letters of the list do not suffice.
    let invented =
      pool.first(where: fits)
      ?? (isLetter ? Self.moreIdeographs.lazy.map(Character.init).first(where: fits) : nil)
    letters[character] = invented ?? character  // allowed: of ten digits or 26 letters the last
    return invented ?? character
  }

  private static let digits = "3141592653589793238462643383279502884197169399375105820974944592"
    .reduce(into: "") { if !$0.contains($1) { $0.append($1) } }
  private static let small = "qwertzuiopasdfghjklyxcvbnm"
  private static let ideographs =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"

  /// CJK unified ideographs, the whole block.
  private static let moreIdeographs = (0x4E00...0x9FA5).compactMap(Unicode.Scalar.init)

  private static func folded(_ name: String) -> String {
    name.filter { !$0.isWhitespace && !"·•・.".contains($0) }
  }
}
