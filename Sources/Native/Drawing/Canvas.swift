internal import CCairo

/// A surface to draw on, a picture or a page of a PDF; units as its maker says, origin top left.
// Safe: the two handles live exactly as long as the object.
@safe package final class Canvas {
  let surface: OpaquePointer
  let context: OpaquePointer

  /// Makes a white picture canvas.
  ///
  /// `unit` is the length of one canvas unit in pixels, so that one drawing serves every size.
  package static func picture(
    width: Int, height: Int, unit: Double
  ) throws(DrawingError) -> Canvas {
    guard
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { throw .cairo("no surface") }
    let canvas = try unsafe Canvas(owning: surface)
    canvas.fillAll(.white)
    unsafe cairo_scale(canvas.context, unit, unit)
    return canvas
  }

  /// Takes the surface over, also when it throws.
  init(owning surface: OpaquePointer) throws(DrawingError) {
    let status = unsafe cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let context = unsafe cairo_create(surface) else {
      unsafe cairo_surface_destroy(surface)
      throw .cairo(Canvas.words(for: status))
    }
    unsafe self.surface = unsafe surface
    unsafe self.context = unsafe context
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  static func words(for status: cairo_status_t) -> String {
    guard let words = unsafe cairo_status_to_string(status) else { return "unknown" }
    return unsafe String(cString: words)
  }

  /// Returns the pixels of a picture canvas, red, green, blue.
  package func pixels() throws(DrawingError) -> PixelBuffer {
    unsafe cairo_surface_flush(surface)
    let width = Int(unsafe cairo_image_surface_get_width(surface))
    let height = Int(unsafe cairo_image_surface_get_height(surface))
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    guard let data = unsafe cairo_image_surface_get_data(surface) else {
      throw .cairo("only a picture has pixels")
    }
    let samples = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 3) { out, count in
      var target = 0
      for y in 0..<height {
        // cairo's RGB24 is a 32-bit number per pixel: blue, green, red, unused in memory here.
        var source = y * stride
        for _ in 0..<width {
          unsafe out[target] = unsafe data[source + 2]
          unsafe out[target + 1] = unsafe data[source + 1]
          unsafe out[target + 2] = unsafe data[source]
          target += 3
          source += 4
        }
      }
      count = target
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }
}
