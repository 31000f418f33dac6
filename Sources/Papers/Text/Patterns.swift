internal import Native

/// Regular expressions of material definitions, compiled once.
enum Patterns {
  /// The first part of a text that has the pattern; `nil` where none has, or where the pattern does not compile
  /// (the loader has said so).
  static func first(_ pattern: String, in text: String) -> String? {
    compiled(pattern)?.firstMatch(in: text)?[0]
  }

  static func compiled(_ pattern: String) -> RegularExpression? {
    do {
      return try RegularExpression(pattern)
    } catch {
      return nil
    }
  }
}
