/// Pictures whose long side has 500 to 900 pixels, as they are sent in messages and shown on pages.
enum SmallForm {
  private static let sides = Variants<ClosedRange<Double>>(
    development: [680...900], heldOut: [560...700, 700...900])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var paper = LicenseDraft.current(isHeldOut: isHeldOut, &dice).paper
    paper.view.size = .small(dice.number(sides.pick(isHeldOut: isHeldOut, &dice)))
    return paper
  }
}
