internal import Model

/// The name that a diagnostic says is meant, as all hints of the loaders and of CEL say it.
enum MeantName {
  /// - Returns: `nil` where none is plain, or one of several.
  static func of(_ diagnostic: Diagnostic) -> String? {
    let words = diagnostic.message.english
    if let start = words.firstRange(of: "did you mean ")?.upperBound {
      let rest = words[start...]
      let end = rest.firstRange(of: rest.first == "\"" ? "\"?" : "?")?.lowerBound
      let name = rest[..<(end ?? rest.startIndex)]
      return isOne(name) ? String(name.drop { $0 == "\"" }) : nil
    }
    // What another language calls a function.
    guard diagnostic.code == "unknown-function",
      let start = words.firstRange(of: "; use ")?.upperBound
    else { return nil }
    return isOne(words[start...]) ? String(words[start...]) : nil
  }

  private static func isOne(_ words: Substring) -> Bool {
    !words.isEmpty && (words.first == "\"" || !words.contains(" ")) && !words.contains("\" or \"")
  }
}
