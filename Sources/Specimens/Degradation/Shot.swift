internal import Glibc
internal import Native

/// A page made into a JPEG picture.
struct Shot {
  let jpeg: [UInt8]
  /// As stored, before any Exif orientation.
  let width: Int
  let height: Int
  /// The clockwise turn that makes the picture, as displayed, upright.
  let rotationDegrees: Int
  /// What of the sheet the picture shows; `nil` where it shows all of it.
  var visible: VisibleSheet?
}

/// How a sheet becomes a picture.
struct Shooting {
  let quality: Quality
  let isHeldOut: Bool
  /// Exif flags are ignored inside a PDF, so there the pixels themselves are turned.
  var mayFlagOrientation = true
  /// The most pixels that the page's long side may have, for samples that must stay small.
  var longestSide = Double.infinity
  /// A fixed turn, for pages that belong together.
  var turn: Int?
  var view = PictureView()

  func shoot(_ sheet: Sheet, _ dice: inout Dice) throws(DrawingError) -> Shot {
    let framing = Framing(
      quality, sheet: sheet, view: view.size, longestSide: longestSide, &dice)
    let page = try sheet.picture(width: framing.pageWidth)
    let scene = Scene(quality, isHeldOut: isHeldOut, framing, page: page, &dice)
    guard var picture = scene.render(page) else { throw .cairo("the page's corners lie on a line") }
    picture = finish(picture, &dice)
    let visible = view.isWhole ? nil : try visible(scene, sheet)
    if let frame = visible?.frame {
      picture = picture.cropped(
        left: Int(frame.left), top: Int(frame.top), right: Int(frame.right),
        bottom: Int(frame.bottom))
    }
    if case .small = view.size { picture = picture.halved() }
    let shown = turn ?? dice.number(0...3) * 90
    var encoder = JPEGEncoder(quality: jpegQuality(&dice), density: quality == .scan ? 300 : 72)
    var stored = shown
    if mayFlagOrientation, quality == .photo || quality == .poorPhoto, dice.chance(0.35) {
      // The camera was held another way: pixels lie turned, and the flag undoes it.
      let flag = dice.pick([(1, 0), (3, 180), (6, 270), (8, 90)])
      encoder.orientation = flag.0
      encoder.software = dice.pick(["17.5.1", "MediaTek Camera Application"])
      stored = shown + flag.1
    }
    let turned = picture.turned(clockwise: stored)
    return Shot(
      jpeg: try encoder.encode(turned), width: turned.width, height: turned.height,
      rotationDegrees: (360 - shown % 360) % 360, visible: visible)
  }

  /// What is left of the scene once its sides are cut off where the sheet says.
  private func visible(_ scene: Scene, _ sheet: Sheet) throws(DrawingError) -> VisibleSheet {
    let outline: [Homography.Position] = [
      (0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height),
    ]
    guard let toFrame = Homography(from: outline, to: scene.corners) else {
      throw .cairo("the page's corners lie on a line")
    }
    let (middleX, middleY) = (sheet.width / 2, sheet.height / 2)
    let cut = view.cut
    let (width, height) = (Double(scene.width), Double(scene.height))
    return VisibleSheet(
      toFrame: toFrame,
      frame: (
        left: cut.left > 0 ? max(0, toFrame(sheet.width * cut.left, middleY).x) : 0,
        top: cut.top > 0 ? max(0, toFrame(middleX, sheet.height * cut.top).y) : 0,
        right: cut.right > 0
          ? min(width, toFrame(sheet.width * (1 - cut.right), middleY).x) : width,
        bottom: cut.bottom > 0
          ? min(height, toFrame(middleX, sheet.height * (1 - cut.bottom)).y) : height
      ))
  }

  private func jpegQuality(_ dice: inout Dice) -> Int {
    switch quality {
    case .scan, .digital: dice.number(80...95)
    case .photo: dice.number(70...90)
    case .poorPhoto: dice.number(isHeldOut ? 50...75 : 45...70)
    case .photocopy: dice.number(72...92)
    }
  }

  private func finish(_ picture: PixelBuffer, _ dice: inout Dice) -> PixelBuffer {
    switch quality {
    case .digital: return picture
    case .scan:
      let plain = picture.blurred(sigma: dice.chance(0.4) ? dice.number(0.3...0.6) : 0)
      let dirty = isHeldOut ? plain.banded(count: dice.number(1...4), depth: 0.08, &dice) : plain
      return dirty.grained(sigma: dice.number(1...3), &dice)
    case .photo:
      let soft = picture.blurred(sigma: dice.number(0.4...0.8))
      let moved = isHeldOut && dice.chance(0.4) ? soft.smeared(over: 2) : soft
      return moved.grained(sigma: dice.number(2...5), &dice)
    case .poorPhoto:
      let soft = picture.blurred(
        sigma: isHeldOut ? dice.number(0.4...0.8) : dice.number(0.7...1))
      let moved = isHeldOut ? soft.smeared(over: 2) : soft
      return moved.grained(sigma: dice.number(4...8), &dice)
    case .photocopy:
      let soft = picture.blurred(sigma: dice.number(0.3...0.7))
      let grey = soft.copied(contrast: dice.number(1.15...1.5), lift: dice.number(5...22))
      let dots = max(1, picture.width * picture.height / (isHeldOut ? 9_000 : 16_000))
      let dusty = grey.speckled(count: dice.number(dots / 3...dots), largest: 2, &dice)
      let lined = isHeldOut ? dusty.banded(count: dice.number(1...3), depth: 0.3, &dice) : dusty
      let grained = lined.grained(sigma: dice.number(2...6), &dice)
      return dice.chance(0.6) ? grained : grained.coloured()
    }
  }
}
