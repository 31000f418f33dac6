internal import Native
internal import Recognition

/// Where an upright page is red: emblems and stamps.
struct ColourRegions: Sendable {
  private let small: PixelBuffer
  let isGrayscale: Bool

  init(_ upright: PixelBuffer, isGrayscale: Bool) {
    let width = min(240, upright.width)
    small = upright.resized(
      width: width, height: max(1, upright.height * width / max(1, upright.width)))
    self.isGrayscale = isGrayscale
  }

  /// Whether more than 0.5 % of a region is red; `nil` on a picture without colour, which decides nothing.
  func hasRed(in area: FieldDefinition.Area) -> Bool? {
    guard !isGrayscale, area.left < area.right, area.top < area.bottom else { return nil }
    let columns = Int(area.left * Double(small.width))..<Int(area.right * Double(small.width))
    let rows = Int(area.top * Double(small.height))..<Int(area.bottom * Double(small.height))
    var red = 0
    for y in rows.clamped(to: 0..<small.height) {
      for x in columns.clamped(to: 0..<small.width) {
        let at = (y * small.width + x) * 3
        let r = Int(small.samples[at])
        let others = max(Int(small.samples[at + 1]), Int(small.samples[at + 2]))
        // In poor light red is dark: what counts is how far it leads.
        if r > others + 18, r * 10 > others * 13 { red += 1 }
      }
    }
    return red * 1000 > 5 * columns.count * rows.count
  }
}
