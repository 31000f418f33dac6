/// Boxes of notices whose words are labels elsewhere: 重要提示, 须知, 说明.
enum NoticesForm {
  private enum Kind { case shenzhen, holders, electronic }

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    switch dice.pick(weighted: [(Kind.shenzhen, 0.5), (.holders, 0.25), (.electronic, 0.25)]) {
    case .shenzhen: return shenzhen(isHeldOut: isHeldOut, &dice)
    case .holders:
      let draft = LicenseDraft(.before2014, isHeldOut: isHeldOut, &dice)
      return OldForm.twoPages(draft, noticed: 1, isHeldOut: isHeldOut, &dice)
    case .electronic: return electronic(isHeldOut: isHeldOut, &dice)
    }
  }

  private static func shenzhen(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    draft.look.traits.omitted = [.scope, .capital, .paidIn, .term, .form]
    draft.look.traits.layers.append(
      NoticeBox(
        notices: .ofShenzhen(isHeldOut: isHeldOut, &dice), position: .underRows,
        size: dice.number(24...29), family: draft.look.fonts.label, hasFrame: dice.chance(0.6)))
    return draft.paper
  }

  private static func electronic(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft(.landscape2019, isHeldOut: isHeldOut, &dice)
    draft.look.traits.layers.append(
      NoticeBox(
        notices: .ofElectronic(isHeldOut: isHeldOut, &dice), position: .besideFoot,
        size: dice.number(20...24), family: draft.look.fonts.label, hasFrame: dice.chance(0.3)))
    var paper = draft.paper
    // The words stand in the notices; the title says nothing of it.
    paper.documents[0].implied["license.electronic"] = .bool(true)
    return paper
  }
}
