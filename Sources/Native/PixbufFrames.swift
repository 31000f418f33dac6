internal import CGLib
internal import CPixbuf

extension TranslucentPicture {
  /// Decodes the frames of an animated picture, each as it is shown.
  ///
  /// - Parameters:
  ///   - count: How many frames the file has; more are not asked for.
  ///   - pixelLimit: Of all frames together.
  /// - Throws: ``PictureError``.
  package static func frames(
    pixbuf bytes: [UInt8], format: PixbufFormat, count: Int, pixelLimit: Int
  ) throws(PictureError) -> [TranslucentPicture] {
    // Its size is looked at before all of it is decoded.
    let first = try TranslucentPicture(pixbuf: bytes, format: format, pixelLimit: pixelLimit)
    guard let loader = unsafe gdk_pixbuf_loader_new_with_type(format.rawValue, nil) else {
      return [first]
    }
    defer { unsafe g_object_unref(loader) }
    let isWritten = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe gdk_pixbuf_loader_write(loader, base, gsize(buffer.count), nil) != 0
    }
    let isClosed = unsafe gdk_pixbuf_loader_close(loader, nil) != 0
    guard isWritten, isClosed, let animation = unsafe gdk_pixbuf_loader_get_animation(loader),
      unsafe gdk_pixbuf_animation_is_static_image(animation) == 0
    else { return [first] }
    guard let iterator = unsafe cpixbuf_frames(animation) else { return [first] }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(iterator)) }
    let pixels = max(1, first.pixels.width * first.pixels.height)
    var frames: [TranslucentPicture] = []
    var time = 0
    for _ in 0..<min(count, max(1, pixelLimit / pixels)) {
      guard let pixbuf = unsafe gdk_pixbuf_animation_iter_get_pixbuf(iterator),
        let frame = unsafe TranslucentPicture(copying: pixbuf)
      else { break }
      frames.append(frame)
      let delay = unsafe gdk_pixbuf_animation_iter_get_delay_time(iterator)
      // The last frame of those that end stays for ever.
      guard delay >= 0 else { break }
      time += Int(max(delay, 1))
      unsafe cpixbuf_advance(iterator, time)
    }
    return frames.isEmpty ? [first] : frames
  }
}
