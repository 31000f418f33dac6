internal import Native
internal import Synchronization

/// Compiled patterns, so that a rule does not compile its own for each submission.
final class PatternCache: Sendable {
  /// Patterns made of document text are not kept beyond this many.
  private static let capacity = 256

  private let compiled = Mutex<[String: RegularExpression]>([:])

  /// Whether `pattern` matches somewhere in `text`.
  func matches(_ text: String, _ pattern: String) throws(CELError) -> Bool {
    try expression(for: pattern).matchesSomewhere(in: text)
  }

  private func expression(for pattern: String) throws(CELError) -> RegularExpression {
    if let known = compiled.withLock({ $0[pattern] }) { return known }
    do throws(RegularExpression.CompileError) {
      let expression = try RegularExpression(pattern)
      compiled.withLock { if $0.count < Self.capacity { $0[pattern] = expression } }
      return expression
    } catch {
      throw CELError(.invalidArgument, error.reason)
    }
  }
}
