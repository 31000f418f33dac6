internal import Model

/// Which way a box runs that is long enough to tell, whichever of its sides is along its text.
struct LineSlope {
  let box: TextBox
  /// In radians, above -90 and up to 90 degrees.
  let angle: Double

  init?(_ box: TextBox) {
    self.box = box
    if box.width > 2 * box.height {
      angle = box.angle
    } else if box.height > 2 * box.width {
      angle = box.angle > 0 ? box.angle - .pi / 2 : box.angle + .pi / 2
    } else {
      return nil
    }
  }

  /// The box with its long side along the text.
  var alongText: TextBox {
    TextBox(
      center: box.center, width: max(box.width, box.height), height: min(box.width, box.height),
      angle: angle, score: box.score)
  }

  /// Whether it runs another way than lines of an angle do, bent and photographed askew as these may be.
  func isAslant(to other: Double) -> Bool {
    abs((angle - other).remainder(dividingBy: .pi)) > 0.1
  }
}
