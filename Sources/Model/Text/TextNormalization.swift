/// A chain of named steps that brings texts into the form in which they are compared.
///
/// Rule packs name profiles or make their own chains (`normalizers: {company: [nfkc, brackets]}`).
/// The result is for comparing only; reports show the original.
package struct TextNormalization: Hashable, Sendable {
  /// One step; raw values are the names in rule files.
  package enum Step: String, CaseIterable, Sendable {
    /// Compatibility forms as NFKC folds them, but ①, ㈱ and ㎡ stay: they are different texts on paper.
    case compatibility = "nfkc"
    /// All round, square and lenticular brackets become `(` and `)`.
    case brackets
    /// All centred dots, and a full stop between ideographs, become `·`.
    case middleDots = "middle_dots"
    case noMiddleDot = "no_middle_dot"
    /// All dashes, hyphens and minus signs become `-`.
    case dashes
    case noDash = "no_dash"
    /// All quotation marks become `"`.
    case quotes
    /// Spaces, line breaks and invisible characters go.
    case noSpace = "no_space"
    /// Traditional forms of the words addresses are made of (號, 樓, 區 ...) become simplified.
    case addressWords = "address_words"
    case upper
  }

  package let steps: [Step]

  package init(steps: [Step]) { self.steps = steps }

  /// The built-in profile with that name; `nil` if there is none.
  package init?(profile: String) {
    guard let steps = Self.profiles[profile] else { return nil }
    self.steps = steps
  }

  /// The built-in profiles by name.
  ///
  /// Spaces go early: they must not part a dot from its neighbours.
  package static let profiles: [String: [Step]] = [
    "company": [.compatibility, .noSpace, .brackets, .middleDots, .dashes, .quotes, .upper],
    "person": [.compatibility, .noSpace, .brackets, .noMiddleDot, .upper],
    "address": [.compatibility, .noSpace, .brackets, .dashes, .addressWords, .upper],
    "department": [.compatibility, .noSpace, .brackets, .dashes, .upper],
    "code": [.compatibility, .noSpace, .noDash, .upper],
    "text": plainText.steps,
  ]

  /// The profile `text`: two readings of one text differ after it only if they say different things.
  package static let plainText = TextNormalization(
    steps: [.compatibility, .noSpace, .brackets, .middleDots, .dashes, .quotes])

  /// Returns `text` in the profile's form; `nil` if there is no such profile.
  package static func normalized(_ text: String, profile: String) -> String? {
    TextNormalization(profile: profile)?.applied(to: text)
  }

  /// Returns `text` after all steps in their order.
  package func applied(to text: String) -> String {
    // Most names are of ideographs alone, and comparing asks for their form again and again.
    if text.isOfPlainLetters, !steps.contains(where: \.changesPlainLetters) { return text }
    return steps.reduce(text) { text, step in step.applied(to: text) }
  }

  /// Returns a company's name as it is written on licenses: full-width brackets, plain letters, no stray spaces.
  package static func displayName(ofCompany name: String) -> String {
    let plain = Step.compatibility.applied(to: name)
    let words = plain.split(whereSeparator: \.isWhitespace)
    let joined = words.reduce("") { text, word in
      // A space parts Latin words; between ideographs it is an accident of layout.
      let isLatinGap = text.last?.isASCII == true && word.first?.isASCII == true
      return text + (isLatinGap ? " " : "") + word
    }
    return String(
      joined.map { character in
        switch character {
        case "(": "（"
        case ")": "）"
        default: character
        }
      })
  }
}

extension TextNormalization.Step {
  /// Whether it may change digits, capital letters A to Z or common ideographs.
  fileprivate var changesPlainLetters: Bool { self == .addressWords }

  /// Returns `text` after this step.
  package func applied(to text: String) -> String {
    switch self {
    case .compatibility: CharacterFolding.compatibility(text)
    case .brackets: text.mapScalars(CharacterFolding.bracket)
    case .middleDots: CharacterFolding.middleDots(text)
    case .noMiddleDot: String(CharacterFolding.middleDots(text).filter { $0 != "·" })
    case .dashes: text.mapScalars { CharacterFolding.isDash($0) ? "-" : $0 }
    case .noDash: text.filterScalars { !CharacterFolding.isDash($0) }
    case .quotes: text.mapScalars { CharacterFolding.isQuote($0) ? "\"" : $0 }
    case .noSpace: text.filterScalars { !CharacterFolding.isSpaceOrInvisible($0) }
    case .addressWords: text.mapScalars { CharacterFolding.addressWords[$0] ?? $0 }
    case .upper: text.uppercased()
    }
  }
}

extension String {
  /// Whether it holds nothing but digits, the capital letters A to Z and the ideographs U+4E00 to U+9FFF.
  fileprivate var isOfPlainLetters: Bool {
    let bytes = utf8.span
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A: index += 1
      case 0xE4 where index + 2 < bytes.count && bytes[index + 1] >= 0xB8: index += 3
      case 0xE5...0xE9: index += 3
      default: return false
      }
    }
    return true
  }

  fileprivate func mapScalars(_ transform: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars { view.append(transform(scalar)) }
    return String(view)
  }

  fileprivate func filterScalars(_ keeps: (Unicode.Scalar) -> Bool) -> String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars where keeps(scalar) { view.append(scalar) }
    return String(view)
  }
}
