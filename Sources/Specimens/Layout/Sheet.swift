internal import Native

/// A page to be drawn at any size: a picture in pixels or a page of a PDF.
struct Sheet {
  /// In units.
  let width: Double
  let height: Double
  /// The smallest text that carries a fact, in units.
  let smallestText: Double
  let draw: (Canvas) throws(DrawingError) -> Void

  /// The sheet as a picture of that width.
  func picture(width pixels: Int) throws(DrawingError) -> PixelBuffer {
    let unit = Double(pixels) / width
    let canvas = try Canvas.picture(
      width: pixels, height: Int((height * unit).rounded()), unit: unit)
    try draw(canvas)
    return try canvas.pixels()
  }
}

extension Canvas {
  /// Writes the characters of a label spread over a width, the first at its start, the last at its end.
  func writeSpread(
    _ label: String, x: Double, y: Double, width: Double, _ style: TextStyle
  ) throws(DrawingError) {
    let characters = Array(label)
    guard characters.count > 1, width > Double(characters.count) * style.size else {
      try write(label, x: x, y: y, style)
      return
    }
    let step = (width - style.size) / Double(characters.count - 1)
    for (index, character) in characters.enumerated() {
      try write(String(character), x: x + Double(index) * step, y: y, style)
    }
  }
}
