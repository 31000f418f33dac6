internal import Glibc
internal import Model
internal import Native

/// The look of one card, both sides.
struct CardLook {
  let fonts: Fonts
  let labelInk: Ink
  /// Small differences between print runs, in units of a card 1011 wide.
  let shiftX: Double
  let shiftY: Double
  let tracking: Double
  let phase: Double

  init(isHeldOut: Bool, _ dice: inout Dice) {
    fonts = Fonts(isHeldOut: isHeldOut, &dice)
    labelInk = dice.pick([Ink(0.2, 0.45, 0.7), Ink(0.25, 0.5, 0.72), Ink(0.15, 0.42, 0.62)])
    shiftX = dice.number(-10...10)
    shiftY = dice.number(-8...8)
    tracking = dice.number(3...7)
    phase = dice.number(0...6)
  }
}

extension Card {
  private static let width = 1011.0
  private static let height = 638.0

  /// The portrait side.
  func front(_ look: CardLook) -> Sheet {
    Sheet(width: Self.width, height: Self.height, smallestText: 33) { canvas throws(DrawingError) in
      try drawFront(look, on: canvas)
    }
  }

  /// The emblem side.
  func back(_ look: CardLook) -> Sheet {
    Sheet(width: Self.width, height: Self.height, smallestText: 34) { canvas throws(DrawingError) in
      try drawBack(look, on: canvas)
    }
  }

  /// Both sides on one A4 page, one above the other.
  func bothSides(_ look: CardLook, emblemFirst: Bool) -> Sheet {
    // A4 is 210 mm wide, the card 85.6.
    let width = Self.width * 210 / 85.6
    let share = 1.45
    let left = (width - Self.width * share) / 2
    return Sheet(width: width, height: width * 1.4142, smallestText: 33 * share) {
      canvas throws(DrawingError) in
      for isEmblem in [false, true] {
        let isUpper = isEmblem == emblemFirst
        let y = isUpper ? width * 0.16 : width * 0.16 + Self.height * share * 1.28
        try canvas.transformed(x: left, y: y) { () throws(DrawingError) in
          canvas.scale(by: share)
          if isEmblem { try drawBack(look, on: canvas) } else { try drawFront(look, on: canvas) }
        }
      }
    }
  }

  private func drawGround(_ look: CardLook, on canvas: Canvas) {
    canvas.fillRoundedRectangle(
      x: 0, y: 0, width: Self.width, height: Self.height, radius: 36, Ink(0.93, 0.96, 0.975))
    canvas.drawWaves(
      x: 18, y: 18, width: Self.width - 36, height: Self.height - 36, step: 8,
      ink: Ink(0.45, 0.68, 0.8, opacity: 0.22), phase: look.phase)
    canvas.drawWaves(
      x: 18, y: 22, width: Self.width - 36, height: Self.height - 44, step: 13,
      ink: Ink(0.85, 0.6, 0.65, opacity: 0.18), phase: look.phase + 2)
  }

  private func drawFront(_ look: CardLook, on canvas: Canvas) throws(DrawingError) {
    drawGround(look, on: canvas)
    drawPortrait(on: canvas, x: 648 + look.shiftX, y: 96 + look.shiftY)
    let label = TextStyle(family: look.fonts.label, size: 30, ink: look.labelInk)
    let value = TextStyle(
      family: look.fonts.value, size: 36, ink: Ink(0.05, 0.05, 0.06), tracking: 2, leading: 1.3)
    let x = 72 + look.shiftX
    let valueX = x + 112
    let y = 82 + look.shiftY
    func write(
      _ name: String, _ text: String, x: Double, y: Double, gap: Double = 112
    ) throws(DrawingError) {
      try canvas.write(name, x: x, y: y + 4, label)
      try canvas.write(text, x: x + gap, y: y - 8, value)
    }
    try write("姓　名", person.name, x: x, y: y)
    try write("性　别", person.sex, x: x, y: y + 72)
    try write("民　族", person.ethnicity, x: x + 205, y: y + 72)
    try canvas.write("出　生", x: x, y: y + 148, label)
    var pen = valueX
    for (text, unit) in [(person.born.year, "年"), (person.born.month, "月"), (person.born.day, "日")]
    {
      pen += try canvas.write(String(text), x: pen, y: y + 136, value).width + 10
      pen += try canvas.write(unit, x: pen, y: y + 148, label).width + 14
    }
    try canvas.write("住　址", x: x, y: y + 224, label)
    var address = value
    address.size = 34
    address.tracking = 0
    try canvas.write(person.address, x: valueX, y: y + 210, width: 430, address)
    try canvas.write("公民身份号码", x: x, y: y + 450, label)
    let number = TextStyle(
      family: look.fonts.digits, size: 42, weight: .medium, ink: Ink(0.05, 0.05, 0.06),
      tracking: look.tracking)
    try canvas.write(person.number, x: x + 250, y: y + 440, number)
  }

  /// A grey figure, nobody's likeness.
  private func drawPortrait(on canvas: Canvas, x: Double, y: Double) {
    let grey = Ink(0.55, 0.56, 0.6)
    canvas.fillEllipse(x: x + 150, y: y + 330, radiusX: 132, radiusY: 70, grey)
    canvas.fillRectangle(x: x + 122, y: y + 200, width: 56, height: 90, Ink(0.78, 0.68, 0.62))
    canvas.fillEllipse(x: x + 150, y: y + 140, radiusX: 76, radiusY: 98, Ink(0.82, 0.73, 0.67))
    canvas.fillEllipse(x: x + 150, y: y + 76, radiusX: 80, radiusY: 50, Ink(0.2, 0.19, 0.2))
    canvas.fillEllipse(x: x + 122, y: y + 140, radiusX: 9, radiusY: 6, Ink(0.2, 0.19, 0.2))
    canvas.fillEllipse(x: x + 178, y: y + 140, radiusX: 9, radiusY: 6, Ink(0.2, 0.19, 0.2))
  }

  private func drawBack(_ look: CardLook, on canvas: Canvas) throws(DrawingError) {
    drawGround(look, on: canvas)
    let shift = look.shiftX
    canvas.drawEmblem(x: 150 + shift, y: 150 + look.shiftY, radius: 92)
    let title = TextStyle(
      family: look.fonts.label, size: 58, weight: .bold, ink: Ink(0.1, 0.1, 0.12), tracking: 8,
      alignment: .center)
    try canvas.write("中华人民共和国", x: 590 + shift, y: 62 + look.shiftY, title)
    var big = title
    big.size = 84
    big.tracking = 18
    try canvas.write("居民身份证", x: 590 + shift, y: 150 + look.shiftY, big)
    let label = TextStyle(
      family: look.fonts.label, size: 33, weight: .bold, ink: Ink(0.08, 0.08, 0.1))
    let value = TextStyle(family: look.fonts.value, size: 35, ink: Ink(0.05, 0.05, 0.06))
    let x = 236 + shift
    try canvas.write("签发机关", x: x, y: 440 + look.shiftY, label)
    try canvas.write(authority, x: x + 164, y: 438 + look.shiftY, value)
    try canvas.write("有效期限", x: x, y: 520 + look.shiftY, label)
    try canvas.write(validityText, x: x + 164, y: 518 + look.shiftY, value)
  }
}
