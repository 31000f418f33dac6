internal import Model

/// A map of the plane: `x' = a x + c y + e`, `y' = b x + d y + f`.
struct Transform: Hashable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  func callAsFunction(_ point: Point) -> Point {
    Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// First `inner`, then this.
  func after(_ inner: Transform) -> Transform {
    Transform(
      a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d, e: a * inner.e + c * inner.f + e,
      f: b * inner.e + d * inner.f + f)
  }

  /// The upright box around a mapped one.
  func callAsFunction(_ box: ChartRectangle) -> ChartRectangle {
    let corners = box.quad.corners.map { self($0) }
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else {
      return box
    }
    return ChartRectangle(x: left, y: top, width: right - left, height: bottom - top)
  }
}
