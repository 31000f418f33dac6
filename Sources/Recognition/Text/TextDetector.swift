internal import Model
internal import Native

/// Finds lines of text in a picture.
final class TextDetector {
  /// The picture is scaled down to this long side (never up): the best trade of READING.md section 3.
  static let longSide = 960

  private let model: InferenceModel
  private let request: InferenceRequest

  init(path: String, threads: Int, cacheFolder: String?) throws(InferenceError) {
    model = try InferenceModel(path: path, threads: threads, cacheFolder: cacheFolder)
    request = try model.makeRequest()
  }

  /// Boxes within 45 degrees of level, in the picture's pixels.
  func boxes(in picture: PixelBuffer, longSide: Int = TextDetector.longSide)
    throws(InferenceError) -> [TextBox]
  {
    let scale = min(1, Double(longSide) / Double(max(picture.width, picture.height)))
    let width = max(1, Int((Double(picture.width) * scale).rounded()))
    let height = max(1, Int((Double(picture.height) * scale).rounded()))
    // Few shapes: each new one costs a compilation of kernels.
    let frame = Self.frame(width: width, height: height, longSide: longSide)
    let plane = frame.width * frame.height
    try request.start(shape: [1, 3, frame.height, frame.width]) { input in
      // The picture is in the frame's top left; the network expects blue, green, red from -1 to 1.
      var row = 0
      var column = 0
      var channel = 0
      picture.averaged(width: width, height: height) { _, value in
        input[(2 - channel) * plane + row * frame.width + column] = Float(value) / 127.5 - 1
        channel += 1
        if channel == 3 {
          channel = 0
          column += 1
          if column == width {
            column = 0
            row += 1
          }
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

  /// The smallest of a few frames (multiples of 32) that holds the scaled picture.
  private static func frame(width: Int, height: Int, longSide: Int) -> (width: Int, height: Int) {
    let full = (longSide + 31) / 32 * 32
    let short = (longSide * 3 / 4 + 31) / 32 * 32
    return (width <= short ? short : full, height <= short ? short : full)
  }
}
