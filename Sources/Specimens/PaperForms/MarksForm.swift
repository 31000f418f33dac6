internal import Native

/// Web sites' marks in the rows of values, and the security print of the paper behind them.
enum MarksForm {
  private static let sites = Variants(
    development: ["企查宝", "www.qiyezhao.cn", "照查查", "企查宝 qichabao.example", "执照网"],
    heldOut: ["百企通", "www.zhaomianku.cn", "企业照库 保存于2019"])
  private static let slants = Variants<[Double]>(
    development: [[0], [-18, -12, 12]], heldOut: [[0, -30], [8, 25]])
  private static let prints = Variants(
    development: ["市场监督管理", "SCJDGL", "市场监督管理 SCJDGL"],
    heldOut: ["国家市场监督管理", "SCJDGL 市场监管"])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    let hasPrint = dice.chance(0.4)
    if hasPrint {
      draft.look.traits.ground.append(
        securityPrint(isHeldOut: isHeldOut, draft.look.fonts.label, &dice))
    }
    guard !hasPrint || dice.chance(0.4) else { return draft.paper }
    let words = sites.pick(isHeldOut: isHeldOut, &dice)
    let fields = dice.pick(
      dice.number(1...3), of: [License.Field.name, .head, .head, .capital, .type])
    for field in Set(fields).sorted(by: { "\($0)" < "\($1)" }) {
      draft.look.traits.layers.append(
        RowMark(
          field: field, words: words, size: dice.pick([0.7, 0.8, 1.2, 1.4]), ink: tint(&dice),
          degrees: dice.pick(slants.pick(isHeldOut: isHeldOut, &dice)),
          gap: dice.number(1.2...4), family: draft.look.fonts.label, hasSign: dice.chance(0.4)))
    }
    return draft.paper
  }

  private static func tint(_ dice: inout Dice) -> Ink {
    let (red, green, blue) = dice.pick([
      (0.55, 0.55, 0.58), (0.3, 0.5, 0.85), (0.2, 0.45, 0.7), (0.65, 0.65, 0.65),
    ])
    return Ink(red, green, blue, opacity: dice.number(0.5...0.9))
  }

  private static func securityPrint(
    isHeldOut: Bool, _ family: String, _ dice: inout Dice
  ) -> SecurityPrint {
    let (red, green, blue) = dice.pick([(0.75, 0.6, 0.4), (0.5, 0.7, 0.6), (0.6, 0.6, 0.65)])
    let words = prints.pick(isHeldOut: isHeldOut, &dice)
    return SecurityPrint(
      words: words, size: dice.number(20...44),
      ink: Ink(red, green, blue, opacity: dice.number(0.3...0.55)),
      degrees: dice.pick([0, 0, -30, 35]),
      pitch: (along: Double(words.count) + dice.number(1...4), down: dice.number(2...4.5)),
      family: family)
  }
}
