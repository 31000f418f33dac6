/// What accepting all facts from some confidence on comes to: a point of the curve of shares accepted against errors.
package struct AcceptancePoint: Encodable {
  /// The least confidence that is accepted.
  package let from: Double
  /// Facts of that confidence and more, with those that truth does not have and those that follow from others.
  package let accepted: Int
  /// Of the facts that truth has, those that are accepted.
  package let share: Double
  /// Of the accepted, those that are wrong or that truth does not have.
  package let wrong: Int

  package var wrongPerThousand: Double { Specimens.share(wrong * 1000, of: accepted) }

  /// From the highest confidence that paper gets down to what is hardly more than a guess.
  static let bounds = [0.995, 0.99, 0.985, 0.98, 0.97, 0.95, 0.93, 0.9, 0.85, 0.8, 0.7, 0.5, 0]

  /// The points of the curve, the strictest first.
  package static func curve(_ outcomes: [Outcome]) -> [AcceptancePoint] {
    let known = outcomes.filter { [.right, .wrong, .missing].contains($0.result) }
    func isAccepted(_ outcome: Outcome, from: Double) -> Bool {
      outcome.confidence.map { $0 >= from } == true
    }
    return bounds.map { from in
      let accepted = outcomes.filter { isAccepted($0, from: from) }
      return AcceptancePoint(
        from: from, accepted: accepted.count,
        share: Specimens.share(known.count { isAccepted($0, from: from) }, of: known.count),
        wrong: accepted.count { $0.result == .wrong || $0.result == .extra })
    }
  }
}
