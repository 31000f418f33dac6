internal import Glibc
internal import Native

extension Scene {
  /// A scene of one quality.
  init(
    _ quality: Quality, isHeldOut: Bool, _ framing: Framing, page: PixelBuffer, _ dice: inout Dice
  ) {
    switch quality {
    case .digital, .scan, .photocopy:
      self.init(onGlass: framing, page: page, isHeldOut: isHeldOut, &dice)
    case .photo, .poorPhoto:
      self.init(
        beforeCamera: framing, page: page, isPoor: quality == .poorPhoto, isHeldOut: isHeldOut,
        &dice)
    }
  }

  private init(
    onGlass framing: Framing, page: PixelBuffer, isHeldOut: Bool, _ dice: inout Dice
  ) {
    let grey = dice.pick([255.0, 250, 232, 214])
    let skew = dice.number(-1.5...1.5)
    self.init(
      width: framing.width, height: framing.height,
      corners: Self.corners(framing, page, degrees: skew, spread: 0, &dice),
      background: .plain(red: grey, green: grey, blue: grey))
    brightness = dice.number(0.97...1.03)
    guard isHeldOut else { return }
    // Another scanner: a lid that does not close and a warm lamp.
    slope = (dice.number(-0.05...0.05), dice.number(-0.04...0.04))
    tint = (1, dice.number(0.97...1), dice.number(0.93...0.99))
  }

  private init(
    beforeCamera framing: Framing, page: PixelBuffer, isPoor: Bool, isHeldOut: Bool,
    _ dice: inout Dice
  ) {
    let tilt = isPoor ? 7.0 : 6.0
    let spread = isPoor ? dice.number(0.03...0.085) : dice.number(0.005...0.06)
    self.init(
      width: framing.width, height: framing.height,
      corners: Self.corners(
        framing, page, degrees: dice.number(-tilt...tilt), spread: spread, &dice),
      background: isHeldOut ? Self.screen(&dice) : Self.desk(&dice))
    brightness = isPoor ? dice.number(0.55...0.88) : dice.number(0.82...1.02)
    slope = (dice.number(-0.16...0.16), dice.number(-0.14...0.14))
    let warmth = dice.number(-0.05...0.05)
    tint = (1 + warmth, 1, 1 - warmth)
    if dice.chance(0.55) {
      shadow = Shadow(
        direction: dice.number(0...6.28), offset: dice.number(-0.2...0.6),
        softness: dice.number(0.15...0.7), strength: dice.number(0.12...(isPoor ? 0.42 : 0.3)))
    }
    if isPoor && dice.chance(0.5) {
      glare = Glare(
        x: dice.number(0.1...0.9), y: dice.number(0.1...0.9), radius: dice.number(0.05...0.12),
        strength: dice.number(0.15...0.4))
    }
    guard isHeldOut else { return }
    vignette = dice.number(0.15...0.45)
    tint = dice.pick([(1.05, 0.97, 0.84), (0.9, 0.98, 1.05), (0.95, 1.04, 0.93)])
    let height = Double(page.height) * (isPoor ? dice.number(0.004...0.01) : dice.number(0...0.005))
    curl = (height, dice.number(0.4...1.2), dice.number(0...6.28))
  }

  /// The page in the middle of the frame, turned a little, each corner moved by up to `spread` of the shorter side.
  private static func corners(
    _ framing: Framing, _ page: PixelBuffer, degrees: Double, spread: Double, _ dice: inout Dice
  ) -> [Homography.Position] {
    if framing.isFilled { return filling(framing, &dice) }
    let angle = degrees * .pi / 180
    let width = Double(framing.width)
    let height = Double(framing.height)
    let halfWidth = Double(page.width) / 2
    let halfHeight = Double(page.height) / 2
    let reach = min(page.width, page.height)
    let room = (max(0, width - halfWidth * 2), max(0, height - halfHeight * 2))
    let middle = (
      width / 2 + room.0 * dice.number(-0.2...0.2), height / 2 + room.1 * dice.number(-0.2...0.2)
    )
    let signs: [(Double, Double)] = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    let raw = signs.map { sign in
      let x = sign.0 * halfWidth + dice.number(-spread...spread) * Double(reach)
      let y = sign.1 * halfHeight + dice.number(-spread...spread) * Double(reach)
      return (
        x: middle.0 + x * cos(angle) - y * sin(angle), y: middle.1 + x * sin(angle) + y * cos(angle)
      )
    }
    // A glass cuts nothing that matters; a camera keeps all corners in the frame.
    guard spread > 0 else { return raw }
    return raw.map { corner in
      (x: min(width - 4, max(4, corner.x)), y: min(height - 4, max(4, corner.y)))
    }
  }

  /// Corners beyond those of the frame, each by a little of its own.
  private static func filling(_ framing: Framing, _ dice: inout Dice) -> [Homography.Position] {
    let reach = Double(min(framing.width, framing.height)) * 0.05
    let (width, height) = (Double(framing.width), Double(framing.height))
    let signs: [(Double, Double)] = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    return signs.map { sign in
      (
        x: (sign.0 < 0 ? 0 : width) + sign.0 * dice.number(0.1...1) * reach,
        y: (sign.1 < 0 ? 0 : height) + sign.1 * dice.number(0.1...1) * reach
      )
    }
  }

  private static func desk(_ dice: inout Dice) -> Background {
    let colours = [
      (120.0, 84.0, 56.0), (168, 130, 92), (70, 72, 76), (196, 192, 186), (58, 80, 104),
      (104, 120, 96),
      (150, 60, 52), (215, 205, 190),
    ]
    let (red, green, blue) = dice.pick(colours)
    return .desk(
      red: red, green: green, blue: blue, grain: dice.number(0.01...0.07),
      length: dice.number(20...160))
  }

  private static func screen(_ dice: inout Dice) -> Background {
    let (red, green, blue) = dice.pick([
      (60.0, 66.0, 78.0), (180, 186, 196), (110, 104, 98), (40, 60, 54),
    ])
    return .screen(red: red, green: green, blue: blue, period: dice.number(3...7))
  }
}
