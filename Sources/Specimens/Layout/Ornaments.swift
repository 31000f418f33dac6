internal import Glibc
internal import Native

extension Canvas {
  /// An invented emblem: a red disc with a gold rim and a star.
  ///
  /// No state's emblem is drawn.
  func drawEmblem(x: Double, y: Double, radius: Double) {
    let gold = Ink(0.85, 0.68, 0.2)
    fillCircle(x: x, y: y, radius: radius, gold)
    fillCircle(x: x, y: y, radius: radius * 0.86, Ink(0.8, 0.1, 0.1))
    fillStar(x: x, y: y - radius * 0.2, radius: radius * 0.36, gold)
    for angle in [-50.0, -25, 25, 50] {
      let turn = (180 - angle) * .pi / 180
      fillCircle(
        x: x + sin(turn) * radius * 0.6, y: y - cos(turn) * radius * 0.6, radius: radius * 0.1, gold
      )
    }
    fillRectangle(
      x: x - radius * 0.3, y: y + radius * 0.3, width: radius * 0.6, height: radius * 0.12, gold)
  }

  /// Fine waves over an area, as security printing has them.
  func drawWaves(
    x: Double, y: Double, width: Double, height: Double, step: Double, ink: Ink, phase: Double
  ) {
    var row = 0.0
    while row < height {
      var points: [Double] = []
      for column in stride(from: 0.0, through: width, by: 12) {
        let wave =
          sin(column / 47 + phase + row / 60) * step + sin(column / 19 - row / 35) * step * 0.4
        points += [x + column, y + row + wave]
      }
      strokePath(points, line: 0.8, ink)
      row += step
    }
  }

  /// A decorated frame.
  func drawFrame(
    width: Double, height: Double, inset: Double, thickness: Double, ink: Ink
  ) {
    strokeRectangle(
      x: inset, y: inset, width: width - inset * 2, height: height - inset * 2, line: thickness,
      ink.faded(to: 0.55))
    let inner = inset + thickness * 0.9
    strokeRectangle(
      x: inner, y: inner, width: width - inner * 2, height: height - inner * 2,
      line: thickness * 0.12, ink)
    let outer = inset - thickness * 0.8
    strokeRectangle(
      x: outer, y: outer, width: width - outer * 2, height: height - outer * 2,
      line: thickness * 0.16, ink)
    for along in stride(from: inset, through: width - inset, by: thickness * 1.6) {
      fillCircle(x: along, y: inset, radius: thickness * 0.3, Ink(1, 1, 1, opacity: 0.7))
      fillCircle(x: along, y: height - inset, radius: thickness * 0.3, Ink(1, 1, 1, opacity: 0.7))
    }
    for along in stride(from: inset, through: height - inset, by: thickness * 1.6) {
      fillCircle(x: inset, y: along, radius: thickness * 0.3, Ink(1, 1, 1, opacity: 0.7))
      fillCircle(x: width - inset, y: along, radius: thickness * 0.3, Ink(1, 1, 1, opacity: 0.7))
    }
  }

  /// A round red stamp with a star and text on its ring.
  func drawStamp(
    _ text: String, x: Double, y: Double, radius: Double, degrees: Double, opacity: Double,
    family: String
  ) throws(DrawingError) {
    let ink = Ink(0.85, 0.08, 0.1, opacity: opacity)
    strokeCircle(x: x, y: y, radius: radius, line: radius * 0.05, ink)
    fillStar(x: x, y: y, radius: radius * 0.3, ink)
    let size = min(radius * 0.3, radius * 3.6 / Double(text.count))
    let style = TextStyle(family: family, size: size, weight: .bold, ink: ink, alignment: .center)
    let span = min(290, Double(text.count) * size * 1.25 / radius / 0.75 * 180 / .pi)
    for (index, character) in text.enumerated() {
      let share = text.count == 1 ? 0.5 : Double(index) / Double(text.count - 1)
      try transformed(x: x, y: y, degrees: degrees + (share - 0.5) * span) {
        () throws(DrawingError) in
        try write(String(character), x: 0, y: -radius * 0.9, style)
      }
    }
  }

  /// Grey text across the page, more than once.
  func drawWatermark(
    _ text: String, width: Double, height: Double, size: Double, opacity: Double, family: String
  ) throws(DrawingError) {
    let style = TextStyle(
      family: family, size: size, ink: Ink(0.35, 0.35, 0.4, opacity: opacity), alignment: .center)
    for share in [0.22, 0.5, 0.78] {
      try transformed(x: width * 0.5, y: height * share, degrees: -28) { () throws(DrawingError) in
        try write(text, x: 0, y: -size / 2, style)
      }
    }
  }
}
