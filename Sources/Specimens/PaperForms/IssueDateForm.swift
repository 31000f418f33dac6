internal import Model

/// The day of issue beside the printed 年 月 日, at another height and in another font.
enum IssueDateForm {
  private static let manners = Variants<PrintedDateLine.Manner>(
    development: [.between], heldOut: [.between, .across])
  /// How far numbers lie over their signs, in signs.
  private static let shifts = Variants<ClosedRange<Double>>(
    development: [-0.2...0.2, 0.3...0.8], heldOut: [-0.9 ... -0.5, 0.5...1.0])

  /// What a scope says of a permit's end, with another date than that of issue.
  private static let permits = Variants(
    development: [
      "（许可证有效期至%）", "（食品流通许可证有效期至%）", "（凭有效许可证经营，有效期至%止）",
    ],
    heldOut: ["（以上项目许可经营期限至%）", "（危险化学品经营许可证有效期限至%）"])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    let generation: Generation = dice.pick([
      .portrait2014, .portrait2014, .landscape2019, .before2014,
    ])
    var draft = LicenseDraft(generation, isHeldOut: isHeldOut, &dice)
    draft.look.traits.foot = foot(isHeldOut: isHeldOut, &dice)
    if dice.chance(0.6) {
      let end = draft.license.issued.adding(months: dice.number(20...70)) ?? draft.license.issued
      let style: DateStyle = dice.pick([.short, .padded])
      let permit = permits.pick(isHeldOut: isHeldOut, &dice)
        .replacing("%", with: style.text(end))
      draft.license.scope =
        dice.pick(["食品销售", "危险化学品批发", "餐饮服务", "预包装食品零售"]) + permit
        + "；" + draft.license.scope
    }
    return draft.paper
  }

  private static func foot(isHeldOut: Bool, _ dice: inout Dice) -> PrintedDateLine {
    let height = dice.number(0.3...0.8)
    let fonts = Fonts(isHeldOut: isHeldOut, &dice)
    return PrintedDateLine(
      manner: manners.pick(isHeldOut: isHeldOut, &dice), signs: dice.number(1...1.5),
      room: dice.number(1.7...2.8), rise: dice.chance(0.5) ? height : -height,
      shift: dice.number(shifts.pick(isHeldOut: isHeldOut, &dice)),
      numbers: dice.number(0.8...1.1), family: fonts.value)
  }
}
