internal import Model
internal import Native

/// Finds lines of text in a picture.
final class TextDetector {
  /// The picture is scaled to this long side: the best trade of docs/domain.md#detection-scale.
  static let longSide = 960
  /// Small pictures are scaled up, at most so far: their lines are too low for the network otherwise.
  private static let mostEnlarged = 2.0
  /// The same for large letters, as on cards.
  static let longSideForLargeText = 704

  /// What the network expects for each sample.
  private static let tones = (0...255).map { Float($0) / 127.5 - 1 }

  private let model: InferenceModel
  private let request: InferenceRequest

  init(path: String, threads: Int, precision: InferencePrecision) throws(InferenceError) {
    model = try InferenceModel(path: path, threads: threads, precision: precision)
    request = try model.makeRequest()
  }

  /// Boxes within 45 degrees of level, in the picture's pixels.
  func boxes(in picture: PixelBuffer, longSide: Int = TextDetector.longSide)
    throws(InferenceError) -> [TextBox]
  {
    let scale = min(
      Self.mostEnlarged, Double(longSide) / Double(max(picture.width, picture.height)))
    let width = max(1, Int((Double(picture.width) * scale).rounded()))
    let height = max(1, Int((Double(picture.height) * scale).rounded()))
    let frame = (width: Self.padded(width), height: Self.padded(height))
    let plane = frame.width * frame.height
    try request.start(shape: [1, 3, frame.height, frame.width]) { input in
      // The picture is in the frame's top left; the network expects blue, green, red from -1 to 1.
      let shown = scale > 1 ? picture.enlarged(width: width, height: height) : picture
      shown.averaged(width: width, height: height) { row, samples in
        let samples = samples.span
        for column in 0..<width {
          let at = row * frame.width + column
          input[at] = Self.tones[Int(samples[3 * column + 2])]
          input[plane + at] = Self.tones[Int(samples[3 * column + 1])]
          input[2 * plane + at] = Self.tones[Int(samples[3 * column])]
        }
      }
    }
    try request.wait()
    let found = try request.output { map, shape in
      guard shape.count == 4, shape[2] == frame.height, shape[3] == frame.width else {
        return [TextBox]()
      }
      return TextRegions.boxes(in: map, width: width, height: height, stride: frame.width)
    }
    return found.map { $0.scaled(by: 1 / scale) }
  }

  /// Few sizes (multiples of 32): each new shape costs a compilation of kernels.
  private static func padded(_ side: Int) -> Int {
    sides.first { $0 >= side } ?? (side + 159) / 160 * 160
  }

  private static let sides = [256, 384, 480, 544, 640, 736, 832, 960]
}
