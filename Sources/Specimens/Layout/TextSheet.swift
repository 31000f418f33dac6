package import Model
package import Native

/// A sheet is a page of printed texts with known places, drawn as a picture or as a PDF.
package struct TextSheet: Sendable {
  /// An entry is a text with its top left corner, in the units of the sheet.
  package struct Entry: Sendable {
    package var text: String
    package var x: Double
    package var y: Double
    package var size: Double
    package var ink: Ink

    /// Places a text by its top left corner.
    package init(_ text: String, x: Double, y: Double, size: Double = 30, ink: Ink = .black) {
      self.text = text
      self.x = x
      self.y = y
      self.size = size
      self.ink = ink
    }
  }

  /// The font of all texts.
  package static let family = "Noto Sans CJK SC"

  package var width: Double
  package var height: Double
  package var entries: [Entry]

  /// Makes a sheet of that size in units.
  package init(width: Double, height: Double, _ entries: [Entry]) {
    self.width = width
    self.height = height
    self.entries = entries
  }

  /// Returns the picture at one pixel a unit.
  package func picture() throws(DrawingError) -> PixelBuffer {
    let canvas = try Canvas.picture(width: Int(width), height: Int(height), unit: 1)
    try draw(on: canvas)
    return try canvas.pixels()
  }

  /// Returns the picture as a JPEG file.
  package func jpeg(quality: Int = 95) throws(DrawingError) -> [UInt8] {
    try JPEGEncoder(quality: quality).encode(picture())
  }

  /// Returns a one-page PDF whose text can be selected, half a point a unit.
  package func pdf() throws(DrawingError) -> [UInt8] {
    let writer = try PDFWriter(created: "2026-11-22T00:00:00Z")
    try writer.page(width: width / 2, height: height / 2, unit: 0.5) {
      canvas throws(DrawingError) in try draw(on: canvas)
    }
    return try writer.finish()
  }

  /// Writes all texts.
  package func draw(on canvas: Canvas) throws(DrawingError) {
    for entry in entries {
      try canvas.write(
        entry.text, x: entry.x, y: entry.y,
        TextStyle(family: Self.family, size: entry.size, ink: entry.ink))
    }
  }

  /// Returns where the ink of the first text that reads `text` lies, a little inside of its line box.
  package func place(of text: String) throws(DrawingError) -> Quad? {
    guard let entry = entries.first(where: { $0.text == text }) else { return nil }
    let canvas = try Canvas.picture(width: 10, height: 10, unit: 1)
    let extent = try canvas.measure(text, TextStyle(family: Self.family, size: entry.size))
    let middle = entry.y + extent.height / 2
    return Quad(
      x: entry.x, y: middle - entry.size * 0.42, width: extent.width, height: entry.size * 0.84)
  }
}
