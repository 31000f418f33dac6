internal import CCairo
internal import CGLib
internal import CPango

extension Canvas {
  /// Writes text with its top left corner at a point, broken into lines where `width` is given.
  ///
  /// - Returns: the room it took.
  @discardableResult
  package func write(
    _ text: String, x: Double, y: Double, width: Double? = nil, _ style: TextStyle
  ) throws(DrawingError) -> TextExtent {
    let layout = try unsafe layout(of: text, width: width, style)
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }
    use(style.ink)
    let extent = unsafe extent(of: layout)
    var left = x
    if width == nil {
      switch style.alignment {
      case .left: break
      case .center: left -= extent.width / 2
      case .right: left -= extent.width
      }
    }
    unsafe cairo_move_to(context, left, y)
    unsafe pango_cairo_show_layout(context, layout)
    // A path that is left over would be filled by the next shape.
    unsafe cairo_new_path(context)
    return extent
  }

  /// Returns the room that text would take.
  package func measure(
    _ text: String, width: Double? = nil, _ style: TextStyle
  ) throws(DrawingError) -> TextExtent {
    let layout = try unsafe layout(of: text, width: width, style)
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }
    return unsafe extent(of: layout)
  }

  private func extent(of layout: OpaquePointer) -> TextExtent {
    var width: Int32 = 0
    var height: Int32 = 0
    unsafe pango_layout_get_size(layout, &width, &height)
    return TextExtent(
      width: Double(width) / Double(PANGO_SCALE), height: Double(height) / Double(PANGO_SCALE),
      lines: Int(unsafe pango_layout_get_line_count(layout)))
  }

  private func layout(
    of text: String, width: Double?, _ style: TextStyle
  ) throws(DrawingError) -> OpaquePointer {
    guard let layout = unsafe pango_cairo_create_layout(context) else { throw .cairo("no layout") }
    // Hinted advances depend on the pixel size: without them a page is laid out alike at every size.
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(pango_layout_get_context(layout), options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_context_set_round_glyph_positions(pango_layout_get_context(layout), 0)
    let font = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, style.family)
    unsafe pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(font, style.weight.pango)
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    let attributes = unsafe pango_attr_list_new()
    // Without this a missing character is taken from any other font, and nobody knows.
    unsafe pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    if style.tracking != 0 {
      unsafe pango_attr_list_insert(
        attributes, pango_attr_letter_spacing_new(Int32(style.tracking * Double(PANGO_SCALE))))
    }
    if style.leading > 0 {
      unsafe pango_attr_list_insert(
        attributes,
        pango_attr_line_height_new_absolute(
          Int32(style.leading * style.size * Double(PANGO_SCALE))))
    }
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
    if let width {
      unsafe pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
      unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      unsafe pango_layout_set_alignment(layout, style.alignment.pango)
    }
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
    guard unsafe pango_layout_get_unknown_glyphs_count(layout) == 0 else {
      unsafe g_object_unref(UnsafeMutableRawPointer(layout))
      throw .missingGlyphs(family: style.family, text: text)
    }
    return unsafe layout
  }
}

extension TextStyle.Weight {
  fileprivate var pango: PangoWeight {
    switch self {
    case .normal: PANGO_WEIGHT_NORMAL
    case .medium: PANGO_WEIGHT_MEDIUM
    case .bold: PANGO_WEIGHT_BOLD
    }
  }
}

extension TextStyle.Alignment {
  fileprivate var pango: PangoAlignment {
    switch self {
    case .left: PANGO_ALIGN_LEFT
    case .center: PANGO_ALIGN_CENTER
    case .right: PANGO_ALIGN_RIGHT
    }
  }
}
