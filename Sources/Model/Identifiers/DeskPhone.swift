/// Numbers of telephones that stand on desks, by their form: an area code and a number (0755-26123456), or 400.
package enum DeskPhone {
  /// Returns the places of such numbers, with the hyphens in them, in their order.
  package static func ranges(in characters: [Character]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < characters.count {
      guard isDigit(characters[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, isDigit(characters[end]) || hyphens.contains(characters[end]) {
        end += 1
      }
      while hyphens.contains(characters[end - 1]) { end -= 1 }
      if isNumber(start..<end, in: characters) { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }

  private static func isNumber(_ range: Range<Int>, in characters: [Character]) -> Bool {
    let isFree = [range.lowerBound - 1, range.upperBound].allSatisfy { place in
      guard characters.indices.contains(place) else { return true }
      return !(characters[place].isASCII && characters[place].isLetter) && characters[place] != "."
    }
    let groups = characters[range].split { hyphens.contains($0) }
    let count = groups.reduce(0) { $0 + $1.count }
    guard isFree, let first = groups.first else { return false }
    if first.starts(with: "400") { return count == 10 }
    // Two digits of an area code after the nought or three, seven or eight of the number, four of an extension.
    return first.first == "0" && first.dropFirst().first != "0" && (10...16).contains(count)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  private static let hyphens: Set<Character> = ["-", "－", "–", "‑"]
}
