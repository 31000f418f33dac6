internal import CGLib
internal import CPango

/// The font families that are installed.
package enum FontFamilies {
  /// Returns those of `wanted` that are not installed, in the same order.
  package static func missing(of wanted: [String]) -> [String] {
    var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    unsafe pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count)
    guard let list = unsafe families else { return wanted }
    defer { unsafe g_free(list) }
    var installed: Set<String> = []
    for index in 0..<Int(count) {
      if let family = unsafe list[index], let name = unsafe pango_font_family_get_name(family) {
        installed.insert(unsafe String(cString: name))
      }
    }
    return wanted.filter { !installed.contains($0) }
  }
}
