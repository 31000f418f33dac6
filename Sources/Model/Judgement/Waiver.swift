/// A waiver names a failure, or what could not be told, that somebody answers for, until a day.
package struct Waiver: Hashable, Sendable {
  package var rule: String
  /// What it accepts: ``Verdict/fail`` or ``Verdict/cannotTell``.
  package var verdict: Verdict
  /// Values under which it holds, as texts: it is void once a fact says something else.
  package var facts: [String: [String]]
  package var reason: LocalizedText
  package var owner: String
  package var granted: CalendarDate
  /// The last day on which it holds.
  package var expires: CalendarDate
  package var file: String
  package var position: TextPosition
  /// The submissions that a waiver of the whole group is for, by name, with `*` and `?` for what may be anything there;
  /// none means all, `nil` that it stands in the submission's own folder.
  package var submissions: [String]?

  /// How long a waiver may last, in days.
  package static let longest = 90

  package init(
    rule: String, verdict: Verdict = .fail, facts: [String: [String]], reason: LocalizedText,
    owner: String,
    granted: CalendarDate, expires: CalendarDate, file: String, position: TextPosition
  ) {
    self.rule = rule
    self.verdict = verdict
    self.facts = facts
    self.reason = reason
    self.owner = owner
    self.granted = granted
    self.expires = expires
    self.file = file
    self.position = position
  }
}

extension Waiver {
  /// Whether it is for a submission of that name: its path below the batch, or the last part of it.
  package func covers(_ name: String) -> Bool {
    guard let submissions, !submissions.isEmpty else { return true }
    return submissions.contains { Self.covers($0, name) }
  }

  /// The names and patterns that none of the submissions has: likely misspelt.
  package func patternsWithout(_ names: [String]) -> [String] {
    // allowed: what stands in a submission's own folder names none
    (submissions ?? []).filter { pattern in !names.contains { Self.covers(pattern, $0) } }
  }

  private static func covers(_ pattern: String, _ name: String) -> Bool {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return matches(Array(name), Array(pattern)) || matches(Array(last), Array(pattern))
  }

  /// Whether a pattern fits a text; in time proportional to the product of their lengths.
  private static func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
    // By how many characters of the text are used up.
    var reached = [true] + text.map { _ in false }
    for sign in pattern {
      if sign == "*" {
        for index in text.indices where reached[index] { reached[index + 1] = true }
      } else {
        var next = reached.map { _ in false }
        for (index, character) in text.enumerated() where reached[index] {
          next[index + 1] = sign == "?" || sign == character
        }
        reached = next
      }
    }
    return reached.last == true
  }

  /// Makes the notice that the waiver does nothing, and why.
  package func notice(_ code: NoticeCode, _ details: [String: String] = [:]) -> Notice {
    let own = [
      "rule": rule, "line": String(position.line), "column": String(position.column),
      "granted": granted.iso, "expires": expires.iso,
    ]
    return Notice(
      file: file, stage: .declare, code: code, details: own.merging(details) { own, _ in own })
  }
}
