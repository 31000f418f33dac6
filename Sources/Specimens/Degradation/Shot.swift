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

  func shoot(_ sheet: Sheet, _ dice: inout Dice) throws(DrawingError) -> Shot {
    let framing = Framing(quality, sheet: sheet, longestSide: longestSide, &dice)
    let page = try sheet.picture(width: framing.pageWidth)
    let scene = Scene(quality, isHeldOut: isHeldOut, framing, page: page, &dice)
    guard var picture = scene.render(page) else { throw .cairo("the page's corners lie on a line") }
    picture = finish(picture, &dice)
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
      rotationDegrees: (360 - shown % 360) % 360)
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
