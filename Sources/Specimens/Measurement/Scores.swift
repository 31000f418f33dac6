internal import Foundation

/// Counts of a group of facts.
package struct FactScore: Encodable {
  let group: String
  private(set) var facts = 0
  private(set) var right = 0
  private(set) var wrong = 0
  private(set) var missing = 0
  /// Of the true facts, those reported with a confidence of 0.85 or more.
  private(set) var confident = 0
  /// All facts reported with such a confidence, also those that truth does not have.
  private(set) var trusted = 0
  /// Of these, the wrong ones; a fact that is not on the paper is one.
  private(set) var trustedWrong = 0

  static let threshold = 0.85

  init(group: String, _ outcomes: [Outcome]) {
    self.group = group
    for outcome in outcomes {
      let isConfident = outcome.confidence.map { $0 >= Self.threshold } == true
      if isConfident { trusted += 1 }
      switch outcome.result {
      case .right: right += 1
      case .wrong: wrong += 1
      case .missing: missing += 1
      case .extra, .implied, .unreadable: break
      }
      if isConfident, outcome.result == .wrong || outcome.result == .extra { trustedWrong += 1 }
      guard [.right, .wrong, .missing].contains(outcome.result) else { continue }
      facts += 1
      if isConfident { confident += 1 }
    }
  }

  /// Scores of the groups that `name` makes, in the order of their names.
  static func grouped(_ outcomes: [Outcome], by name: (Outcome) -> String) -> [FactScore] {
    Dictionary(grouping: outcomes, by: name).map { FactScore(group: $0.key, $0.value) }
      .filter { $0.facts > 0 || $0.trusted > 0 }.sorted { $0.group < $1.group }
  }

  private enum CodingKeys: String, CodingKey {
    case group, facts, right, wrong, missing, confident, accuracy
    case confidentShare = "confident_share"
    case trusted
    case trustedWrong = "trusted_wrong"
    case wrongPerThousand = "trusted_wrong_per_1000"
  }

  var accuracy: Double { share(right, of: facts) }
  var confidentShare: Double { share(confident, of: facts) }
  var wrongPerThousand: Double { share(trustedWrong * 1000, of: trusted) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(group, forKey: .group)
    try container.encode(facts, forKey: .facts)
    try container.encode(right, forKey: .right)
    try container.encode(wrong, forKey: .wrong)
    try container.encode(missing, forKey: .missing)
    try container.encode(accuracy, forKey: .accuracy)
    try container.encode(confident, forKey: .confident)
    try container.encode(confidentShare, forKey: .confidentShare)
    try container.encode(trusted, forKey: .trusted)
    try container.encode(trustedWrong, forKey: .trustedWrong)
    try container.encode(wrongPerThousand, forKey: .wrongPerThousand)
  }
}

/// How often documents were recognized and turned rightly.
package struct DocumentScore: Encodable {
  let group: String
  let documents: Int
  let kind: Double
  let orientation: Double

  init(group: String, _ outcomes: [DocumentOutcome]) {
    self.group = group
    documents = outcomes.count
    kind = share(outcomes.count(where: \.isKindRight), of: documents)
    orientation = share(outcomes.count(where: \.isTurnRight), of: documents)
  }
}

/// A bin is one row of the reliability table.
package struct ReliabilityBin: Encodable {
  /// Lower bound, included.
  let from: Double
  /// Upper bound, excluded but for the last.
  let to: Double
  let facts: Int
  let wrong: Int
  /// Facts of the bin that truth does not have; not among `facts`.
  let extra: Int

  static let bounds = [0, 0.5, 0.7, 0.85, 0.95, 0.99, 1]

  static func table(_ outcomes: [Outcome]) -> [ReliabilityBin] {
    zip(bounds, bounds.dropFirst()).map { from, to in
      let inside = outcomes.filter { outcome in
        guard let confidence = outcome.confidence else { return false }
        return confidence >= from && (confidence < to || to == 1)
      }
      let extra = inside.count { $0.result == .extra }
      return ReliabilityBin(
        from: from, to: to, facts: inside.count - extra,
        wrong: inside.count { $0.result == .wrong },
        extra: extra)
    }
  }
}

/// A row of a table for the terminal: a name and the cells at its right, so many columns wide.
func tableRow(_ name: String, _ cells: [String], widths: (name: Int, cell: Int)) -> String {
  name.padding(toLength: widths.name, withPad: " ", startingAt: 0)
    + cells.map { String(repeating: " ", count: max(1, widths.cell - $0.count)) + $0 }.joined()
}

/// A share of a count; an empty group has none wrong.
func share(_ part: Int, of whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}
