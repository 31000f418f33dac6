internal import CCairo
internal import Glibc

/// Writes a PDF into memory; lengths in points.
package final class PDFWriter {
  private final class Output { var bytes: [UInt8] = [] }

  private let output = Output()
  private let canvas: Canvas

  /// - Parameter created: the creation date in ISO 8601, fixed so that the same pages give the same bytes.
  package init(created: String) throws(DrawingError) {
    let append: cairo_write_func_t = { context, data, length in
      guard let context = unsafe context, let data = unsafe data else {
        return CAIRO_STATUS_WRITE_ERROR
      }
      let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
      unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    guard
      let surface = unsafe cairo_pdf_surface_create_for_stream(
        append, Unmanaged.passUnretained(output).toOpaque(), 595, 842)
    else { throw .cairo("no PDF surface") }
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    canvas = try unsafe Canvas(owning: surface)
  }

  /// Draws one page; `unit` is the length of a canvas unit in points.
  package func page(
    width: Double, height: Double, unit: Double, _ draw: (Canvas) throws(DrawingError) -> Void
  ) throws(DrawingError) {
    unsafe cairo_pdf_surface_set_size(canvas.surface, width, height)
    unsafe cairo_save(canvas.context)
    unsafe cairo_scale(canvas.context, unit, unit)
    try draw(canvas)
    unsafe cairo_restore(canvas.context)
    unsafe cairo_show_page(canvas.context)
  }

  /// A page that is one JPEG picture, embedded as it is.
  package func page(
    jpeg: [UInt8], pixelWidth: Int, pixelHeight: Int, width: Double, height: Double
  ) throws(DrawingError) {
    // cairo wants a surface of that size; with the JPEG attached it never looks at its pixels.
    guard
      let picture = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(pixelWidth), Int32(pixelHeight)),
      let copy = unsafe malloc(jpeg.count)
    else { throw .cairo("no memory for a page picture") }
    defer { unsafe cairo_surface_destroy(picture) }
    unsafe jpeg.withUnsafeBytes { bytes in
      unsafe copy.copyMemory(
        from: bytes.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
    }
    let status = unsafe cairo_surface_set_mime_data(
      picture, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self),
      UInt(jpeg.count), { unsafe free($0) }, copy)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Canvas.words(for: status)) }
    unsafe cairo_pdf_surface_set_size(canvas.surface, width, height)
    unsafe cairo_save(canvas.context)
    unsafe cairo_scale(
      canvas.context, width / Double(pixelWidth), height / Double(pixelHeight))
    unsafe cairo_set_source_surface(canvas.context, picture, 0, 0)
    unsafe cairo_paint(canvas.context)
    unsafe cairo_restore(canvas.context)
    unsafe cairo_show_page(canvas.context)
  }

  /// Ends the file; nothing can be drawn afterwards.
  package func finish() throws(DrawingError) -> [UInt8] {
    unsafe cairo_surface_finish(canvas.surface)
    let status = unsafe cairo_surface_status(canvas.surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Canvas.words(for: status)) }
    return output.bytes
  }
}
