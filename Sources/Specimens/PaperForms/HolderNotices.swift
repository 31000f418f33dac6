internal import Native

/// Numbered sentences under a heading, full of words that are labels elsewhere.
struct HolderNotices {
  let heading: String
  let sentences: [String]

  /// Those of old copies.
  static func pick(isHeldOut: Bool, _ dice: inout Dice) -> HolderNotices {
    HolderNotices(
      heading: dice.pick(["须　知", "须知"]),
      sentences: old.pick(isHeldOut: isHeldOut, &dice))
  }

  private static let old = Variants(
    development: [
      [
        "《企业法人营业执照》是企业法人资格和合法经营的凭证。", "《企业法人营业执照》分为正本和副本，二者具有同等的法律效力。",
        "《企业法人营业执照》正本应放在企业住所的醒目位置。", "营业执照不得伪造、涂改、出租、出借、转让。",
        "登记事项发生变化，应当向登记机关申请变更登记，换领新照。",
        "每年一月一日至四月三十日，应当参加年度检验。", "除登记机关外，任何单位均不得扣留、收缴和吊销营业执照。",
        "办理注销登记时，应当交回正本和副本。",
      ],
      [
        "本执照是经营者取得合法经营资格的凭证，应当在核准的经营范围内从事经营活动。", "正本应悬挂于经营场所的醒目位置。",
        "字号名称、经营者姓名、经营场所或者经营范围改变的，应当办理变更登记。", "不得伪造、涂改、出租、出借或者转让本执照。",
        "本执照遗失或者损坏的，应当在报纸上声明作废并申请补领。",
      ],
    ],
    heldOut: [
      [
        "企业法人凭营业执照刻制公章、开立银行账户、签订合同，进行经营活动。", "营业执照正本应置于住所内显著的地方，副本供外出办事使用。",
        "名称、住所、法定代表人、注册资本、公司类型、经营范围、营业期限等登记事项，未经核准不得改变。",
        "登记机关于每年上半年对企业进行检验，逾期不受检验的按规定处罚。", "企业终止经营，应当缴回执照。",
      ]
    ])

  /// Writes them into a box, as small as they must be to fit.
  func draw(
    in box: SheetBox, size: Double, family: String, on canvas: Canvas
  ) throws(DrawingError) {
    let ink = Ink(0.12, 0.1, 0.08)
    var size = size
    let lines = sentences.enumerated().map { "\($0 + 1)．\($1)" }.joined(separator: "\n")
    func body() -> TextStyle { TextStyle(family: family, size: size, ink: ink, leading: 1.5) }
    while size > 12,
      try canvas.measure(lines, width: box.width, body()).height > box.height - size * 2
    {
      size *= 0.95
    }
    try canvas.write(
      heading, x: box.x + box.width / 2, y: box.y,
      TextStyle(family: family, size: size * 1.3, weight: .bold, ink: ink, alignment: .center))
    try canvas.write(lines, x: box.x, y: box.y + size * 2.4, width: box.width, body())
  }
}
