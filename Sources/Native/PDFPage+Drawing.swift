internal import CCairo
internal import CPoppler

extension PDFPage {
  /// Returns what the page draws as SVG in points, origin top left: its paths are paths there, its letters are
  /// outlines in `symbol`s.
  ///
  /// - Parameter limit: bytes; a larger drawing is none.
  /// - Returns: `nil` where cairo cannot draw it so.
  package func drawing(limit: Int) -> [UInt8]? {
    let (width, height) = size
    guard width > 0, height > 0, width.isFinite, height.isFinite else { return nil }
    let output = DrawingOutput(limit: limit)
    let append: cairo_write_func_t = { context, data, length in
      guard let context = unsafe context, let data = unsafe data else {
        return CAIRO_STATUS_WRITE_ERROR
      }
      let output = unsafe Unmanaged<DrawingOutput>.fromOpaque(context).takeUnretainedValue()
      guard output.bytes.count + Int(length) <= output.limit else {
        return CAIRO_STATUS_WRITE_ERROR
      }
      unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    guard
      let surface = unsafe cairo_svg_surface_create_for_stream(
        append, Unmanaged.passUnretained(output).toOpaque(), width, height)
    else { return nil }
    defer { unsafe cairo_surface_destroy(surface) }
    let context = unsafe cairo_create(surface)
    // A printer gets paths; on a screen thin lines would be thickened.
    unsafe poppler_page_render_for_printing(handle, context)
    let status = unsafe cairo_status(context)
    unsafe cairo_destroy(context)
    unsafe cairo_surface_finish(surface)
    guard status == CAIRO_STATUS_SUCCESS,
      unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { return nil }
    return output.bytes
  }
}

/// Where cairo writes to.
private final class DrawingOutput {
  var bytes: [UInt8] = []
  let limit: Int

  init(limit: Int) { self.limit = limit }
}
