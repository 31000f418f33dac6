internal import Native

/// Two papers on one picture: another license, another permit, or a page about a company.
enum SeveralForm {
  private enum Other { case license, foodPermit, accountPermit, listing }

  private static let others = Variants<Other>(
    development: [.license, .license, .foodPermit, .listing],
    heldOut: [.license, .accountPermit, .listing])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    let first = part(dice.chance(0.6) ? .portrait2014 : .landscape2019, isHeldOut: isHeldOut, &dice)
    var documents = [first.truth]
    let other: Sheet
    switch others.pick(isHeldOut: isHeldOut, &dice) {
    case .license:
      let second = part(first.license.generation, isHeldOut: isHeldOut, &dice)
      documents.append(second.truth)
      other = second.sheet
    case .foodPermit: other = OtherPermit.food(isHeldOut: isHeldOut, &dice)
    case .accountPermit: other = OtherPermit.account(isHeldOut: isHeldOut, &dice)
    case .listing: other = OtherPermit.listing(isHeldOut: isHeldOut, &dice)
    }
    let isAcross = first.sheet.width < first.sheet.height
    let isFirst = dice.chance(0.5)
    if !isFirst { documents.reverse() }
    let (one, two) = isFirst ? (first.sheet, other) : (other, first.sheet)
    let gap = dice.number(20.0...90)
    let ground = dice.pick([Ink.white, Ink(0.93, 0.93, 0.92), Ink(0.5, 0.42, 0.36)])
    return FormPaper(
      sheet: isAcross
        ? .beside(one, two, gap: gap, ground: ground)
        : .stacked(one, two, gap: gap, ground: ground), documents: documents)
  }

  private static func part(
    _ generation: Generation, isHeldOut: Bool, _ dice: inout Dice
  ) -> LicenseDraft {
    var draft = LicenseDraft(generation, isHeldOut: isHeldOut, &dice)
    draft.look.traits.isOneOfSeveral = true
    return draft
  }
}

extension Sheet {
  /// Two papers on a ground, the second made as high as the first.
  static func beside(_ one: Sheet, _ two: Sheet, gap: Double, ground: Ink) -> Sheet {
    let share = one.height / two.height
    return Sheet(
      width: one.width + two.width * share + gap * 3, height: one.height + gap * 2,
      smallestText: min(one.smallestText, two.smallestText * share)
    ) { canvas throws(DrawingError) in
      canvas.fillAll(ground)
      try canvas.transformed(x: gap, y: gap) { () throws(DrawingError) in try one.draw(canvas) }
      try canvas.transformed(x: one.width + gap * 2, y: gap) { () throws(DrawingError) in
        canvas.scale(by: share)
        try two.draw(canvas)
      }
    }
  }

  /// Two papers on a ground, the second made as wide as the first.
  static func stacked(_ one: Sheet, _ two: Sheet, gap: Double, ground: Ink) -> Sheet {
    let share = one.width / two.width
    return Sheet(
      width: one.width + gap * 2, height: one.height + two.height * share + gap * 3,
      smallestText: min(one.smallestText, two.smallestText * share)
    ) { canvas throws(DrawingError) in
      canvas.fillAll(ground)
      try canvas.transformed(x: gap, y: gap) { () throws(DrawingError) in try one.draw(canvas) }
      try canvas.transformed(x: gap, y: one.height + gap * 2) { () throws(DrawingError) in
        canvas.scale(by: share)
        try two.draw(canvas)
      }
    }
  }
}
