internal import Native

/// The look of a seal: a red ring around a star.
enum SealPictureDrawing {
  /// A JPEG of a seal with its owner's name around the star, the same for the same name.
  static func jpeg(of owner: String) throws -> [UInt8] {
    var dice = Dice(seed: 11, stream: owner.utf8.reduce(0) { ($0 * 31 + Int($1)) % 9973 }, part: 0)
    let canvas = try Canvas.picture(width: side, height: side, unit: 1)
    let middle = Double(side) / 2
    try PaperStamp(ring: owner, line: nil, isHeldOut: false, &dice).draw(
      on: canvas, x: middle, y: middle, radius: middle * 0.96)
    return try JPEGEncoder(quality: 80).encode(try canvas.pixels())
  }

  /// In pixels: real seals have about as many.
  private static let side = 300

  /// A tiny PNG of one red pixel; structure tests need no more.
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
    0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 12, 0x49, 0x44, 0x41, 0x54, 0x08,
    0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 0x49, 0x45,
    0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
