internal import Native

/// Large dark or red words over the small print.
struct LargeWords: PaperLayer {
  /// What they lie over.
  enum Position {
    case middle
    case over(PaperPart)
  }

  let words: String
  let position: Position
  /// Of the letters, as a share of the page's width.
  let size: Double
  let degrees: Double
  let ink: Ink
  let family: String

  func draw(
    on canvas: Canvas, _ layout: LicenseLayout, _ places: [PaperPart: SheetBox]
  ) throws(DrawingError) {
    var style = TextStyle(
      family: family, size: layout.width * size, weight: .bold, ink: ink, alignment: .center)
    let width = try canvas.measure(words, style).width
    style.size *= min(1, layout.width * 0.84 / width)
    let half = min(width, layout.width * 0.84) / 2
    let center: (x: Double, y: Double)
    if case .over(let part) = position, let place = places[part] {
      // Words over a part at the edge are moved so far that they end on the paper.
      let x = place.x + place.width / 2
      center = (min(layout.width - 80 - half, max(80 + half, x)), place.middle)
    } else {
      center = (layout.width / 2, layout.height / 2)
    }
    try canvas.transformed(x: center.x, y: center.y, degrees: degrees) {
      () throws(DrawingError) in
      let height = try canvas.measure(words, style).height
      try canvas.write(words, x: 0, y: -height / 2, style)
    }
  }
}

/// Words over a license: what a copy may be used for, that it is void, that it is a sample.
enum WordsForm {
  private static let uses = Variants(
    development: [
      "仅供办理网站备案使用", "仅供投标使用", "复印无效", "样本", "仅供公众号认证使用，他用无效", "与原件一致",
    ],
    heldOut: ["此件仅供平台入驻审核", "再次复印无效", "仅限银行开户使用", "样  本"])
  private static let slants = Variants<[Double]>(
    development: [[0], [-28, -40, 25]], heldOut: [[0], [-52, 35, 15]])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    let (red, green, blue) = dice.pick([(0.85, 0.1, 0.1), (0.1, 0.1, 0.12), (0.25, 0.25, 0.3)])
    let ink = Ink(red, green, blue, opacity: dice.number(0.28...0.5))
    let words = uses.pick(isHeldOut: isHeldOut, &dice)
    let degrees = dice.pick(slants.pick(isHeldOut: isHeldOut, &dice))
    let parts: [PaperPart] = dice.pick([
      [.row(.scope)], [.row(.scope)], [.identifier], [.row(.scope), .identifier],
      [.row(.name), .row(.scope)], [],
    ])
    for position in parts.isEmpty ? [LargeWords.Position.middle] : parts.map({ .over($0) }) {
      draft.look.traits.layers.append(
        LargeWords(
          words: words, position: position, size: dice.number(0.045...0.085), degrees: degrees,
          ink: ink, family: draft.look.fonts.label))
    }
    return draft.paper
  }
}
