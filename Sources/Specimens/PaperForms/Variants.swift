/// The variants of one thing that is drawn, of which some are kept from development.
struct Variants<Element: Sendable>: Sendable {
  let development: [Element]
  /// Reserved for `--held-out` and never drawn while developing.
  let heldOut: [Element]

  /// Returns one of those that may be drawn.
  func pick(isHeldOut: Bool, _ dice: inout Dice) -> Element {
    dice.pick(isHeldOut ? heldOut : development)
  }
}
