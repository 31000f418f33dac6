internal import Native

/// A line 年 月 日 that the form already has, with the day typed beside it.
struct PrintedDateLine {
  enum Manner {
    /// Each number before its sign.
    case between
    /// The whole date with signs of its own, across the printed ones.
    case across
  }

  let manner: Manner
  /// Of the printed signs, as a share of the date's usual size.
  let signs: Double
  /// The room before a sign, in signs.
  let room: Double
  /// How much higher than the signs the numbers stand, in signs; below 0 they stand lower.
  let rise: Double
  /// How far the numbers stand right of the middle of their room, in signs.
  let shift: Double
  /// Of the numbers, as a share of the date's usual size.
  let numbers: Double
  /// The font of the numbers.
  let family: String

  /// Draws the line where a license has its date and returns where the numbers lie.
  func draw(_ license: License, _ look: LicenseLook, on canvas: Canvas) throws(DrawingError)
    -> SheetBox
  {
    let place = look.layout.date
    let sign = place.size * signs
    let printed = TextStyle(
      family: look.fonts.label, size: sign, weight: .medium, ink: Ink(0.1, 0.08, 0.06))
    var typed = TextStyle(family: family, size: place.size * numbers, ink: Ink(0.05, 0.05, 0.08))
    let step = sign * (room + 1)
    // The year needs twice the room of the others.
    let width = step * 3 + sign * room * 0.5
    let code = look.layout.qr
    let isBeforeCode = license.code != nil && code.y + code.size > place.y && code.x > place.x
    let x = min(place.x, (isBeforeCode ? code.x - 20 : look.layout.width - 150) - width)
    let typedTop = place.y + (sign - typed.size) / 2 - rise * sign
    var right = x + sign * room * 0.5
    for (mark, number) in zip(["年", "月", "日"], license.issuedParts) {
      right += step
      try canvas.write(mark, x: right - sign, y: place.y, printed)
      guard manner == .between else { continue }
      typed.alignment = .center
      try canvas.write(
        number, x: right - sign - sign * room / 2 + shift * sign, y: typedTop, typed)
    }
    if manner == .across {
      typed.alignment = .center
      try canvas.write(
        DateStyle.padded.text(license.issued), x: x + width / 2 + shift * sign, y: typedTop, typed)
    }
    return SheetBox(
      x: x, y: min(place.y, typedTop), width: width, height: sign * 1.3 + abs(rise) * sign)
  }
}
