internal import CCairo

extension Canvas {
  package func fill(_ path: [PathStep], _ rule: FillRule, _ ink: Ink) {
    trace(path)
    unsafe cairo_set_fill_rule(context, rule.cairo)
    use(ink)
    unsafe cairo_fill(context)
  }

  package func stroke(_ path: [PathStep], _ line: LineStyle, _ ink: Ink) {
    trace(path)
    unsafe cairo_set_line_width(context, line.width)
    unsafe cairo_set_line_cap(context, line.cap.cairo)
    unsafe cairo_set_line_join(context, line.join.cairo)
    unsafe cairo_set_miter_limit(context, line.miterLimit)
    unsafe cairo_set_dash(context, line.dashes, Int32(line.dashes.count), line.dashOffset)
    use(ink)
    unsafe cairo_stroke(context)
    unsafe cairo_set_dash(context, nil, 0, 0)
  }

  /// Draws only within all of the given paths.
  package func clipped(to paths: [(steps: [PathStep], rule: FillRule)], _ draw: () -> Void) {
    unsafe cairo_save(context)
    for path in paths {
      trace(path.steps)
      unsafe cairo_set_fill_rule(context, path.rule.cairo)
      unsafe cairo_clip(context)
    }
    draw()
    unsafe cairo_restore(context)
  }

  /// Paints a picture over the parallelogram of an origin and its two edges, in canvas units.
  ///
  /// An area without extent is left alone: cairo would draw nothing at all any more.
  ///
  /// - Parameter opacity: 0 to 1, beside the picture's own.
  package func paint(
    _ picture: TranslucentPicture, at origin: (x: Double, y: Double),
    along: (x: Double, y: Double), down: (x: Double, y: Double), opacity: Double,
    _ blending: Blending
  ) {
    let pixels = picture.pixels
    guard abs(along.x * down.y - along.y * down.x) > 1e-6, pixels.width > 0, pixels.height > 0,
      let source = unsafe Self.surface(of: picture)
    else { return }
    defer { unsafe cairo_surface_destroy(source) }
    let (width, height) = (Double(pixels.width), Double(pixels.height))
    var matrix = cairo_matrix_t(
      xx: along.x / width, yx: along.y / width, xy: down.x / height, yy: down.y / height,
      x0: origin.x, y0: origin.y)
    unsafe cairo_save(context)
    defer { unsafe cairo_restore(context) }
    unsafe cairo_transform(context, &matrix)
    // The edges of a picture are its own, not half of what lies beside it.
    unsafe cairo_rectangle(context, 0, 0, width, height)
    unsafe cairo_clip(context)
    if blending == .multiplied { unsafe cairo_set_operator(context, CAIRO_OPERATOR_MULTIPLY) }
    unsafe cairo_set_source_surface(context, source, 0, 0)
    unsafe cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    unsafe cairo_paint_with_alpha(context, opacity)
  }

  /// What cairo did not do, in its words; `nil` where it did everything.
  package var failure: String? {
    let status = unsafe cairo_status(context)
    return status == CAIRO_STATUS_SUCCESS ? nil : Self.words(for: status)
  }

  private func trace(_ path: [PathStep]) {
    unsafe cairo_new_path(context)
    for step in path {
      switch step {
      case .move(let x, let y): unsafe cairo_move_to(context, x, y)
      case .line(let x, let y): unsafe cairo_line_to(context, x, y)
      case .curve(let x1, let y1, let x2, let y2, let x, let y):
        unsafe cairo_curve_to(context, x1, y1, x2, y2, x, y)
      case .close: unsafe cairo_close_path(context)
      }
    }
  }

  /// Cairo's ARGB32: 32-bit numbers with the colours already multiplied by the opacity.
  private static func surface(of picture: TranslucentPicture) -> OpaquePointer? {
    let pixels = picture.pixels
    guard pixels.channels == 3,
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, Int32(pixels.width), Int32(pixels.height))
    else { return nil }
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = unsafe cairo_image_surface_get_data(surface)
    else {
      unsafe cairo_surface_destroy(surface)
      return nil
    }
    unsafe cairo_surface_flush(surface)
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let opacity = picture.opacity?.samples
    for y in 0..<pixels.height {
      for x in 0..<pixels.width {
        let pixel = y * pixels.width + x
        let alpha = opacity.map { $0[pixel] } ?? 255
        let target = y * stride + 4 * x
        for channel in 0..<3 {
          // The samples lie on white: what is the white's is taken off.
          let colour = Int(pixels.samples[pixel * 3 + channel]) - (255 - Int(alpha))
          unsafe data[target + 2 - channel] = UInt8(max(0, colour))
        }
        unsafe data[target + 3] = alpha
      }
    }
    unsafe cairo_surface_mark_dirty(surface)
    return unsafe surface
  }
}

extension FillRule {
  fileprivate var cairo: cairo_fill_rule_t {
    switch self {
    case .nonZero: CAIRO_FILL_RULE_WINDING
    case .evenOdd: CAIRO_FILL_RULE_EVEN_ODD
    }
  }
}

extension LineStyle.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension LineStyle.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
