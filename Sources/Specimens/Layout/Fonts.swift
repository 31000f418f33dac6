internal import Native

/// The font families of specimens.
package struct Fonts {
  /// Labels and headings.
  let label: String
  let value: String
  /// Latin digits of codes on cards.
  let digits: String

  static let development = [
    "Noto Sans CJK SC", "AR PL UMing CN", "AR PL UKai CN", "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
  ]
  /// Reserved for `--held-out` and never used while developing.
  static let heldOut = ["LXGW WenKai", "Noto Serif CJK SC"]
  static let digits = "OCR B"

  init(label: String, value: String, digits: String) {
    self.label = label
    self.value = value
    self.digits = digits
  }

  init(isHeldOut: Bool, _ dice: inout Dice) {
    let families = isHeldOut ? Self.heldOut : Self.development
    label = dice.pick(families)
    value = dice.pick(families)
    digits = dice.chance(0.7) ? Self.digits : value
  }

  /// Says what to install where a family is missing.
  package static func check() throws(SpecimenError) {
    let missing = FontFamilies.missing(of: development + heldOut + [digits])
    guard missing.isEmpty else { throw .fontsMissing(missing) }
  }
}
