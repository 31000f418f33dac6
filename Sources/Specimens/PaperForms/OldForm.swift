internal import Native

/// The forms of before 2014, with their values at another height than the labels, and copies of two pages.
enum OldForm {
  /// How much lower than their labels values stand, in rows.
  private static let drops = Variants<ClosedRange<Double>>(
    development: [0...0, 0.3...0.5, 0.5...0.75, -0.5 ... -0.3],
    heldOut: [0.4...0.7, 0.7...0.95, -0.7 ... -0.4])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft(.before2014, isHeldOut: isHeldOut, &dice)
    draft.look.traits.valueDrop = dice.number(drops.pick(isHeldOut: isHeldOut, &dice))
    if dice.chance(0.5) {
      draft.look.traits.foot = PrintedDateLine(
        manner: .between, signs: 1.05, room: dice.number(1.8...2.6), rise: dice.number(-0.2...0.2),
        shift: 0, numbers: 0.95, family: draft.look.fonts.value)
    }
    guard dice.chance(0.5) else { return draft.paper }
    return twoPages(draft, noticed: 0.3, isHeldOut: isHeldOut, &dice)
  }

  /// The license and the other page of its copy.
  static func twoPages(
    _ draft: LicenseDraft, noticed: Double, isHeldOut: Bool, _ dice: inout Dice
  ) -> FormPaper {
    var draft = draft
    draft.look.traits.isOneOfSeveral = true
    let other = InspectionPage.sheet(
      like: draft.look, noticed: noticed, isHeldOut: isHeldOut, &dice)
    let isFirst = dice.chance(0.6)
    return FormPaper(
      sheet: isFirst ? .pages(draft.sheet, other) : .pages(other, draft.sheet),
      documents: [draft.truth])
  }
}

extension Sheet {
  /// Two pages beside each other, with the fold between.
  static func pages(_ left: Sheet, _ right: Sheet) -> Sheet {
    Sheet(
      width: left.width + right.width, height: max(left.height, right.height),
      smallestText: min(left.smallestText, right.smallestText)
    ) { canvas throws(DrawingError) in
      try left.draw(canvas)
      try canvas.transformed(x: left.width, y: 0) { () throws(DrawingError) in
        try right.draw(canvas)
      }
      for step in 0..<5 {
        canvas.fillRectangle(
          x: left.width - Double(step) * 3, y: 0, width: Double(step) * 6, height: left.height,
          Ink(0.3, 0.3, 0.3, opacity: 0.04))
      }
    }
  }
}
