internal import CGLib
internal import CPixbuf

/// A picture format that gdk-pixbuf decodes for us; the loader is chosen by our own content check.
package enum PixbufFormat: String, Sendable, CaseIterable {
  case png, tiff, bmp, gif, webp
  case heic = "heif/avif"
}

extension PixelBuffer {
  /// The picture over white, as ``TranslucentPicture`` decodes it.
  package init(
    pixbuf bytes: [UInt8], format: PixbufFormat, pixelLimit: Int
  ) throws(PictureError) {
    self = try TranslucentPicture(pixbuf: bytes, format: format, pixelLimit: pixelLimit).pixels
  }
}

/// A picture through which what lies below it may be seen.
package struct TranslucentPicture: Hashable, Sendable {
  /// The pixels are RGB, painted over white.
  package let pixels: PixelBuffer
  /// One channel of the same size, 255 where nothing shines through; `nil` where that is everywhere.
  package let opacity: PixelBuffer?

  package init(pixels: PixelBuffer, opacity: PixelBuffer?) {
    self.pixels = pixels
    self.opacity = opacity
  }

  /// Decodes with the named loader alone.
  ///
  /// - Parameter pixelLimit: pictures of more pixels are refused as soon as their header is read.
  /// - Throws: ``PictureError``; a loader that is not installed is `damaged` with gdk-pixbuf's message.
  package init(
    pixbuf bytes: [UInt8], format: PixbufFormat, pixelLimit: Int
  ) throws(PictureError) {
    var failure: UnsafeMutablePointer<GError>?
    guard
      let loader = unsafe gdk_pixbuf_loader_new_with_type(format.rawValue, &failure)
    else { throw .damaged(unsafe Self.message(&failure)) }
    defer { unsafe g_object_unref(loader) }

    let box = SizeBox(limit: pixelLimit)
    let prepared: @convention(c) (OpaquePointer, gint, gint, gpointer?) -> Void = {
      loader, width, height, context in
      guard let context = unsafe context else { return }
      let box = unsafe Unmanaged<SizeBox>.fromOpaque(context).takeUnretainedValue()
      box.width = Int(width)
      box.height = Int(height)
      if box.isTooLarge {
        // The one way to keep a loader from allocating the picture is to ask for a tiny one.
        unsafe gdk_pixbuf_loader_set_size(
          UnsafeMutablePointer<GdkPixbufLoader>(loader), 1, 1)
      }
    }
    unsafe g_signal_connect_data(
      loader, "size-prepared", unsafeBitCast(prepared, to: GCallback.self),
      Unmanaged.passUnretained(box).toOpaque(), nil, GConnectFlags(rawValue: 0))

    var isWritten = true
    var offset = 0
    while isWritten, offset < bytes.count, !box.isTooLarge {
      let count = min(1 << 16, bytes.count - offset)
      isWritten = unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return false }
        return unsafe gdk_pixbuf_loader_write(loader, base + offset, gsize(count), &failure) != 0
      }
      offset += count
    }
    // Always closed, or GLib complains; a failure of `write` keeps its own message.
    var closing: UnsafeMutablePointer<GError>?
    let isClosed = unsafe gdk_pixbuf_loader_close(loader, &closing) != 0
    let reason = unsafe isWritten ? Self.message(&closing) : Self.message(&failure)
    if box.isTooLarge { throw .tooLarge(width: box.width, height: box.height) }
    guard isWritten, isClosed, let pixbuf = unsafe gdk_pixbuf_loader_get_pixbuf(loader) else {
      throw .damaged(reason)
    }
    guard let copy = unsafe Self(copying: pixbuf) else { throw .damaged("unexpected pixel layout") }
    self = copy
  }

  /// Copies a pixbuf to RGB over white, whatever its stride and alpha.
  init?(copying pixbuf: OpaquePointer) {
    let width = Int(unsafe gdk_pixbuf_get_width(pixbuf))
    let height = Int(unsafe gdk_pixbuf_get_height(pixbuf))
    let stride = Int(unsafe gdk_pixbuf_get_rowstride(pixbuf))
    let channels = Int(unsafe gdk_pixbuf_get_n_channels(pixbuf))
    guard width > 0, height > 0, channels == 3 || channels == 4,
      unsafe gdk_pixbuf_get_bits_per_sample(pixbuf) == 8,
      let pixels = unsafe gdk_pixbuf_read_pixels(pixbuf)
    else { return nil }
    let count = width * height * 3
    let samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      var next = 0
      for y in 0..<height {
        var source = y * stride
        for _ in 0..<width {
          let alpha = channels == 4 ? Int(unsafe pixels[source + 3]) : 255
          for channel in 0..<3 {
            let sample = Int(unsafe pixels[source + channel])
            unsafe target.initializeElement(
              at: next, to: UInt8((sample * alpha + 255 * (255 - alpha)) / 255))
            next += 1
          }
          source += channels
        }
      }
      filled = count
    }
    self.pixels = PixelBuffer(width: width, height: height, channels: 3, samples: samples)
    guard channels == 4 else {
      opacity = nil
      return
    }
    let alphas = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { target, filled in
      for y in 0..<height {
        for x in 0..<width {
          unsafe target.initializeElement(
            at: y * width + x, to: pixels[y * stride + x * 4 + 3])
        }
      }
      filled = width * height
    }
    opacity =
      alphas.allSatisfy { $0 == 255 }
      ? nil : PixelBuffer(width: width, height: height, channels: 1, samples: alphas)
  }

  private static func message(_ error: inout UnsafeMutablePointer<GError>?) -> String {
    guard let found = unsafe error else { return "the loader gives no reason" }
    let text = unsafe String(cString: found.pointee.message)
    unsafe g_clear_error(&error)
    return text
  }
}

private final class SizeBox {
  let limit: Int
  var width = 0
  var height = 0

  init(limit: Int) { self.limit = limit }

  var isTooLarge: Bool {
    let (count, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow || count > limit
  }
}

/// Returns which of the formats gdk-pixbuf can load on this machine (WebP and HEIC are plug-ins).
package func availablePixbufFormats() -> Set<PixbufFormat> {
  Set(
    PixbufFormat.allCases.filter { format in
      var failure: UnsafeMutablePointer<GError>?
      guard let loader = unsafe gdk_pixbuf_loader_new_with_type(format.rawValue, &failure) else {
        unsafe g_clear_error(&failure)
        return false
      }
      unsafe gdk_pixbuf_loader_close(loader, nil)
      unsafe g_object_unref(loader)
      return true
    })
}
