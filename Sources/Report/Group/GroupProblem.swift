internal import Model

/// One thing that is wrong in several submissions.
struct GroupProblem {
  let title: String
  let rule: String?
  let owner: CorrectionOwner
  /// How much the gravest of them matters, the least first.
  private(set) var weight: Int
  /// Of the gravest.
  private(set) var severity: (words: LocalizedText, tone: String)
  /// The submissions that have it, in the order of the run.
  fileprivate(set) var entries: [GroupEntry]
  /// How often it is there in all.
  fileprivate(set) var count: Int

  /// All problems, those of most submissions first; hints come after all that needs a hand.
  static func all(in entries: [GroupEntry]) -> [GroupProblem] {
    struct Key: Hashable {
      let title: String
      let rule: String?
    }
    var order: [Key] = []
    var problems: [Key: GroupProblem] = [:]
    for entry in entries {
      for item in entry.items {
        let key = Key(title: item.title, rule: item.rule)
        if problems[key] == nil {
          order.append(key)
          problems[key] = GroupProblem(
            title: item.title, rule: item.rule, owner: item.owner, weight: item.weight,
            severity: item.severity, entries: [], count: 0)
        }
        problems[key]?.add(item)
        if problems[key]?.entries.last?.name != entry.name { problems[key]?.entries.append(entry) }
      }
    }
    return order.compactMap { problems[$0] }.enumerated().sorted { left, right in
      left.element.order(left.offset).lexicographicallyPrecedes(right.element.order(right.offset))
    }.map(\.element)
  }

  private mutating func add(_ item: GroupItem) {
    count += 1
    if item.weight < weight { (weight, severity) = (item.weight, item.severity) }
  }

  private func order(_ offset: Int) -> [Int] {
    [weight < Self.hintWeight ? 0 : 1, -entries.count, weight, offset]
  }

  /// From here on nobody need act.
  private static let hintWeight = 6
}
