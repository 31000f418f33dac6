internal import Model

/// "Did you mean", or the names there are if they are few.
package struct Hint: Sendable {
  package let chinese: String
  package let english: String
  /// The name that is meant, where one is plain.
  package let meant: String?

  /// - Parameter called: What people call each of the names, as far as anybody says.
  package init(
    _ name: String, among known: some Sequence<String>, called: [String: [String]] = [:]
  ) {
    let meant = Self.called(name, by: called)
    if meant.count > 1 {
      self.meant = nil
      chinese = "，是否为\(meant.map { "「\($0)」" }.joined(separator: "或"))？"
      english = ", did you mean \(meant.map { "\"\($0)\"" }.joined(separator: " or "))?"
      return
    }
    let nearest =
      meant.first ?? OtherWords.name(of: name, among: known)
      ?? NearestName.suggestion(for: name, among: known)
    self.meant = nearest
    if let nearest {
      chinese = "，是否为「\(nearest)」？"
      english = ", did you mean \"\(nearest)\"?"
      return
    }
    let names = known.sorted()
    if names.isEmpty || names.count > 16 {
      chinese = ""
      english = ""
    } else {
      chinese = "；可用：\(names.joined(separator: "、"))"
      english = "; there are: \(names.joined(separator: ", "))"
    }
  }

  private static let mostMeant = 3

  /// The names that people call so, or begin to call so: 身份证 of 身份证人像面.
  private static func called(_ word: String, by called: [String: [String]]) -> [String] {
    let folded = fold(word)
    guard folded.count > 1 else { return [] }
    func names(_ holds: (String) -> Bool) -> [String] {
      called.filter { $0.value.contains { holds(fold($0)) } }.keys
        .sorted { ($0.count, $0) < ($1.count, $1) }
    }
    let same = names { $0 == folded }
    if !same.isEmpty { return Array(same.prefix(mostMeant)) }
    guard !folded.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
    let near = names { $0.count > 1 && ($0.contains(folded) || folded.contains($0)) }
    return near.count > mostMeant ? [] : near
  }

  private static func fold(_ word: String) -> String {
    word.lowercased().filter { !$0.isWhitespace && $0 != "_" }
  }
}
