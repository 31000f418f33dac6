internal import Native

/// What stands around a paper that is photographed from afar; lengths in the paper's units.
struct Surroundings {
  enum Kind { case wall, desk, held, brickWall, shelf }

  /// A thing of one colour.
  private struct Thing {
    let box: SheetBox
    let ink: Ink
    let isRound: Bool
  }

  private let kind: Kind
  private let width: Double
  private let height: Double
  private let x: Double
  private let y: Double
  private let degrees: Double
  private let ground: Ink
  private let second: Ink
  private let things: [Thing]
  private let hasFrame: Bool

  init(_ kind: Kind, width: Double, height: Double, paper: Sheet, _ dice: inout Dice) {
    self.kind = kind
    self.width = width
    self.height = height
    let room = (width - paper.width, height - paper.height)
    x = room.0 * dice.number(0.3...0.7)
    y = room.1 * dice.number(0.3...0.6)
    degrees = kind == .wall || kind == .brickWall ? dice.number(-1.5...1.5) : dice.number(-5...5)
    ground = dice.pick([
      Ink(0.86, 0.84, 0.8), Ink(0.7, 0.74, 0.76), Ink(0.55, 0.42, 0.3), Ink(0.35, 0.38, 0.42),
      Ink(0.78, 0.7, 0.58),
    ])
    second = dice.pick([
      Ink(0.4, 0.28, 0.18), Ink(0.25, 0.27, 0.3), Ink(0.6, 0.58, 0.55), Ink(0.3, 0.4, 0.55),
    ])
    hasFrame = kind == .wall || kind == .brickWall || (kind == .shelf && dice.chance(0.6))
    var things: [Thing] = []
    for _ in 0..<dice.number(4...9) {
      let size = dice.number(0.06...0.26) * width
      let box = SheetBox(
        x: dice.number(-0.05...0.95) * width, y: dice.number(-0.05...0.95) * height, width: size,
        height: size * dice.number(0.4...1.5))
      let level = dice.number(0.15...0.9)
      let ink = Ink(level, level * dice.number(0.8...1.05), level * dice.number(0.7...1.1))
      things.append(Thing(box: box, ink: ink, isRound: dice.chance(0.35)))
    }
    self.things = things
  }

  /// Draws the scene with the paper in it.
  func draw(_ paper: Sheet, on canvas: Canvas) throws(DrawingError) {
    canvas.fillRectangle(x: 0, y: 0, width: width + 1, height: height + 1, ground)
    switch kind {
    case .wall, .desk:
      canvas.fillRectangle(x: 0, y: height * 0.82, width: width + 1, height: height, second)
    case .brickWall: drawBricks(on: canvas)
    case .shelf:
      for share in [0.08, 0.5, 0.94] {
        canvas.fillRectangle(
          x: 0, y: height * share, width: width + 1, height: height * 0.03, second)
      }
    case .held: drawPerson(paper, on: canvas)
    }
    if kind != .held { for thing in things { draw(thing, on: canvas) } }
    try canvas.transformed(x: x, y: y, degrees: degrees) { () throws(DrawingError) in
      let edge = hasFrame ? paper.width * 0.05 : 0
      canvas.fillRectangle(
        x: 14 - edge, y: 20 - edge, width: paper.width + edge * 2, height: paper.height + edge * 2,
        Ink(0, 0, 0, opacity: 0.28))
      if hasFrame {
        canvas.fillRectangle(
          x: -edge, y: -edge, width: paper.width + edge * 2, height: paper.height + edge * 2,
          second)
      }
      try paper.draw(canvas)
      if kind == .held { drawThumbs(paper, on: canvas) }
    }
  }

  private func draw(_ thing: Thing, on canvas: Canvas) {
    let box = thing.box
    if thing.isRound {
      canvas.fillEllipse(
        x: box.x + box.width / 2, y: box.middle, radiusX: box.width / 2, radiusY: box.height / 2,
        thing.ink)
      return
    }
    canvas.fillRectangle(x: box.x, y: box.y, width: box.width, height: box.height, thing.ink)
    // Lines as of books or of other papers.
    for step in 1..<6 {
      canvas.fillRectangle(
        x: box.x + box.width * 0.1, y: box.y + box.height * Double(step) / 6,
        width: box.width * 0.8, height: box.height * 0.03, second.faded(to: 0.5))
    }
  }

  private func drawBricks(on canvas: Canvas) {
    let (long, high) = (width / 14, width / 42)
    for (row, y) in stride(from: 0, to: height, by: high).enumerated() {
      for x in stride(from: row % 2 == 0 ? 0 : -long / 2, to: width, by: long) {
        canvas.strokeRectangle(
          x: x, y: y, width: long, height: high, line: high * 0.08, second.faded(to: 0.4))
      }
    }
  }

  /// Nobody's figure behind the paper: a head and shoulders.
  private func drawPerson(_ paper: Sheet, on canvas: Canvas) {
    let middle = x + paper.width / 2
    let size = max(paper.width, paper.height)
    for thing in things.prefix(4) { draw(thing, on: canvas) }
    canvas.fillEllipse(
      x: middle, y: y + paper.height * 0.9, radiusX: size * 0.75, radiusY: size * 0.85, second)
    canvas.fillEllipse(
      x: middle, y: y - size * 0.12, radiusX: size * 0.2, radiusY: size * 0.26,
      Ink(0.82, 0.66, 0.55))
    canvas.fillEllipse(
      x: middle, y: y - size * 0.28, radiusX: size * 0.21, radiusY: size * 0.13,
      Ink(0.12, 0.1, 0.1))
  }

  /// On the paper's blank margins, so that they hide no text.
  private func drawThumbs(_ paper: Sheet, on canvas: Canvas) {
    for side in [-1.0, 1] {
      let edge = side < 0 ? 0 : paper.width
      canvas.fillEllipse(
        x: edge - side * paper.width * 0.004, y: paper.height * 0.56,
        radiusX: paper.width * 0.045, radiusY: paper.width * 0.028, Ink(0.85, 0.68, 0.57))
    }
  }
}
