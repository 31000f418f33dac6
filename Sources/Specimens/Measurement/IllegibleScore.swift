/// How often what is printed and cannot be read was rightly left unread, for one form of paper.
package struct IllegibleScore: Encodable {
  let group: String
  let facts: Int
  /// Read all the same, whatever the confidence.
  let read: Int
  /// Of these, with the confidence that rules trust.
  let trusted: Int

  static func grouped(_ outcomes: [Outcome]) -> [IllegibleScore] {
    Dictionary(grouping: outcomes.filter(\.isIllegible)) { $0.form?.rawValue ?? "" }
      .sorted { $0.key < $1.key }.map { group, outcomes in
        let read = outcomes.compactMap(\.confidence)
        return IllegibleScore(
          group: group, facts: outcomes.count, read: read.count,
          trusted: read.count { $0 >= FactScore.threshold })
      }
  }
}
