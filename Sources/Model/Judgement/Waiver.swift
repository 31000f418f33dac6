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
