internal import Model
internal import Native

/// Reads lines of text.
final class TextRecognizer {
  /// Crops are padded to these widths: each input shape costs a compilation of kernels and memory.
  static let widths = [96, 160, 240, 320, 480, 640, 960, 1280, 1920, 2560]
  /// Samples of width a frame.
  static let frameWidth = 8
  /// At most so many symbols a frame are kept.
  static let choicesPerFrame = 16

  private let model: InferenceModel
  private let requests: [InferenceRequest]
  private let symbols: SymbolList

  init(path: String, threads: Int, cacheFolder: String?) throws(RecognitionError) {
    symbols = try SymbolList(modelPath: path)
    do throws(InferenceError) {
      model = try InferenceModel(path: path, threads: threads, cacheFolder: cacheFolder)
      requests = [try model.makeRequest(), try model.makeRequest()]
    } catch {
      throw .model(error.reason)
    }
  }

  /// The lines in the order of the boxes.
  func lines(in picture: PixelBuffer, boxes: [TextBox]) throws(InferenceError) -> [RecognizedLine] {
    // While one request runs the next crop is cut: that work vanishes beside the inference.
    var lines: [RecognizedLine] = []
    lines.reserveCapacity(boxes.count)
    for (index, box) in boxes.enumerated() {
      try start(requests[index % 2], LineCrop(box: box), picture)
      if index > 0 { lines.append(try finish(requests[(index - 1) % 2], boxes[index - 1])) }
    }
    if let last = boxes.last { lines.append(try finish(requests[(boxes.count - 1) % 2], last)) }
    return lines
  }

  private func start(_ request: InferenceRequest, _ crop: LineCrop, _ picture: PixelBuffer)
    throws(InferenceError)
  {
    let stride = Self.bucket(for: crop.width)
    try request.start(shape: [1, 3, LineCrop.height, stride]) { input in
      crop.write(from: picture, to: &input, offset: 0, stride: stride)
    }
  }

  private func finish(_ request: InferenceRequest, _ box: TextBox) throws(InferenceError)
    -> RecognizedLine
  {
    let width = LineCrop(box: box).width
    let stride = Self.bucket(for: width)
    try request.wait()
    let frames = try request.output { output, shape in
      frameSymbols(
        in: output, shape: shape, line: 0, floor: Lattice.floor, limit: Self.choicesPerFrame)
    }
    return CTCDecoding.line(
      frames: frames, symbols: symbols.symbols,
      frameCount: Double(min(width, stride)) * Double(frames.count) / Double(stride))
  }

  private static func bucket(for width: Int) -> Int {
    widths.first { $0 >= width } ?? widths[widths.count - 1]
  }
}
