internal import Native

/// The mark of a web site in the row of a value, behind a gap.
struct RowMark: PaperLayer {
  let field: License.Field
  let words: String
  /// Of its letters, as a share of the value's.
  let size: Double
  let ink: Ink
  let degrees: Double
  /// Between the value and the mark, in letters of the value.
  let gap: Double
  let family: String
  /// Whether a round sign stands before the words.
  let hasSign: Bool

  func draw(
    on canvas: Canvas, _ layout: LicenseLayout, _ places: [PaperPart: SheetBox]
  ) throws(DrawingError) {
    guard let value = places[.row(field)] else { return }
    let letter = layout.valueSize
    var style = TextStyle(family: family, size: letter * size, ink: ink)
    let left = value.right + letter * gap
    // A mark ends on the paper: one that would not is smaller.
    let width = try canvas.measure(words, style).width + style.size * 1.3
    style.size *= min(1, max(0.4, (layout.width - 110 - left) / width))
    let sign = hasSign ? style.size * 1.3 : 0
    // The row of a value of several lines is its first.
    let middle = value.y + letter * 0.72
    try canvas.transformed(x: left, y: middle, degrees: degrees) { () throws(DrawingError) in
      if hasSign {
        canvas.strokeCircle(
          x: style.size * 0.5, y: 0, radius: style.size * 0.48, line: style.size * 0.12, ink)
        canvas.fillStar(x: style.size * 0.5, y: 0, radius: style.size * 0.26, ink)
      }
      let height = try canvas.measure(words, style).height
      try canvas.write(words, x: sign, y: -height / 2, style)
    }
  }
}

/// Pale words that the paper itself bears all over.
struct SecurityPrint: PaperLayer {
  let words: String
  let size: Double
  let ink: Ink
  let degrees: Double
  /// Between the beginnings of words, in letters, and between rows, in letters.
  let pitch: (along: Double, down: Double)
  let family: String

  func draw(
    on canvas: Canvas, _ layout: LicenseLayout, _ places: [PaperPart: SheetBox]
  ) throws(DrawingError) {
    let style = TextStyle(family: family, size: size, ink: ink)
    let reach = max(layout.width, layout.height) * 0.75
    try canvas.transformed(x: layout.width / 2, y: layout.height / 2, degrees: degrees) {
      () throws(DrawingError) in
      for (row, y) in stride(from: -reach, to: reach, by: size * pitch.down).enumerated() {
        let start = -reach - Double(row % 2) * size * pitch.along / 2
        for x in stride(from: start, to: reach, by: size * pitch.along) {
          try canvas.write(words, x: x, y: y, style)
        }
      }
    }
  }
}
