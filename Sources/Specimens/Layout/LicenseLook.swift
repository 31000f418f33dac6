internal import Native

/// The look of one license: its layout, fonts and decoration.
struct LicenseLook {
  var layout: LicenseLayout
  var fonts: Fonts
  let frame: Ink
  let paper: Ink
  let hasWaves: Bool
  var watermark: (text: String, size: Double, opacity: Double)?
  let stampOffset: (x: Double, y: Double)
  let stampTurn: Double
  let stampOpacity: Double
  var printsAuthority: Bool
  let phase: Double
  var hasStamp = true
  var traits = PaperTraits()

  init(_ generation: Generation, isHeldOut: Bool, _ dice: inout Dice) {
    let layouts = LicenseLayout.all(generation)
    layout = isHeldOut ? layouts[layouts.count - 1] : dice.pick(Array(layouts.dropLast()))
    fonts = Fonts(isHeldOut: isHeldOut, &dice)
    frame = dice.pick([
      Ink(0.72, 0.55, 0.2), Ink(0.6, 0.42, 0.18), Ink(0.35, 0.5, 0.35), Ink(0.7, 0.35, 0.25),
    ])
    paper = dice.pick([.white, Ink(0.995, 0.985, 0.955), Ink(0.98, 0.985, 0.97), .white])
    hasWaves = dice.chance(0.5)
    watermark =
      dice.chance(0.18)
      ? (
        dice.pick(["仅供企业微信认证使用", "仅供微信公众平台认证使用，再复印无效", "复印件与原件一致"]), dice.number(44...64),
        dice.number(0.13...0.22)
      ) : nil
    stampOffset = (dice.number(-70...30), dice.number(-70...10))
    stampTurn = dice.number(-25...25)
    stampOpacity = dice.number(0.5...0.75)
    printsAuthority = dice.chance(0.1)
    phase = dice.number(0...6)
  }
}
