/// A symbol is a class that a frame may be, with its probability.
package struct FrameSymbol: Hashable, Sendable {
  package let index: Int
  package let probability: Float
}

/// Returns the classes of each frame with a probability of at least `floor`, from the likeliest down.
///
/// - Parameters:
///   - output: `[lines, frames, classes]` after softmax.
///   - line: 0-based.
///   - limit: at most so many a frame.
package func frameSymbols(
  in output: Span<Float>, shape: [Int], line: Int, floor: Float, limit: Int
) -> [[FrameSymbol]] {
  guard shape.count == 3, line < shape[0] else { return [] }
  let frames = shape[1]
  let classes = shape[2]
  return unsafe output.withUnsafeBufferPointer { all in
    guard let base = all.baseAddress, all.count >= (line + 1) * frames * classes else { return [] }
    return (0..<frames).map { frame in
      var found: [FrameSymbol] = []
      let row = unsafe base + (line * frames + frame) * classes
      // Nearly all of the 18,710 classes are far below the floor: look at 32 at a time.
      let lanes = 32
      let bound = SIMD32<Float>(repeating: floor)
      var next = 0
      while next + lanes <= classes {
        let block = unsafe UnsafeRawPointer(row + next).loadUnaligned(as: SIMD32<Float>.self)
        if any(block .>= bound) {
          for lane in 0..<lanes where block[lane] >= floor {
            found.append(FrameSymbol(index: next + lane, probability: block[lane]))
          }
        }
        next += lanes
      }
      while next < classes {
        let value = unsafe row[next]
        if value >= floor { found.append(FrameSymbol(index: next, probability: value)) }
        next += 1
      }
      found.sort { ($1.probability, $0.index) < ($0.probability, $1.index) }
      return Array(found.prefix(limit))
    }
  }
}
