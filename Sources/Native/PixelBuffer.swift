/// A pixel buffer holds decoded pixels: 8 bits a sample, rows from the top, no padding.
package struct PixelBuffer: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// The channels are 1 (grey) or 3 (red, green, blue).
  package let channels: Int
  /// There are `height * width * channels` samples.
  package var samples: [UInt8]

  /// Takes samples that are there already.
  ///
  /// - Precondition: `samples.count == width * height * channels`.
  package init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
    precondition(samples.count == width * height * channels)
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
  }

  /// Makes a picture of one colour.
  package init(width: Int, height: Int, channels: Int, filledWith sample: UInt8) {
    self.init(
      width: width, height: height, channels: channels,
      samples: [UInt8](repeating: sample, count: width * height * channels))
  }
}
