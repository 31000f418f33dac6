/// "Did you mean": the known name nearest to one that is not known.
package enum NearestName {
  /// Returns the nearest of `names`, if at most a third of the characters (and one at least) differ; of a name with dots
  /// rather one that says the same with more words: `license.registered_capital` for `license.capital`.
  ///
  /// Of names equally near the first in alphabetical order is taken.
  package static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    let wanted = name.lowercased()
    if let typo = nearest(to: wanted, among: names, limit: min(2, max(1, wanted.count / 3))) {
      return typo
    }
    return longer(than: wanted, among: names)
      ?? nearest(to: wanted, among: names, limit: max(1, wanted.count / 3))
  }

  /// The name of the same beginning whose last part has all words of the wanted one, and the fewest others.
  private static func longer(than wanted: String, among names: some Sequence<String>) -> String? {
    func parts(_ name: String) -> (beginning: Substring, words: [Substring])? {
      guard let dot = name.lastIndex(of: ".") else { return nil }
      return (name[..<dot], name[name.index(after: dot)...].split(separator: "_"))
    }
    guard let (beginning, words) = parts(wanted), !words.isEmpty else { return nil }
    let found = names.compactMap { name -> (name: String, count: Int)? in
      guard let other = parts(name), other.beginning == beginning,
        words.allSatisfy(other.words.contains)
      else { return nil }
      return (name, other.words.count)
    }
    return found.min { ($0.count, $0.name) < ($1.count, $1.name) }?.name
  }

  private static func nearest(
    to wanted: String, among names: some Sequence<String>, limit: Int
  ) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in names.sorted() {
      let distance = editDistance(
        wanted, candidate.lowercased(), limit: best?.distance ?? limit + 1)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Returns whether a word is nothing but another with one letter wrong, missing or swapped with the next.
  ///
  /// Short words have too many neighbours, and `name2` is no misspelt `name`.
  package static func isTypo(_ word: String, of meant: String) -> Bool {
    let isLong = meant.count >= (meant.utf8.allSatisfy { $0 < 0x80 } ? 5 : 3)
    return isLong && word.count <= meant.count
      && editDistance(word.lowercased(), meant.lowercased(), limit: 2) == 1
      && !word.contains { $0.isNumber && !meant.contains($0) }
  }

  /// Returns how many insertions, deletions, substitutions and swaps of neighbours lead from one text to the other.
  ///
  /// - Parameter limit: From here on the exact number does not matter; at least `limit` is returned.
  package static func editDistance(_ left: String, _ right: String, limit: Int = .max) -> Int {
    let left = Array(left)
    let right = Array(right)
    if abs(left.count - right.count) >= limit { return limit }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var distance = min(substitution, last[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
        if isSwap { distance = min(distance, beforeLast[column - 1] + 1) }
        current.append(distance)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
