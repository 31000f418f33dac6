import Foundation
import Model
import Native

@testable import Recognition

/// One reader for all tests: its models take a while to load.
actor SharedPageReader {
  static let shared = SharedPageReader()
  static let models = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../.deps/rapidocr/models").standardized.path

  private var readers: [Int: PageReader] = [:]

  private func reader(threads: Int) throws -> PageReader {
    if let reader = readers[threads] { return reader }
    let reader = try PageReader(modelFolder: Self.models, threads: threads)
    readers[threads] = reader
    return reader
  }

  func page(of picture: PixelBuffer, threads: Int = 1) throws -> RecognizedPage {
    try reader(threads: threads).page(of: picture).page
  }

  /// The page turned upright, and what of it was read.
  func pictures(of picture: PixelBuffer) throws -> (upright: PixelBuffer, legible: PixelBuffer) {
    let read = try reader(threads: 1).page(of: picture)
    return (read.upright, read.legible)
  }

  func linesAsTheyStand(in picture: PixelBuffer) throws -> [PageLine] {
    try reader(threads: 1).linesAsTheyStand(in: picture, longSide: 960) { _ in true }
  }

  func lines(in picture: PixelBuffer, boxes: [TextBox]) throws -> [RecognizedLine] {
    try reader(threads: 1).lines(in: picture, boxes: boxes)
  }

  func shownShare(of boxes: [TextBox], scale: Double, in picture: PixelBuffer) throws -> Double {
    try reader(threads: 1).shownText(of: boxes, scale: scale, in: picture).share
  }
}
