/// Terms without an end: words for it, signs for it, or nothing behind 至.
enum OpenTermForm {
  /// `%` stands for the first day.
  private static let wordings = Variants(
    development: ["%至永久", "%至不约定期限", "永久", "不约定期限", "长期", "%至******", "自%至******"],
    heldOut: ["%至永续经营", "自%至不约定期限", "%至无固定期限", "%至长期有效", "自 % 至 永久"])
  /// The printed signs of an end that nobody typed.
  private static let blanks = Variants(
    development: ["至　　年　　月　　日", "至　　　　年　　月　　日", " 至    年  月  日"],
    heldOut: ["至     年     月     日", "至　　　　　　"])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    let generation: Generation = dice.pick([
      .landscape2019, .portrait2014, .portrait2014, .before2014,
    ])
    var draft = LicenseDraft(generation, isHeldOut: isHeldOut, &dice)
    let start = draft.license.established
    let style: DateStyle = dice.pick([.padded, .padded, .short])
    guard dice.chance(0.35) else {
      let wording = wordings.pick(isHeldOut: isHeldOut, &dice)
      draft.license.term = .longTerm(
        from: wording.contains("%") ? start : nil,
        text: wording.replacing("%", with: style.text(start)))
      return draft.paper
    }
    let blank = blanks.pick(isHeldOut: isHeldOut, &dice)
    draft.license.term = .openEnd(
      from: start, text: (dice.chance(0.5) ? "自" : "") + style.text(start) + blank)
    return draft.paper
  }
}
