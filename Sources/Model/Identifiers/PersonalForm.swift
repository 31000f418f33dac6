/// Numbers of persons that their form alone gives away, wherever they stand: ID numbers and mobile phones.
package enum PersonalForm: Hashable, Sendable {
  /// 18 characters with a province and a birth date (GB 11643-1999).
  case identityNumber
  /// 11 digits from 13 to 19, perhaps after +86.
  case phone

  /// What a text is as a whole; `nil` where it is neither, or says more.
  package init?(whole text: String) {
    let characters = Array(text).trimmed
    guard let run = Self.runs(in: characters).first, run.places.first == 0,
      run.places.last == characters.count - 1
    else { return nil }
    self = run.form
  }

  package var words: LocalizedText {
    switch self {
    case .identityNumber: LocalizedText("身份证号", "an ID number")
    case .phone: LocalizedText("手机号", "a mobile phone's number")
    }
  }

  /// Returns a text with all such numbers masked: the first 3 and the last 4 digits stay.
  package static func masked(_ text: String) -> String {
    guard mayStand(in: text) else { return text }
    let characters = Array(text)
    let visible = visibility(of: characters)
    return String(zip(characters, visible).map { $1 ? $0 : "*" })
  }

  /// Returns a text with each such number replaced, digit by digit, so that what parts its digits stays.
  ///
  /// - Parameter replacement: Gets the digits of a number, and gives as many.
  package static func replacing(
    in text: String, _ replacement: (String, PersonalForm) -> String
  ) -> String {
    guard mayStand(in: text) else { return text }
    var characters = Array(text)
    for run in runs(in: characters) {
      let digits = String(run.places.map { digit(characters[$0]) ?? "X" })
      for (place, new) in zip(run.places, replacement(digits, run.form)) { characters[place] = new }
    }
    return String(characters)
  }

  /// Which characters are none of the digits to be hidden.
  package static func visibility(of characters: [Character]) -> [Bool] {
    var visible = characters.map { _ in true }
    for run in runs(in: characters) {
      for place in run.places.dropFirst(3).dropLast(4) { visible[place] = false }
    }
    return visible
  }

  /// Whether there are digits enough; most texts have fewer.
  package static func mayStand(in text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      // The last byte of a full-width digit lies beyond ASCII, so its first one counts.
      if (0x30...0x39).contains(byte) || byte == 0xEF { digits += 1 }
      if digits >= 11 { return true }
    }
    return false
  }

  private struct Run {
    let form: PersonalForm
    /// Of its digits and the final X, without what parts them.
    let places: [Int]
  }

  private static func runs(in characters: [Character]) -> [Run] {
    var runs: [Run] = []
    var groups: [[Int]] = []
    func close() {
      runs += Self.runs(of: groups, in: characters)
      groups = []
    }
    var index = 0
    while index < characters.count {
      guard digit(characters[index]) != nil else {
        index += 1
        continue
      }
      var group: [Int] = []
      while index < characters.count, digit(characters[index]) != nil {
        group.append(index)
        index += 1
      }
      if group.count + groups.reduce(0, { $0 + $1.count }) >= 17, index < characters.count,
        "xXｘＸ×".contains(characters[index])
      {
        group.append(index)
        index += 1
      }
      groups.append(group)
      let isParted =
        index + 1 < characters.count && separators.contains(characters[index])
        && digit(characters[index + 1]) != nil
      if isParted { index += 1 } else { close() }
    }
    close()
    return runs
  }

  /// The numbers among neighbouring groups of digits.
  private static func runs(of groups: [[Int]], in characters: [Character]) -> [Run] {
    var runs: [Run] = []
    var first = 0
    while first < groups.count {
      var found: (run: Run, next: Int)?
      for last in groups.indices[first...].prefix(5) where found == nil {
        let parts = groups[first...last]
        let places = Array(parts.joined())
        if let form = form(of: parts.map(\.count), places, in: characters) {
          found = (Run(form: form, places: places), last + 1)
        }
      }
      if let found { runs.append(found.run) }
      first = found?.next ?? first + 1
    }
    return runs
  }

  private static func form(of counts: [Int], _ places: [Int], in characters: [Character])
    -> PersonalForm?
  {
    guard let start = places.first, let end = places.last, isFree(start - 1, in: characters),
      isFree(end + 1, in: characters)
    else { return nil }
    let text = String(places.map { digit(characters[$0]) ?? "X" })
    if let number = ResidentIdentityNumber(text), number.birthDate != nil, number.isRegionPlausible
    {
      // A code of a body may happen to look like one: of an authority (11 to 13) or of civil affairs (51 to 53).
      let isCode =
        ["11", "12", "13", "51", "52", "53"].contains(text.prefix(2))
        && UnifiedSocialCreditCode(text)?.isValid == true && !number.isCheckRight
      return isCode ? nil : .identityNumber
    }
    let digits = text.hasPrefix("86") && text.count == 13 ? text.dropFirst(2) : text[...]
    guard digits.count == 11, digits.first == "1", let second = digits.dropFirst().first,
      ("3"..."9").contains(second), counts.count == 1 || phoneGroups.contains(counts)
    else { return nil }
    let unit = end + 1 < characters.count ? characters[end + 1] : " "
    return "元万亿".contains(unit) ? nil : .phone
  }

  /// Whether no letter, digit or decimal point adjoins.
  private static func isFree(_ index: Int, in characters: [Character]) -> Bool {
    guard characters.indices.contains(index) else { return true }
    let character = characters[index]
    // Decimals of a number.
    if character == ".", characters.indices.contains(index - 1),
      characters.indices.contains(index + 1),
      digit(characters[index - 1]) != nil, digit(characters[index + 1]) != nil
    {
      return false
    }
    return !(character.isASCII && (character.isLetter || character.isNumber))
      && digit(character) == nil
  }

  private static func digit(_ character: Character) -> Character? {
    if ("0"..."9").contains(character) { return character }
    guard let scalar = character.unicodeScalars.first, (0xFF10...0xFF19).contains(scalar.value),
      let plain = Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    else { return nil }
    return Character(plain)
  }

  private static let separators: Set<Character> = [" ", "-", "\u{A0}", "\u{3000}", "–", "‑", "－"]
  private static let phoneGroups: Set<[Int]> = [
    [3, 4, 4], [3, 8], [7, 4], [2, 11], [2, 3, 4, 4], [3, 3, 5], [4, 3, 4],
  ]
}

extension [Character] {
  /// Without white space at both ends.
  fileprivate var trimmed: [Character] {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { Array(start[...$0]) } ?? []  // allowed: white space alone
  }
}
