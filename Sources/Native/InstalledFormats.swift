internal import CGLib
internal import CPixbuf

extension PixbufFormat {
  /// The formats whose loaders gdk-pixbuf has on this machine; WebP and HEIC are plug-ins.
  package static var installed: Set<PixbufFormat> {
    var found: Set<PixbufFormat> = []
    let list = unsafe gdk_pixbuf_get_formats()
    defer { unsafe g_slist_free(list) }
    var next = unsafe list
    while let element = unsafe next {
      if let data = unsafe element.pointee.data,
        let name = unsafe gdk_pixbuf_format_get_name(OpaquePointer(data))
      {
        let format = unsafe PixbufFormat(rawValue: String(cString: name))
        if let format { found.insert(format) }
        unsafe g_free(name)
      }
      unsafe next = element.pointee.next
    }
    return found
  }
}
