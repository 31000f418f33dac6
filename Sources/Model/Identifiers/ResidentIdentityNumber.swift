/// A citizen's identity number (GB 11643-1999) or a residence permit's (81, 82, 83; of 2018).
///
/// 1-6 region | 7-14 birth date | 15-17 serial, odd for men | 18 check character.
package struct ResidentIdentityNumber: Hashable, Sendable {
  package enum Sex: Hashable, Sendable {
    case male, female

    /// As cards print it.
    package var chinese: String {
      switch self {
      case .male: "男"
      case .female: "女"
      }
    }
  }

  /// The number has 17 digits and then a digit or `X`.
  package let text: String

  /// Reads a number after folding width, case, spaces, hyphens and the look-alikes of a final X.
  ///
  /// `nil` unless its form is right; see ``isValid`` for the rest.
  package init?(_ text: String) {
    var folded = CodeText.folded(text)
    if let last = folded.last, "×✗✕╳".contains(last) {
      folded.removeLast()
      folded.append("X")
    }
    guard folded.count == 18, CodeText.digits(folded.dropLast()) != nil, let last = folded.last,
      last == "X" || CodeText.digit(last) != nil
    else { return nil }
    self.text = folded
  }

  /// Makes the 18-digit number of a 15-digit one (before 1999, of people born in the 1900s); `nil` unless
  /// `old` is 15 digits with a birth date that exists.
  package init?(upgrading old: String) {
    let folded = CodeText.folded(old)
    guard folded.count == 15, CodeText.digits(folded) != nil else { return nil }
    let body = folded.prefix(6) + "19" + folded.dropFirst(6)
    guard let check = ModElevenTwo.checkCharacter(ofBody: String(body)) else { return nil }
    self.init(String(body) + String(check))
    guard birthDate != nil else { return nil }
  }

  package var region: String { String(text.prefix(6)) }

  /// The birth date is `nil` where positions 7 to 14 name no day.
  package var birthDate: CalendarDate? {
    CodeText.birthDate(text.dropFirst(6).prefix(8))
  }

  package var sex: Sex {
    let serial = CodeText.digits(text.dropFirst(16).prefix(1))?.first
    return serial?.isMultiple(of: 2) == true ? .female : .male
  }

  package var isCheckRight: Bool {
    ModElevenTwo.checkCharacter(ofBody: String(text.prefix(17))) == text.last
  }

  /// Whether it is a permit for residents of Hong Kong (81), Macau (82) or Taiwan (83).
  package var isResidencePermit: Bool { Self.permitRegions.contains(region) }

  /// Whether the region can be one: a province's first two digits, or a residence permit's six.
  ///
  /// Counties come and go, and people keep numbers of older or younger codes, so no more is asked.
  package var isRegionPlausible: Bool {
    ProvinceCode.isListed(text.prefix(2)) || isResidencePermit
  }

  /// Whether check character, birth date and region are right.
  package var isValid: Bool { isCheckRight && birthDate != nil && isRegionPlausible }

  private static let permitRegions: Set<String> = ["810000", "820000", "830000"]
}

extension CodeText {
  /// Reads `YYYYMMDD`.
  static func birthDate(_ text: some StringProtocol) -> CalendarDate? {
    guard text.count == 8, let year = number(text.prefix(4)),
      let month = number(text.dropFirst(4).prefix(2)), let day = number(text.suffix(2))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
