internal import Native

/// An address whose last line is a mere tail, with the next row close below.
struct TightTail {
  let tail: String
  /// Distance of its lines, in letters.
  let leading: Double
  /// Distance from the tail to the next row, in lines.
  let next: Double
  /// Whether the lines stand half above and half below their label.
  let straddles: Bool

  /// Returns the address broken before its tail, set so small that the lines before it are full,
  /// and by how much it is lifted above its label's line.
  func set(
    _ address: String, _ room: Double, _ usual: TextStyle, on canvas: Canvas
  ) throws(DrawingError) -> (text: String, style: TextStyle, lift: Double) {
    let head = String(address.dropLast(tail.count))
    var style = usual
    style.leading = leading
    let width = try canvas.measure(head, style).width
    // An eighth more than the lines hold is squeezed in; beyond that another line is begun.
    let lines = max(1, (width / room + 0.88).rounded(.down))
    style.size *= min(1, lines * room * 0.97 / width)
    return (head + "\n" + tail, style, straddles ? style.size * leading * lines / 2 : 0)
  }
}
