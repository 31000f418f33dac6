internal import Native

/// Numbered sentences under a heading, full of words that are labels elsewhere.
struct Notices {
  let heading: String
  let sentences: [String]
  /// Follows a sentence's number.
  var mark = "．"

  /// Writes them into a box, as small as they must be to fit, and returns the height they took.
  @discardableResult
  func draw(
    in box: SheetBox, size: Double, family: String, on canvas: Canvas
  ) throws(DrawingError) -> Double {
    let ink = Ink(0.12, 0.1, 0.08)
    var size = size
    let lines = sentences.enumerated().map { "\($0 + 1)\(mark)\($1)" }.joined(separator: "\n")
    func body() -> TextStyle { TextStyle(family: family, size: size, ink: ink, leading: 1.5) }
    while size > 12,
      try canvas.measure(lines, width: box.width, body()).height > box.height - size * 2
    {
      size *= 0.95
    }
    try canvas.write(
      heading, x: box.x + box.width / 2, y: box.y,
      TextStyle(family: family, size: size * 1.3, weight: .bold, ink: ink, alignment: .center))
    let top = size * 2.4
    return top
      + (try canvas.write(lines, x: box.x, y: box.y + top, width: box.width, body())).height
  }
}
