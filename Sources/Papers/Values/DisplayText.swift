internal import Model
internal import Recognition

/// A value as reports show it: what the paper says, without the accidents of reading.
enum DisplayText {
  /// Spaces dropped between ideographs; plain letters and digits; full-width punctuation among ideographs; no stray marks at the ends.
  static func cleaned(_ text: String, profile: String?) -> String {
    // Latin names are made of words; whoever gives others has left their spaces out.
    let isName = profile == "person" || profile == "company"
    let plain = TextNormalization(steps: isName ? [.compatibility] : [.compatibility, .noSpace])
      .applied(to: text)
    let hasIdeographs = plain.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    var shown = hasIdeographs ? widened(plain) : plain
    // Names may hold a traditional form on purpose; addresses and business words do not.
    if profile == "address" || profile == "text" || profile == "words" {
      shown = SimplifiedForms.applied(to: shown)
    }
    if profile == "text" { shown = listed(shown) }
    if profile == "person" {
      shown = hasIdeographs ? chinesePerson(shown) : String(shown.map(middleDot))
    }
    while let first = shown.first, strays.contains(first) || first.isSymbolStray {
      shown.removeFirst()
    }
    while let last = shown.last,
      strays.contains(last) || last.isSymbolStray || (profile != "text" && "。．.".contains(last))
    {
      shown.removeLast()
    }
    return shown
  }

  private static func middleDot(_ character: Character) -> Character {
    "•・‧∙.．".contains(character) ? "·" : character
  }

  /// Names of several parts have a dot between them and no hyphen: 麦麦提-图尔荪.
  private static func chinesePerson(_ text: String) -> String {
    let letters = Array(text)
    return String(
      letters.indices.map { index in
        let isBetween = index >= 2 && index + 2 < letters.count
        let sides =
          isBetween ? letters[(index - 2)..<index] + letters[(index + 1)...(index + 2)] : []
        return letters[index] == "-" && isBetween && sides.allSatisfy(\.isLetter)
          ? "·" : middleDot(letters[index])
      })
  }

  /// Small print makes colons of semicolons and dots of commas; in a list of businesses only a heading has a colon.
  private static func listed(_ text: String) -> String {
    let characters = Array(text)
    let marks = characters.filter { "；，、".contains($0) }
    let counts = Dictionary(grouping: marks, by: { $0 }).mapValues(\.count)
    let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let shown = String(
      characters.indices.map { index in
        switch characters[index] {
        case "：" where index > 0 && !"目围为是含".contains(characters[index - 1]): "；"
        case "·": usual ?? "·"  // allowed: no list, no change
        default: characters[index]
        }
      })
    // The first letter of 一般项目 is a dash to detection; no other heading ends alike.
    let headings: Regex<(Substring, Substring)> = /((?:^|[。；）])[-—]?)般(?=(?:经营)?项目：)/
    return shown.replacing(headings) { match in
      match.1.filter { !"-—".contains($0) } + "一般"
    }
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private static let strays: Set<Character> = [
    ":", "：", "、", ",", "，", "'", "‘", "’", "`", "_", "|", "·", "-",
  ]

  private static let wide: [Character: Character] = [
    "(": "（", ")": "）", ",": "，", ";": "；", ":": "：", "[": "（", "]": "）", "【": "（", "】": "）",
    "〔": "（", "〕": "）",
  ]

  private static func widened(_ text: String) -> String {
    let characters = Array(text)
    return String(
      characters.indices.map { index in
        let character = characters[index]
        // A comma or colon between digits is part of a number or time.
        let isInNumber =
          ",:".contains(character) && index > 0 && index + 1 < characters.count
          && characters[index - 1].isNumber && characters[index + 1].isNumber
        // A comma between words of a Latin name is as it is printed.
        let isInName =
          character == "," && index > 0 && isLatin(characters[index - 1])
          && characters[(index + 1)...].first { $0 != " " }.map(isLatin) == true
        return isInNumber || isInName
          ? character : wide[character] ?? character  // allowed: others stay
      })
  }
}

extension Character {
  /// Ticks, stars and frames that recognizers make of borders and emblems.
  fileprivate var isSymbolStray: Bool {
    guard let scalar = unicodeScalars.first, !scalar.isASCII else { return false }
    switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .modifierSymbol: return true
    default: return false
    }
  }
}
