internal import Native

/// Tells whether lines of text stand upright or upside down.
final class DirectionClassifier {
  private static let width = 192
  /// How many lines vote.
  private static let votes = 6

  private let model: InferenceModel
  private let request: InferenceRequest

  init(path: String, threads: Int) throws(InferenceError) {
    model = try InferenceModel(path: path, threads: threads, precision: .single)
    request = try model.makeRequest()
  }

  /// The share of the votes for "upside down", 0 to 1; 0 where no line can vote.
  ///
  /// The longest lines vote by their probabilities, and where they are not of one mind, turned as well.
  func upsideDownShare(in picture: PixelBuffer, boxes: [TextBox]) throws(InferenceError) -> Double {
    let voters = boxes.sorted { $0.width * $0.height > $1.width * $1.height }
      .filter { $0.width > 2 * $0.height }.prefix(Self.votes)
      // The left end of a line at the classifier's own aspect: squeezing long lines blinds it.
      .map(Self.head)
    guard !voters.isEmpty else { return 0 }
    let down = try votes(of: voters, in: picture)
    let share = down.reduce(0, +) / Double(down.count)
    guard share > Self.clear, share < 1 - Self.clear else { return share }
    let up = try votes(of: voters.map(\.upsideDown), in: picture)
    return (share + 1 - up.reduce(0, +) / Double(up.count)) / 2
  }

  private static let clear = 0.15

  /// How surely each line stands upside down.
  private func votes(of lines: [TextBox], in picture: PixelBuffer) throws(InferenceError)
    -> [Double]
  {
    let size = 3 * LineCrop.height * Self.width
    // One fixed shape for all pages; missing voters are left grey and not counted.
    try request.start(shape: [Self.votes, 3, LineCrop.height, Self.width]) { input in
      for (index, line) in lines.enumerated() {
        LineCrop(box: line).write(
          from: picture, to: &input, offset: index * size, stride: Self.width)
      }
    }
    try request.wait()
    return try request.output { output, shape in
      guard shape.count == 2, shape[1] == 2, output.count >= 2 * lines.count else {
        return [Double](repeating: 0, count: lines.count)
      }
      return lines.indices.map { Double(output[2 * $0 + 1]) }
    }
  }

  private static func head(of box: TextBox) -> TextBox {
    let longest = box.height * Double(width) / Double(LineCrop.height)
    guard box.width > longest else { return box }
    return box.part(from: 0, to: longest / box.width)
  }
}
