internal import Model
internal import Native

/// Reads lines of text.
final class TextRecognizer {
  /// Crops are padded to these widths: each input shape costs a compilation of kernels (some 10 ms) and memory,
  /// and each column of padding as much as one of print.
  static let widths =
    Array(stride(from: 64, to: 512, by: 32)) + Array(stride(from: 512, to: 1280, by: 64))
    + [1280, 1600, 1920, 2560]
  /// Samples of width a frame.
  static let frameWidth = 8
  /// At most so many symbols a frame are kept.
  static let choicesPerFrame = 16

  private let model: InferenceModel
  private let requests: [InferenceRequest]
  private let symbols: SymbolList

  init(path: String, symbols: SymbolList, threads: Int, precision: InferencePrecision)
    throws(InferenceError)
  {
    self.symbols = symbols
    model = try InferenceModel(path: path, threads: threads, precision: precision)
    requests = [try model.makeRequest(), try model.makeRequest()]
  }

  /// The lines in the order of the boxes.
  ///
  /// Long lines are read squeezed, and the numbers in them once more at full width.
  /// - Parameter isAside: whether a box is small print beside the values, of which only numbers matter.
  func linesSparing(in picture: PixelBuffer, boxes: [TextBox], isAside: (TextBox) -> Bool)
    throws(InferenceError) -> [RecognizedLine]
  {
    let squeezes = boxes.map { box in
      isAside(box) ? 0.5 : LineCrop(box: box).width > Self.longLine ? 0.75 : 1
    }
    var lines = try self.lines(
      in: picture, crops: zip(boxes, squeezes).map { LineCrop(box: $0, squeeze: $1) })
    var whole: [Int] = []
    var windows: [(line: Int, window: NumberWindow)] = []
    for index in lines.indices where squeezes[index] < 1 {
      let found = NumberWindow.windows(of: lines[index])
      let share = found.reduce(0) { $0 + $1.end - $1.start }
      if share > Self.mostInWindows {
        if !NumberWindow.hasWholeNumber(lines[index]) { whole.append(index) }
      } else {
        windows += found.map { (index, $0) }
      }
    }
    let numbers = try self.lines(
      in: picture,
      crops: windows.map {
        LineCrop(box: boxes[$0.line].part(from: $0.window.start, to: $0.window.end))
      })
    // From the right, so that places further left stay what they were.
    for (place, number) in zip(windows, numbers).reversed() where !whole.contains(place.line) {
      if let better = place.window.replaced(in: lines[place.line], by: number) {
        lines[place.line] = better
      } else {
        whole.append(place.line)
      }
    }
    let again = try self.lines(in: picture, crops: whole.map { LineCrop(box: boxes[$0]) })
    for (index, line) in zip(whole, again) { lines[index] = line }
    return lines
  }

  /// Wider crops are long lines: scopes of business, notes, addresses.
  private static let longLine = 520
  /// Where numbers take a larger share of a line it is read again as a whole.
  private static let mostInWindows = 0.7

  func lines(in picture: PixelBuffer, boxes: [TextBox]) throws(InferenceError) -> [RecognizedLine] {
    try lines(in: picture, crops: boxes.map { LineCrop(box: $0) })
  }

  func lines(in picture: PixelBuffer, crops: [LineCrop]) throws(InferenceError)
    -> [RecognizedLine]
  {
    // Each new shape costs a change of plan, so the crops go by width; while one request runs the next crop
    // is cut, and that work vanishes beside the inference.
    let order = crops.indices.sorted { (crops[$0].width, $0) < (crops[$1].width, $1) }
    var lines = [RecognizedLine?](repeating: nil, count: crops.count)
    for (turn, index) in order.enumerated() {
      try start(requests[turn % 2], crops[index], picture)
      if turn > 0 {
        let before = order[turn - 1]
        lines[before] = try finish(requests[(turn - 1) % 2], crops[before])
      }
    }
    if let last = order.last {
      lines[last] = try finish(requests[(order.count - 1) % 2], crops[last])
    }
    return lines.compactMap { $0 }
  }

  private func start(_ request: InferenceRequest, _ crop: LineCrop, _ picture: PixelBuffer)
    throws(InferenceError)
  {
    let stride = Self.bucket(for: crop.width)
    try request.start(shape: [1, 3, LineCrop.height, stride]) { input in
      crop.write(from: picture, to: &input, offset: 0, stride: stride)
    }
  }

  private func finish(_ request: InferenceRequest, _ crop: LineCrop) throws(InferenceError)
    -> RecognizedLine
  {
    let stride = Self.bucket(for: crop.width)
    try request.wait()
    let frames = try request.output { output, shape in
      frameSymbols(
        in: output, shape: shape, line: 0, floor: Lattice.floor, limit: Self.choicesPerFrame)
    }
    return CTCDecoding.line(
      frames: frames, symbols: symbols.symbols,
      frameCount: Double(min(crop.width, stride)) * Double(frames.count) / Double(stride))
  }

  private static func bucket(for width: Int) -> Int {
    widths.first { $0 >= width } ?? widths[widths.count - 1]
  }
}
