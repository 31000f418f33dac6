internal import Native

/// Tells whether lines of text stand upright or upside down.
final class DirectionClassifier {
  private static let width = 192
  /// How many lines vote.
  private static let votes = 6

  private let model: InferenceModel
  private let request: InferenceRequest

  init(path: String, threads: Int, cacheFolder: String?) throws(InferenceError) {
    model = try InferenceModel(path: path, threads: threads, cacheFolder: cacheFolder)
    request = try model.makeRequest()
  }

  /// The share of the votes for "upside down", 0 to 1; 0 where no line can vote.
  ///
  /// The longest lines vote, each as it is and turned, by their probabilities.
  func upsideDownShare(in picture: PixelBuffer, boxes: [TextBox]) throws(InferenceError) -> Double {
    let voters = boxes.sorted { $0.width * $0.height > $1.width * $1.height }
      .filter { $0.width > 2 * $0.height }.prefix(Self.votes)
    guard !voters.isEmpty else { return 0 }
    let crops = voters.flatMap { box in
      // The left end of a line at the classifier's own aspect: squeezing long lines blinds it.
      let part = Self.head(of: box)
      return [LineCrop(box: part), LineCrop(box: part.upsideDown)]
    }
    let size = 3 * LineCrop.height * Self.width
    // One fixed shape for all pages; missing voters are left grey and not counted.
    try request.start(shape: [2 * Self.votes, 3, LineCrop.height, Self.width]) { input in
      for (index, crop) in crops.enumerated() {
        crop.write(from: picture, to: &input, offset: index * size, stride: Self.width)
      }
    }
    try request.wait()
    return try request.output { output, shape in
      guard shape.count == 2, shape[1] == 2, output.count >= 2 * crops.count else { return 0 }
      var down = 0.0
      for index in crops.indices {
        let turned = Double(output[2 * index + 1])
        down += index.isMultiple(of: 2) ? turned : 1 - turned
      }
      return down / Double(crops.count)
    }
  }

  private static func head(of box: TextBox) -> TextBox {
    let longest = box.height * Double(width) / Double(LineCrop.height)
    guard box.width > longest else { return box }
    return box.part(from: 0, to: longest / box.width)
  }
}
