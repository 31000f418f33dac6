internal import Native

/// Makes submissions with one planted discrepancy each, and clean ones; number `index` depends on the seed
/// and the index alone.
package struct SubmissionPlanter {
  let seed: UInt64
  let isHeldOut: Bool
  let kinds: [Discrepancy]

  /// - Parameter kinds: The discrepancies that take turns.
  package init(seed: UInt64, isHeldOut: Bool, kinds: [Discrepancy]) {
    self.seed = seed
    self.isHeldOut = isHeldOut
    self.kinds = kinds
  }

  private var maker: SubmissionMaker { SubmissionMaker(seed: seed, isHeldOut: isHeldOut) }

  /// A submission that is still to be drawn.
  struct Draft {
    let plan: SubmissionMaker.Plan
    let content: SubmissionContent
    let difference: PlantedDifference
    /// For drawing it.
    var dice: Dice
  }

  func planted(_ index: Int) throws(DrawingError) -> SubmissionFolder {
    var draft = draft(index)
    return try maker.folder(draft.content, [draft.difference], draft.plan, &draft.dice)
  }

  /// The kinds take turns, and so do the qualities within each kind.
  func draft(_ index: Int) -> Draft {
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 7 : 6)
    let round = index / kinds.count
    let kind = kinds[index % kinds.count]
    while true {
      var plan = plan(Quality.pictures[(index + round) % 4], &dice)
      plan.hasOperator = (plan.hasOperator || kind.needsOperator) && !kind.needsOneCard
      var content = maker.content(plan, &dice)
      guard let difference = kind.plant(in: &content, &dice) else { continue }
      return Draft(plan: plan, content: content, difference: difference, dice: dice)
    }
  }

  func clean(_ index: Int) throws(DrawingError) -> SubmissionFolder {
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 9 : 8)
    let plan = plan(Quality.pictures[index % 4], &dice)
    return try maker.folder(maker.content(plan, &dice), [], plan, &dice)
  }

  private func plan(_ quality: Quality, _ dice: inout Dice) -> SubmissionMaker.Plan {
    SubmissionMaker.Plan(
      generation: dice.chance(0.6) ? .landscape2019 : .portrait2014, quality: quality,
      arrangement: dice.pick(SubmissionMaker.Arrangement.allCases), license: { _ in true },
      hasOperator: dice.chance(0.2), names: dice.pick(SubmissionMaker.fileNames))
  }
}

extension Discrepancy {
  /// Changes the submission; `nil` where it has no such thing to change.
  func plant(in content: inout SubmissionContent, _ dice: inout Dice) -> PlantedDifference? {
    switch self {
    case .missingLicense: content.license = nil
    case .missingFront: content.fronts.removeFirst()
    case .missingBack: content.backs.removeFirst()
    case .doubledFront:
      content.fronts = [content.fronts[0], content.fronts[0]]
      content.backs = []
    case .strayLicense:
      guard let own = content.license else { return nil }
      let stray = License(own.generation, &dice)
      guard case .creditCode = stray.number else { return nil }
      content.strayLicense = stray
    default:
      return plant(inDeclarationOf: &content, &dice) ?? plant(inLicenseOf: &content, &dice)
        ?? plant(inCardsOf: &content, &dice)
    }
    return difference()
  }

  /// Whether an operator would hide it: with two cards one missing side leaves another.
  var needsOneCard: Bool {
    switch self {
    case .missingFront, .missingBack, .doubledFront: true
    default: false
    }
  }
}
