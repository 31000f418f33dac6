internal import Model

extension HypothesisTest {
  /// As in report.json; the one character that differs is shown of masked values too (ARCHITECTURE.md, invariant 11).
  var json: JSON {
    .object([
      ("fact", .string(fact)),
      ("against", .optional(against.isEmpty ? nil : against)),
      ("outcome", .string(outcome.rawValue)),
      ("method", .string(method.rawValue)),
      ("score", score.isFinite ? .double(score) : .null),
      ("place", place.map(JSON.int) ?? .null),
      ("wanted", .optional(wanted)),
      ("seen", .optional(seen)),
    ])
  }
}
