/// Words by which a watermark is known, whatever way it runs.
package enum WatermarkWords {
  /// What is written across copies that are handed out.
  private static let known = ["仅供", "仅用于", "他用无效", "复印无效", "再次复印", "此件"]
  /// What pages themselves say of what they show.
  private static let own = ["仅供参考", "涂改、复印无效", "涂改复印无效", "此件公开"]

  /// Returns whether a text holds some of the words.
  package static func areIn(_ text: String) -> Bool {
    let rest = own.reduce(text) { $0.replacing($1, with: " ") }
    return known.contains { rest.contains($0) }
  }

  /// Whether lines say the same, as those of a watermark do.
  static func areSaid(by texts: [String]) -> Bool {
    let known = texts.count(where: areIn)
    return known >= 2
      || repeated(in: texts, atLeast: known > 0 ? 2 : 3).count * 2 > texts.count
  }

  /// In letters.
  private static let length = 4

  /// The texts that share four letters in a row with others.
  ///
  /// - Parameters:
  ///   - texts: of all lines of a page.
  ///   - count: how many have to share them.
  /// - Returns: 0-based indices, ascending.
  static func repeated(in texts: [String], atLeast count: Int) -> [Int] {
    let words = texts.map { text -> Set<String> in
      let letters = Array(text.filter(\.isLetter))
      guard letters.count >= length else { return [] }
      return Set((0...(letters.count - length)).map { String(letters[$0..<$0 + length]) })
    }
    var counts: [String: Int] = [:]
    for word in words.joined() { counts[word, default: 0] += 1 }
    let shared = Set(counts.filter { $0.value >= count }.keys)
    return words.indices.filter { !words[$0].isDisjoint(with: shared) }
  }
}
