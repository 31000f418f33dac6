internal import Glibc
internal import Model
internal import Native

extension PageReader {
  /// What the lines of a watermark say; `nil` where they do not say the same, as those of another paper in the
  /// picture, paler and aslant.
  func words(of mark: Watermark, in page: UprightPage) throws(InferenceError) -> [String]? {
    let boxes = mark.lines.sorted { $0.width > $1.width }.prefix(Self.linesOfWatermark)
    // Steep lines may have been taken for those of a page on its side.
    let isSteep = mark.angle.map { abs($0) > Self.steep } == true
    for boxes in [Array(boxes)] + (isSteep ? [boxes.map(\.upsideDown)] : []) {
      let words = try recognizer.lines(in: page.picture, boxes: boxes).map(\.text)
      if WatermarkWords.areSaid(by: words) { return words }
    }
    return nil
  }

  private static let linesOfWatermark = 8
  /// In radians.
  private static let steep = 0.6

  /// The page read without a watermark; `nil` where print would be lost with it.
  ///
  /// It is turned anew: letters across the page make lines of print look upended.
  ///
  /// - Parameters:
  ///   - words: of the watermark's lines.
  ///   - given: the page with the watermark, turned upright.
  ///   - picture: the same as it was given.
  func without(
    _ mark: Watermark, saying words: [String], _ given: UprightPage, _ picture: PixelBuffer
  ) throws(InferenceError) -> ReadPage? {
    var clear = try upright(mark.removed(from: given.picture))
    let size = (Double(given.picture.width), Double(given.picture.height))
    let print = mark.print.map { $0.turned(quarters: clear.quarters, of: size) }
    let kept = print.count { line in
      clear.boxes.contains { $0.holds(line.center) || line.holds($0.center) }
    }
    guard kept * 3 >= print.count * 2, clear.boxes.count >= Watermark.fewestLines else {
      return nil
    }
    if print.isEmpty, let angle = mark.angle {
      // None was seen before, so it must be seen now.
      let turned = angle + Double(clear.quarters) * .pi / 2
      let lines = clear.boxes.compactMap(LineSlope.init)
      guard lines.count(where: { $0.isAslant(to: turned) }) >= Watermark.fewestLines else {
        return nil
      }
    }
    let boxes = given.boxes.map { $0.turned(quarters: clear.quarters, of: size) }
    clear.quarters = (clear.quarters + given.quarters) % 4
    let upright = picture.turned(quarters: clear.quarters)
    var page = try read(clear)
    let amounts = page.lines.filter { WatermarkRemoval.hasAmount($0.line.text) }.map(\.box)
    page.watermarkRemoval = WatermarkRemoval(
      words: words, boxes: boxes,
      numbers: Set(
        try recognizer.lines(in: upright, boxes: amounts).flatMap {
          WatermarkRemoval.numbers(in: $0.text)
        })
    )
    return ReadPage(page: page, upright: upright, legible: clear.picture)
  }
}

extension TextBox {
  /// The box on a picture turned clockwise by quarters.
  ///
  /// - Parameter size: width and height of the picture before.
  fileprivate func turned(quarters: Int, of size: (width: Double, height: Double)) -> TextBox {
    var box = self
    box.angle += Double(quarters) * .pi / 2
    box.center =
      switch quarters {
      case 1: Point(x: size.height - center.y, y: center.x)
      case 2: Point(x: size.width - center.x, y: size.height - center.y)
      case 3: Point(x: center.y, y: size.width - center.x)
      default: center
      }
    return box
  }

  fileprivate func holds(_ point: Point) -> Bool {
    let (dx, dy) = (point.x - center.x, point.y - center.y)
    let along = dx * cos(angle) + dy * sin(angle)
    let down = dy * cos(angle) - dx * sin(angle)
    return abs(along) <= width / 2 && abs(down) <= height / 2
  }
}
