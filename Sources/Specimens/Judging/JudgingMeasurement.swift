/// The measurement says what became of planted and clean submissions.
package struct JudgingMeasurement: Encodable {
  /// A fate is what became of a planted discrepancy.
  package enum Fate: String, Encodable {
    case found
    case cannotTell = "cannot_tell"
    case passed
  }

  /// Counts planted submissions of one kind or quality.
  package struct Planted: Encodable {
    let group: String
    let count: Int
    let found: Int
    let cannotTell: Int
    let passed: Int

    init(group: String, _ fates: [Fate]) {
      self.group = group
      count = fates.count
      found = fates.count { $0 == .found }
      cannotTell = fates.count { $0 == .cannotTell }
      passed = fates.count { $0 == .passed }
    }

    private enum CodingKeys: String, CodingKey {
      case group, count, found, passed
      case cannotTell = "cannot_tell"
    }
  }

  /// Counts clean submissions of one quality.
  package struct Clean: Encodable {
    let group: String
    let count: Int
    /// Submissions with a failing error rule.
    let falseErrors: Int
    /// Submissions with any failing rule but notes.
    let falseWarnings: Int
    /// Error rules that applied, over all submissions, and those of them that could not tell.
    let errorRules: Int
    let errorRulesOpen: Int

    private enum CodingKeys: String, CodingKey {
      case group, count
      case falseErrors = "false_errors"
      case falseWarnings = "false_warnings"
      case errorRules = "error_rules"
      case errorRulesOpen = "error_rules_cannot_tell"
    }
  }

  let schema = "dossier/judging-measurement-v1"
  let seed: UInt64
  let heldOut: Bool
  let planted: [Planted]
  let plantedByKind: [Planted]
  let clean: [Clean]
  /// `planted-007 card-born poor-photo cannot_tell`: all that was not found, and rules that failed on clean ones.
  let misses: [String]

  private enum CodingKeys: String, CodingKey {
    case schema, seed, planted, clean, misses
    case heldOut = "held_out"
    case plantedByKind = "planted_by_kind"
  }

  /// - Parameter cases: Each with its verdicts by rule.
  package init(
    _ choice: SubmissionPlanter, _ cases: [(PlantedCase, verdicts: [String: String])],
    severities: RuleSeverities
  ) {
    seed = choice.seed
    heldOut = choice.isHeldOut
    let judged = cases.map { Judged($0.0, $0.verdicts, severities) }
    let dirty = judged.compactMap { judged in judged.fate.map { (judged, $0) } }
    func group(_ name: (PlantedCase) -> String?) -> [Planted] {
      Dictionary(grouping: dirty) { name($0.0.origin) ?? "-" }
        .map { Planted(group: $0.key, $0.value.map(\.1)) }.sorted { $0.group < $1.group }
    }
    planted = group { $0.quality.rawValue } + [Planted(group: "all", dirty.map(\.1))]
    plantedByKind = group { $0.planted?.kind }
    let pure = judged.filter { $0.fate == nil }
    clean =
      Dictionary(grouping: pure) { $0.origin.quality.rawValue }
      .map { Clean(group: $0.key, $0.value) }.sorted { $0.group < $1.group }
      + [Clean(group: "all", pure)]
    misses = judged.flatMap(\.misses)
  }
}

extension JudgingMeasurement {
  /// One submission with what its rules said.
  fileprivate struct Judged {
    let origin: PlantedCase
    let verdicts: [String: String]
    let severities: RuleSeverities

    init(_ origin: PlantedCase, _ verdicts: [String: String], _ severities: RuleSeverities) {
      self.origin = origin
      self.verdicts = verdicts
      self.severities = severities
    }

    /// `nil` for a clean submission.
    var fate: Fate? {
      guard let planted = origin.planted else { return nil }
      let said = planted.rules.compactMap { verdicts[$0] }
      return said.contains("fail") ? .found : said.contains("cannot_tell") ? .cannotTell : .passed
    }

    func rules(_ verdict: String, ofErrors: Bool) -> [String] {
      verdicts.filter { $0.value == verdict && severities.errors.contains($0.key) == ofErrors }
        .keys.sorted()
    }

    /// Rules that fail although nothing is wrong; notes are no blame.
    var falseWarnings: [String] {
      rules("fail", ofErrors: false).filter { severities.warnings.contains($0) }
    }

    var misses: [String] {
      let name = "\(origin.name) \(origin.quality.rawValue)"
      if let fate, let planted = origin.planted {
        return fate == .found ? [] : ["\(name) \(planted.kind) \(fate.rawValue)"]
      }
      let wrong = rules("fail", ofErrors: true) + falseWarnings
      let open = rules("cannot_tell", ofErrors: true)
      return wrong.map { "\(name) \($0) fail" } + open.map { "\(name) \($0) cannot_tell" }
    }
  }
}

extension JudgingMeasurement.Clean {
  fileprivate init(group: String, _ judged: [JudgingMeasurement.Judged]) {
    self.group = group
    count = judged.count
    falseErrors = judged.count { !$0.rules("fail", ofErrors: true).isEmpty }
    falseWarnings = judged.count { !$0.falseWarnings.isEmpty }
    errorRules = judged.reduce(0) { sum, judged in
      sum
        + ["pass", "fail", "cannot_tell"].reduce(0) {
          $0 + judged.rules($1, ofErrors: true).count
        }
    }
    errorRulesOpen = judged.reduce(0) { $0 + $1.rules("cannot_tell", ofErrors: true).count }
  }
}
