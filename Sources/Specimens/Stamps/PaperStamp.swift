internal import Glibc
internal import Native

/// A round stamp of an invented company, as a clerk puts it on paper.
struct PaperStamp {
  /// Around the ring.
  let ring: String
  /// Under the star: what it is for.
  let line: String?
  /// Along the foot: the police's number of the stamp.
  let code: String?
  private let look: Look

  /// How the maker cut it and the clerk's hand set it.
  private struct Look {
    let family: String
    /// Of the ring's line, of the letters and of the star, as shares of the radius.
    let rim: Double
    let letter: Double
    let star: Double
    /// Width of a letter against its height.
    let press: Double
    let degrees: Double
    let ink: Ink
    /// Places without ink: angle, distance and size as shares.
    let gaps: [(angle: Double, distance: Double, size: Double)]
  }

  /// - Parameter isHeldOut: with fonts that are kept from development.
  init(ring: String, line: String?, isHeldOut: Bool, _ dice: inout Dice) {
    self.ring = ring
    self.line = line
    code = dice.chance(0.6) ? dice.digits(13) : nil
    let families =
      isHeldOut ? Fonts.heldOut : ["AR PL UMing CN", "Noto Sans CJK SC", "WenQuanYi Zen Hei"]
    let red = dice.number(0.75...0.9)
    look = Look(
      family: dice.pick(families), rim: dice.number(0.035...0.07),
      letter: dice.number(0.24...0.3), star: dice.number(0.24...0.32),
      press: dice.number(0.62...0.9), degrees: dice.number(-35...35),
      ink: Ink(
        red, dice.number(0.02...0.14), dice.number(0.04...0.16), opacity: dice.number(0.55...0.9)),
      gaps: (0..<dice.number(0...6)).map { _ in
        (dice.number(0...360), dice.number(0.2...1), dice.number(0.01...0.035))
      })
  }

  /// All its words.
  var text: String { ring + (line ?? "") }

  /// Draws it with its middle at a point.
  func draw(on canvas: Canvas, x: Double, y: Double, radius: Double) throws(DrawingError) {
    try canvas.transformed(x: x, y: y, degrees: look.degrees) { () throws(DrawingError) in
      canvas.strokeCircle(
        x: 0, y: 0, radius: radius * (1 - look.rim / 2), line: radius * look.rim, look.ink)
      let lift = line == nil ? 0 : 0.06
      canvas.fillStar(x: 0, y: -lift * radius, radius: radius * look.star, look.ink)
      try drawRing(on: canvas, radius: radius)
      if let line { try drawLine(line, on: canvas, radius: radius) }
      if let code { try drawCode(code, on: canvas, radius: radius) }
    }
    for gap in look.gaps {
      let angle = gap.angle * .pi / 180
      canvas.fillCircle(
        x: x + cos(angle) * gap.distance * radius, y: y + sin(angle) * gap.distance * radius,
        radius: gap.size * radius, Ink(1, 1, 1, opacity: 0.8))
    }
  }

  private func style(_ size: Double) -> TextStyle {
    TextStyle(family: look.family, size: size, weight: .bold, ink: look.ink, alignment: .center)
  }

  private func drawRing(on canvas: Canvas, radius: Double) throws(DrawingError) {
    let size = radius * look.letter
    let top = radius * (1 - look.rim - 0.055)
    let middle = top - size / 2
    // As wide as they may be with some air, over at most three quarters of the ring.
    let most = 275 * Double.pi / 180 * middle / Double(ring.count)
    let width = min(size * look.press, most * 0.88)
    let pitch = min(most, max(width * 1.15, 150 * Double.pi / 180 * middle / Double(ring.count)))
    let step = pitch / middle * 180 / .pi
    for (index, letter) in ring.enumerated() {
      let turn = (Double(index) - Double(ring.count - 1) / 2) * step
      try canvas.transformed(x: 0, y: 0, degrees: turn) { () throws(DrawingError) in
        try canvas.transformed(x: 0, y: -top) { () throws(DrawingError) in
          canvas.scale(x: width / size, y: 1)
          // The line of a font is higher than its letters.
          try canvas.write(String(letter), x: 0, y: -size * 0.2, style(size))
        }
      }
    }
  }

  private func drawLine(_ line: String, on canvas: Canvas, radius: Double) throws(DrawingError) {
    let size = radius * 0.24
    let width = min(size * 0.85, radius * 1.02 / Double(line.count))
    for (index, letter) in line.enumerated() {
      let x = (Double(index) - Double(line.count - 1) / 2) * width
      try canvas.transformed(x: x, y: radius * 0.36) { () throws(DrawingError) in
        canvas.scale(x: width / size * 0.95, y: 1)
        try canvas.write(String(letter), x: 0, y: -size * 0.2, style(size))
      }
    }
  }

  private func drawCode(_ code: String, on canvas: Canvas, radius: Double) throws(DrawingError) {
    let size = radius * 0.1
    for (index, digit) in code.enumerated() {
      let turn = (Double(code.count - 1) / 2 - Double(index)) * 5
      try canvas.transformed(x: 0, y: 0, degrees: turn) { () throws(DrawingError) in
        try canvas.write(String(digit), x: 0, y: radius * 0.8, style(size))
      }
    }
  }
}
