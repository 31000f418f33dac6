import Foundation
import Testing

@testable import Pipeline

/// A plan that is not what `dossier plan` writes is refused, and ends nothing.
@Suite struct RunPlanTests {
  private static let sound = """
    {"schema": "dossier/plan-v1", "identity": {"version": "1", "program": "a", "rules": "b", "models": "c",
    "precision": "single"}, "settings": {"packs": [], "profile": "default", "as_of": "2026-11-22",
    "formats": ["json", "csv"], "is_single": false, "locale": "en", "waivers": "", "added_rules": []},
    "paths": ["batch"], "is_quick": false, "is_batch": true, "remarks": [],
    "shards": [{"first": 0, "count": 1, "bytes": 5, "expected_seconds": 2},
    {"first": 1, "count": 2, "bytes": 5, "expected_seconds": 2}],
    "submissions": [{"name": "a", "files": 1, "bytes": 5, "digest": "x"},
    {"name": "group/b", "files": 1, "bytes": 5, "digest": "x"}, {"name": "..c", "files": 1, "bytes": 5, "digest": "x"}]}
    """

  @Test func whatPlanWritesIsOne() {
    #expect(RunPlan(Array(Self.sound.utf8))?.submissions.count == 3)
  }

  @Test(
    arguments: [
      ("\"first\": 1, \"count\": 2", "\"first\": 1, \"count\": 9223372036854775807"),
      ("\"first\": 1, \"count\": 2", "\"first\": 9223372036854775807, \"count\": 2"),
      ("\"first\": 1, \"count\": 2", "\"first\": -9223372036854775808, \"count\": 2"),
      ("\"first\": 1, \"count\": 2", "\"first\": 0, \"count\": 3"),
      ("\"first\": 1, \"count\": 2", "\"first\": 1, \"count\": 1"),
      ("\"first\": 1, \"count\": 2", "\"first\": 3, \"count\": 0"),
      ("\"first\": 0, \"count\": 1", "\"first\": 0, \"count\": -1"),
      ("\"first\": 0, \"count\": 1", "\"first\": 0, \"count\": 1e300"),
      ("\"expected_seconds\": 2", "\"expected_seconds\": -2"), ("\"bytes\": 5", "\"bytes\": -5"),
      ("\"name\": \"a\"", "\"name\": \"../a\""), ("\"name\": \"a\"", "\"name\": \"/etc/a\""),
      ("\"name\": \"a\"", "\"name\": \"group/b\""), ("\"name\": \"a\"", "\"name\": \"\""),
      ("\"name\": \"a\"", "\"name\": \"a\\u0000b\""), ("2026-11-22", "2026-11-31"),
      ("\"csv\"", "\"exe\""), ("\"en\"", "\"xx\""), ("\"waivers\": \"\"", "\"waivers\": \"*\""),
      ("[\"batch\"]", "[]"), ("plan-v1", "plan-v2"),
      ("\"submissions\": [", "\"submissions\": [[[["),
      ("\"packs\": []", "\"packs\": " + String(repeating: "[", count: 100_000)),
    ])
  func whatDoesNotFitTogetherIsNone(part: String, other: String) {
    #expect(Self.sound.contains(part))
    let text = Self.sound.replacingOccurrences(of: part, with: other)
    #expect(RunPlan(Array(text.utf8)) == nil)
  }

  @Test func aPlanWithoutShardsIsNone() throws {
    let start = try #require(Self.sound.range(of: "\"shards\": ["))
    let end = try #require(Self.sound.range(of: "\"submissions\""))
    let without =
      Self.sound[..<start.upperBound] + "], " + Self.sound[end.lowerBound...]
    #expect(RunPlan(Array(without.utf8)) == nil)
    #expect(
      RunPlan(Array((Self.sound[..<start.upperBound] + "], \"submissions\": []}").utf8)) == nil)
    #expect(RunPlan([]) == nil)
  }
}
