/// How much of a personal value a report shows (ARCHITECTURE.md, invariant 11).
enum MaskStyle: Hashable {
  /// Public, or nothing to hide.
  case shown
  /// The first 3 and the last 4: `110***********002X`.
  case identityNumber
  /// `138****8000`.
  case phone
  /// No digit.
  case birthDate
  /// Down to the district.
  case address
  /// The first character: `张*`.
  case personName
  /// The domain.
  case mail
  /// Nothing but the length.
  case whole

  /// Which characters stay visible.
  func visibility(of characters: [Character]) -> [Bool] {
    switch self {
    case .shown: characters.map { _ in true }
    case .identityNumber, .phone: Self.ends(of: characters.count, first: 3, last: 4)
    case .birthDate: characters.map { "-./年月日 ".contains($0) }
    case .address: Self.prefix(District.end(in: characters), of: characters.count)
    case .personName: Self.prefix(characters.count > 1 ? 1 : 0, of: characters.count)
    case .mail:
      characters.indices.map { index in
        characters.lastIndex(of: "@").map { index >= $0 } ?? false
      }
    case .whole: characters.map { _ in false }
    }
  }

  /// The text with `*` for every hidden character, so that two masks stay comparable place by place.
  func masked(_ text: String) -> String {
    guard self != .shown else { return text }
    let characters = Array(text)
    return String(zip(characters, visibility(of: characters)).map { $1 ? $0 : "*" })
  }

  private static func prefix(_ length: Int, of count: Int) -> [Bool] {
    (0..<count).map { $0 < length }
  }

  private static func ends(of count: Int, first: Int, last: Int) -> [Bool] {
    guard count > first + last else { return (0..<count).map { _ in false } }
    return (0..<count).map { $0 < first || $0 >= count - last }
  }
}

extension MaskStyle {
  /// The style of a personal fact, by what its key says it holds.
  static func personal(key: String) -> MaskStyle {
    let name = key.split(separator: ".").last.map(String.init) ?? key
    // The last word says what it is: `agent_number` is a number like any other.
    switch name.split(separator: "_").last.map(String.init) ?? name {
    case "number": return .identityNumber
    case "phone", "mobile", "telephone": return .phone
    case "address": return .address
    case "name", "representative", "signer", "people", "contact", "person": return .personName
    case "mail", "email": return .mail
    default: return name == "born_on" || name == "birth_date" ? .birthDate : .whole
    }
  }

  /// Keys that are personal whatever a material or declaration file says of them.
  static let alwaysPersonal: Set<String> = [
    "id_front.name", "id_front.number", "id_front.born_on", "id_front.address",
    // allowed: masked as soon as somebody declares it
    "declared.company.legal_representative", "declared.legal_representative.name",
    "declared.legal_representative.id_number", "declared.legal_representative.phone",
    "declared.operator.name", "declared.operator.id_number", "declared.operator.phone",
    "declared.operator.mail", "org.people",
  ]

  /// Keys of companies or persons: the holder of a domain, the sponsor of a filing.
  ///
  /// A company's name is public.
  static let ofEither: Set<String> = ["domain.holder", "icp.unit_name"]

  /// The style of a value that names a company or a person.
  static func name(_ text: String) -> MaskStyle {
    let letters = text.filter { !$0.isWhitespace && !"·•・‧*".contains($0) }
    let isWord = letters.allSatisfy { $0.isLetter }
    let isOrganization = organizations.contains { letters.contains($0) }
    return isWord && !isOrganization && letters.count <= 15
      && (letters.count <= 4 || text.contains { "·•・‧".contains($0) }
        || letters.allSatisfy(\.isASCII))
      ? .personName : .shown
  }

  /// Whether a text says in so many words that it names a body, by more than one ideograph.
  static func namesOrganization(_ text: String) -> Bool {
    organizations.contains { $0.count > 1 && !$0.utf8.contains { $0 < 0x80 } && text.contains($0) }
  }

  private static let organizations = [
    "公司", "厂", "店", "局", "院", "所", "校", "行", "社", "中心", "集团", "企业", "协会", "基金", "个体",
    "Ltd", "Inc", "Co", "LLC", "Corp",
  ]

  /// Public register data whatever a file says of them.
  static let alwaysPublic: Set<String> = [
    "license.name", "license.credit_code", "license.legal_representative", "declared.company.name",
    "declared.company.credit_code",
  ]
}

/// Finds how far an address may be shown.
private enum District {
  /// The number of characters up to the district (区, 县, 旗, a county-level 市), else to the city, else none.
  static func end(in characters: [Character]) -> Int {
    var end = 0
    var start = 0
    var index = 0
    // Province, city and district: at most three names, each with its ending within twelve characters.
    while index < characters.count, index - start < 12 {
      let character = characters[index]
      let length = index - start
      let previous = index > 0 ? characters[index - 1] : " "
      if length >= 1, isStreet(character, after: previous) { break }
      if length >= 1, isDistrict(character, after: previous) { return index + 1 }
      if length >= 1, isRegion(character, after: previous) {
        // A second 市 after a city is a county-level one.
        if character == "市", end > 0, characters[end - 1] == "市" || characters[end - 1] == "州" {
          return index + 1
        }
        end = index + 1
        start = end
      }
      index += 1
    }
    return end
  }

  private static func isRegion(_ character: Character, after previous: Character) -> Bool {
    switch character {
    case "省", "市", "州", "盟": true
    case "区": previous == "治" || previous == "地"
    default: false
    }
  }

  private static func isDistrict(_ character: Character, after previous: Character) -> Bool {
    switch character {
    case "县", "旗": true
    case "区": !"治地小社园校厂街景库片".contains(previous)
    default: false
    }
  }

  private static func isStreet(_ character: Character, after previous: Character) -> Bool {
    if character == "区" { return "小社园校厂街景库片".contains(previous) }
    // Not `isNumber`: 京 and 万 are numbers to Unicode.
    return "路街道巷弄号村镇乡栋幢室组0123456789０１２３４５６７８９".contains(character)
  }
}
