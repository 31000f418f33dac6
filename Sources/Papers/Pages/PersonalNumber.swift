internal import Model

/// Looks for people's numbers in lines of which nobody knows what they say.
enum PersonalNumber {
  /// What a line holds; digits count wherever they are close, as readings break numbers apart.
  static func content(of text: String) -> PageArea.Content {
    var found: PageArea.Content = text.contains { $0 == "@" || $0 == "＠" } ? .personalNumber : .text
    var run: [Character] = []
    func settle() {
      switch content(of: run) {
      case .identityNumber: found = .identityNumber
      case .personalNumber where found == .text: found = .personalNumber
      default: break
      }
      run = []
    }
    for character in text {
      if character.isASCII, character.isNumber || (run.count >= 14 && "Xx".contains(character)) {
        run.append(character)
      } else if !" -".contains(character) {
        settle()
      }
    }
    settle()
    return found
  }

  /// 17 or 18 digits that begin like a region (1 to 8) are an ID number's, of 15 perhaps an old one's; 11 that
  /// begin with 13 to 19 are a mobile phone's.
  private static func content(of digits: [Character]) -> PageArea.Content {
    guard let first = digits.first else { return .text }
    let isRegion = ("1"..."8").contains(first)
    switch digits.count {
    case 17, 18: return isRegion ? .identityNumber : .text
    case 15, 16: return isRegion ? .personalNumber : .text
    case 11: return first == "1" && ("3"..."9").contains(digits[1]) ? .personalNumber : .text
    default: return .text
    }
  }
}
