internal import Glibc
internal import Model
internal import Native

extension PixelBuffer {
  /// Visits every second pixel along and across a box; what lies outside the picture is left out.
  ///
  /// - Parameter visit: takes the 0-based number of the pixel, counted row by row over the picture.
  func visitPixels(of box: TextBox, _ visit: (Int) -> Void) {
    let (columns, rows) = (max(1, Int(box.width / 2)), max(1, Int(box.height / 2)))
    let corner = box.quad.topLeft
    let (cosine, sine) = (cos(box.angle), sin(box.angle))
    for row in 0..<rows {
      for column in 0..<columns {
        let (along, down) = (Double(2 * column) + 1, Double(2 * row) + 1)
        let x = Int(corner.x + along * cosine - down * sine)
        let y = Int(corner.y + along * sine + down * cosine)
        if x >= 0, y >= 0, x < width, y < height { visit(y * width + x) }
      }
    }
  }
}
