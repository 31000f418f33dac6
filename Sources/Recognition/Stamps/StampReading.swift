internal import Model
package import Native

/// What a stamp says.
package struct StampText: Sendable {
  /// The letters that stand around the ring, clockwise.
  package var ring: RecognizedLine
  /// The line that stands under the star.
  package var center: RecognizedLine?
}

extension PageReader {
  /// Returns what a stamp on a page says; `nil` where no letters were seen in its ring.
  ///
  /// - Parameter page: the picture in whose pixels the stamp lies.
  package func text(of stamp: SeenStamp, on page: PixelBuffer) throws(RecognitionError)
    -> StampText?
  {
    let patch = StampPatch(stamp, in: page)
    guard let ring = StampRing(patch) else { return nil }
    let height = LineCrop.height
    do throws(InferenceError) {
      let first = try line(in: ring.line(height: height, stretch: 1))
      var text = StampText(ring: first.trimmedToNames)
      if text.ring.characters.contains(where: { $0.probability < Self.sure }) {
        // Other sampling, the same letters: what both say is surer.
        let second = try line(in: ring.line(height: height, stretch: Self.secondStretch))
        text.ring = SecondReading.merged(first, second).trimmedToNames
      }
      guard !text.ring.characters.isEmpty else { return nil }
      if let center = StampCenterLine(patch, ring: ring) {
        let found = try line(in: center.line(height: height)).trimmedToNames
        if found.characters.count >= 2 { text.center = found }
      }
      return text
    } catch {
      throw .inference(error.reason)
    }
  }

  private static let secondStretch = 0.8
  /// Letters of which each is as sure need no second reading.
  private static let sure = 0.99

  /// A picture that is one line of print.
  private func line(in picture: PixelBuffer) throws(InferenceError) -> RecognizedLine {
    let box = TextBox(
      center: Point(x: Double(picture.width) / 2, y: Double(picture.height) / 2),
      width: Double(picture.width), height: Double(picture.height), angle: 0, score: 1)
    let lines = try recognizer.lines(in: picture, boxes: [box])
    return lines.first ?? RecognizedLine(characters: [], lattice: Lattice(frames: []), frames: [])
  }
}

extension RecognizedLine {
  /// Without what stands before the first and after the last letter of a name: dust, and print that ran into the
  /// ring, read as digits and strokes.
  fileprivate var trimmedToNames: RecognizedLine {
    guard
      var first = characters.firstIndex(where: { $0.isOfName || "（(".contains($0.symbol) }),
      var last = characters.lastIndex(where: { $0.isOfName || "）)".contains($0.symbol) }),
      first <= last
    else { return RecognizedLine(characters: [], lattice: Lattice(frames: []), frames: []) }
    // Letters of a ring have one pitch: what stands apart at its ends is none of them.
    let steps = zip(characters, characters.dropFirst()).map { $1.position - $0.position }
    if last - first >= 5 {
      let usual = steps[first..<last].sorted()[(last - first) / 2]
      while last - first >= 4, steps[first] > Self.apart * usual { first += 1 }
      while last - first >= 4, steps[last - 1] > Self.apart * usual { last -= 1 }
    }
    let kept = first...last
    let from = first == 0 ? 0 : frames[first - 1] + 1
    let to = last + 1 == frames.count ? lattice.frames.count : frames[last + 1]
    return RecognizedLine(
      characters: Array(characters[kept]),
      lattice: Lattice(frames: Array(lattice.frames[min(from, to)..<max(from, to)])),
      frames: frames[kept].map { $0 - min(from, to) })
  }
}

extension RecognizedLine {
  fileprivate static let apart = 1.45
}

extension RecognizedCharacter {
  /// Whether it is a Chinese letter.
  fileprivate var isOfName: Bool {
    symbol.unicodeScalars.first.map { (0x4e00...0x9fff).contains($0.value) } == true
  }
}
