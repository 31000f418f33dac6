internal import Model
internal import Native
internal import Recognition

/// Reads a part of a page once more in its red channel alone, where red stamps are as bright as paper.
struct StainedLines {
  let reader: PageReader
  let upright: PixelBuffer
  let isGrayscale: Bool

  /// Lines in the upright page's coordinates; none on a grey page, where nothing can be taken away.
  func lines(in area: PageDocuments.Area) -> [PageLine] {
    guard !isGrayscale else { return [] }
    let columns = Int(area.left * Double(upright.width))..<Int(area.right * Double(upright.width))
    let rows = Int(area.top * Double(upright.height))..<Int(area.bottom * Double(upright.height))
    let part = upright.redChannel(
      columns: columns.clamped(to: 0..<upright.width), rows: rows.clamped(to: 0..<upright.height))
    do throws(RecognitionError) {
      return try reader.linesAsTheyStand(in: part).map { line in
        var line = line
        line.box.center.x += Double(columns.lowerBound)
        line.box.center.y += Double(rows.lowerBound)
        return line
      }
    } catch {
      // The page itself was read; without a second look the value stays as it was.
      return []
    }
  }
}

extension PixelBuffer {
  /// A part of an RGB picture with all channels as its red one.
  fileprivate func redChannel(columns: Range<Int>, rows: Range<Int>) -> PixelBuffer {
    var part = [UInt8](repeating: 0, count: columns.count * rows.count * 3)
    var next = 0
    for y in rows {
      var from = (y * width + columns.lowerBound) * 3
      for _ in columns {
        let red = samples[from]
        part[next] = red
        part[next + 1] = red
        part[next + 2] = red
        next += 3
        from += 3
      }
    }
    return PixelBuffer(width: columns.count, height: rows.count, channels: 3, samples: part)
  }
}
