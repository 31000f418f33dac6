/// A text parted at its round brackets, none inside another.
struct BracketedText {
  enum Part: Hashable {
    case plain(String)
    case bracketed(String)
  }

  let parts: [Part]

  /// Parts `text`, leaving out empty parts; `nil` where brackets do not pair.
  init?(_ text: String) {
    var parts: [Part] = []
    var current = ""
    var isInside = false
    for character in text {
      switch character {
      case "(" where !isInside:
        if !current.isEmpty { parts.append(.plain(current)) }
        current = ""
        isInside = true
      case ")" where isInside:
        if !current.isEmpty { parts.append(.bracketed(current)) }
        current = ""
        isInside = false
      case "(", ")":
        return nil
      default:
        current.append(character)
      }
    }
    guard !isInside else { return nil }
    if !current.isEmpty { parts.append(.plain(current)) }
    self.parts = parts
  }
}
