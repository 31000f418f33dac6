internal import CCairo
internal import Glibc

extension Canvas {
  /// Paints the whole canvas.
  package func fillAll(_ ink: Ink) {
    use(ink)
    unsafe cairo_paint(context)
  }

  package func fillRectangle(x: Double, y: Double, width: Double, height: Double, _ ink: Ink) {
    use(ink)
    unsafe cairo_rectangle(context, x, y, width, height)
    unsafe cairo_fill(context)
  }

  package func strokeRectangle(
    x: Double, y: Double, width: Double, height: Double, line: Double, _ ink: Ink
  ) {
    use(ink)
    unsafe cairo_set_line_width(context, line)
    unsafe cairo_rectangle(context, x, y, width, height)
    unsafe cairo_stroke(context)
  }

  package func fillRoundedRectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double, _ ink: Ink
  ) {
    use(ink)
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, x + width - radius, y + radius, radius, -.pi / 2, 0)
    unsafe cairo_arc(context, x + width - radius, y + height - radius, radius, 0, .pi / 2)
    unsafe cairo_arc(context, x + radius, y + height - radius, radius, .pi / 2, .pi)
    unsafe cairo_arc(context, x + radius, y + radius, radius, .pi, .pi * 1.5)
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  package func fillCircle(x: Double, y: Double, radius: Double, _ ink: Ink) {
    use(ink)
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, x, y, radius, 0, .pi * 2)
    unsafe cairo_fill(context)
  }

  package func strokeCircle(x: Double, y: Double, radius: Double, line: Double, _ ink: Ink) {
    use(ink)
    unsafe cairo_set_line_width(context, line)
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, x, y, radius, 0, .pi * 2)
    unsafe cairo_stroke(context)
  }

  package func fillEllipse(
    x: Double, y: Double, radiusX: Double, radiusY: Double, _ ink: Ink
  ) {
    transformed(x: x, y: y) {
      unsafe cairo_scale(context, radiusX, radiusY)
      fillCircle(x: 0, y: 0, radius: 1, ink)
    }
  }

  /// Paints a five-pointed star with one point up.
  package func fillStar(x: Double, y: Double, radius: Double, _ ink: Ink) {
    use(ink)
    for corner in 0..<10 {
      let angle = Double(corner) * .pi / 5
      let distance = corner.isMultiple(of: 2) ? radius : radius * 0.382
      unsafe cairo_line_to(context, x + sin(angle) * distance, y - cos(angle) * distance)
    }
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  /// Draws lines through points that lie one after the other: x, y, x, y.
  package func strokePath(_ coordinates: [Double], line: Double, _ ink: Ink) {
    use(ink)
    unsafe cairo_set_line_width(context, line)
    for index in stride(from: 0, to: coordinates.count - 1, by: 2) {
      unsafe cairo_line_to(context, coordinates[index], coordinates[index + 1])
    }
    unsafe cairo_stroke(context)
  }

  /// Draws with the origin moved and then turned clockwise by `degrees`.
  package func transformed<Failure: Error>(
    x: Double, y: Double, degrees: Double = 0, _ draw: () throws(Failure) -> Void
  ) throws(Failure) {
    unsafe cairo_save(context)
    defer { unsafe cairo_restore(context) }
    unsafe cairo_translate(context, x, y)
    unsafe cairo_rotate(context, degrees * .pi / 180)
    try draw()
  }

  /// Makes everything that is drawn afterwards larger, until the surrounding `transformed` ends.
  package func scale(by factor: Double) {
    unsafe cairo_scale(context, factor, factor)
  }

  /// Scales what is drawn next, with a factor for each direction.
  package func scale(x: Double, y: Double) {
    unsafe cairo_scale(context, x, y)
  }

  package func draw(_ code: QRCode, x: Double, y: Double, side: Double, _ ink: Ink = .black) {
    use(ink)
    let module = side / Double(code.side)
    for row in 0..<code.side {
      for column in 0..<code.side where code.modules[row * code.side + column] {
        unsafe cairo_rectangle(
          context, x + Double(column) * module, y + Double(row) * module, module, module)
      }
    }
    unsafe cairo_fill(context)
  }

  func use(_ ink: Ink) {
    unsafe cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, ink.opacity)
  }
}
