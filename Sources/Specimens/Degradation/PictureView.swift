/// How much of a sheet a picture shows, and how large.
struct PictureView {
  enum Size {
    /// So large that all of it can be read well.
    case usual
    /// The long side of the picture in pixels.
    case small(Double)
    /// The sheet is a whole scene and fills the picture; its smallest letters have so many pixels.
    case scene(letter: Double)
  }

  var size = Size.usual
  /// What is cut off at each side, as shares of the sheet.
  var cut = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)

  var isWhole: Bool { cut == (0, 0, 0, 0) }
}

/// What of a sheet can be seen on a picture.
struct VisibleSheet {
  /// From the sheet to the picture as it was taken, before any turn.
  let toFrame: Homography
  /// The part of the frame that is left.
  let frame: (left: Double, top: Double, right: Double, bottom: Double)

  /// The share of a box that is seen, from 0 to 1, by its corners and its middle line.
  func share(of box: SheetBox) -> Double {
    let steps = (0...12).map { Double($0) / 12 }
    let points = steps.flatMap { step in
      [box.y, box.middle, box.bottom].map { toFrame(box.x + box.width * step, $0) }
    }
    let seen = points.filter { point in
      point.x >= frame.left && point.x <= frame.right && point.y >= frame.top
        && point.y <= frame.bottom
    }
    return Double(seen.count) / Double(points.count)
  }
}
