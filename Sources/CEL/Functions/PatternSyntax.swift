internal import Native

/// The syntax of `matches`, for checking patterns before any text is there.
package enum PatternSyntax {
  /// Why `pattern` is not an RE2 pattern, in RE2's words; `nil` if it is one.
  package static func problem(in pattern: String) -> String? {
    do throws(RegularExpression.CompileError) {
      _ = try RegularExpression(pattern)
      return nil
    } catch {
      return error.reason
    }
  }

  /// Returns whether `pattern`, which must be right, matches somewhere in `text`; false where it is not right.
  package static func matches(_ text: String, _ pattern: String) -> Bool {
    do throws(RegularExpression.CompileError) {
      return try RegularExpression(pattern).matchesSomewhere(in: text)
    } catch {
      return false
    }
  }
}
