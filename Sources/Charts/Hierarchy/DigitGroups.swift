/// Groups of digits from a place on, parted by the marks that part telephone numbers.
struct DigitGroups {
  private struct Group {
    /// How many digits stand up to its end.
    let total: Int
    let length: Int
    /// The end is the index after the group.
    package let end: Int
    /// The mark before it.
    let mark: Character?
  }

  private let text: [Character]
  /// All digits, of whatever width; a masked one is an asterisk.
  private var digits = ""
  private var groups: [Group] = []
  private let isInternational: Bool

  private static let groupLimit = 6
  private static let lengthLimit = 32
  private static let markLimit = 2

  init(_ text: [Character], from start: Int) {
    self.text = text
    var at = start
    isInternational = "+＋".contains(text[at])
    if isInternational { at += 1 }
    while groups.count < Self.groupLimit {
      // Not over the end of a line.
      let marks =
        groups.isEmpty ? 0 : text[at...].prefix(Self.markLimit).prefix { Self.parts($0) }.count
      guard let group = Self.group(text, from: at + marks) else { return }
      for character in group { digits.append(character.decimalDigit ?? character) }
      groups.append(
        Group(
          total: digits.count, length: group.count, end: group.endIndex,
          mark: marks == 0 ? nil : text[at + marks - 1]))
      at = group.endIndex
    }
  }

  private static func parts(_ character: Character) -> Bool {
    " -－–.·()（）转\u{A0}".contains(character)
  }

  /// Seventeen digits may end in the X of an ID number.
  private static func group(_ text: [Character], from start: Int) -> ArraySlice<Character>? {
    guard start < text.count, text[start].isDecimalDigit else { return nil }
    let group = text[start...].prefix(lengthLimit).prefix { $0.isDecimalDigit || $0 == "*" }
    let end = group.endIndex
    return group.count == 17 && end < text.count && "Xx".contains(text[end])
      ? text[start...end] : group
  }

  /// The index after the longest number here that is a telephone's, or too long for a name.
  ///
  /// - Parameter isAnnounced: whether `电话` or the like stands before it.
  func telephone(isAnnounced: Bool) -> Int? {
    for count in stride(from: groups.count, to: 0, by: -1) {
      let end = groups[count - 1].end
      if end < text.count, text[end].isASCIIWord { continue }
      if isTelephone(count) || isExtended(count) || isAnnounced && groups[count - 1].total >= 5 {
        return end
      }
    }
    return nil
  }

  private func isTelephone(_ count: Int) -> Bool {
    let number = digits.prefix(groups[count - 1].total)
    if count == 1, number.count >= 7 { return true }
    if isInternational { return (9...15).contains(number.count) }
    let prefixes = ["0086": 4, "86": 2].filter { number.hasPrefix($0.key) }
    let national = prefixes.values.first.map { number.dropFirst($0) } ?? number
    return isNational(number) || national.first == "1" && isNational(national)
  }

  /// Mobile, landline with its area, or 400 and 800.
  private func isNational(_ number: Substring) -> Bool {
    switch number.first {
    case "0": (10...12).contains(number.count) && !number.hasPrefix("00")
    case "1": number.count == 11 && number.dropFirst().first.map { "3456789".contains($0) } == true
    case "4", "8": number.count == 10 && number.dropFirst().hasPrefix("00")
    default: false
    }
  }

  /// `0731-88888888-801`.
  private func isExtended(_ count: Int) -> Bool {
    guard count > 1, groups[count - 1].length <= 5, isTelephone(count - 1) else { return false }
    return groups[count - 1].mark.map { "-－–转".contains($0) } == true
  }
}

extension Character {
  /// One of ten digits of any script or width, as ASCII.
  fileprivate var decimalDigit: Character? {
    guard isDecimalDigit, let value = wholeNumberValue else { return nil }
    return Character(String(value))
  }

  /// Not a numeral such as 三, which stands in names.
  var isDecimalDigit: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy { $0.properties.numericType == .decimal }
  }

  /// A letter or digit that goes on with a word of Latin letters.
  var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
