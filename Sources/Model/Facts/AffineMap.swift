/// A map of the plane is `x' = a x + c y + e`, `y' = b x + d y + f`, as in PDF, SVG and OFD (GB/T 33190 7.7).
package struct AffineMap: Hashable, Sendable {
  package var a: Double
  package var b: Double
  package var c: Double
  package var d: Double
  package var e: Double
  package var f: Double

  /// The identity, but for what is given.
  package init(
    a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0
  ) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  package func callAsFunction(_ point: Point) -> Point {
    Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// Returns the map that applies `inner` first, then this.
  package func after(_ inner: AffineMap) -> AffineMap {
    AffineMap(
      a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d, e: a * inner.e + c * inner.f + e,
      f: b * inner.e + d * inner.f + f)
  }

  /// Returns the map that applies this first, then `next`.
  package func followed(by next: AffineMap) -> AffineMap { next.after(self) }

  /// How much widths and heights grow.
  package var horizontalScale: Double { (a * a + b * b).squareRoot() }
  package var verticalScale: Double { (c * c + d * d).squareRoot() }
}
