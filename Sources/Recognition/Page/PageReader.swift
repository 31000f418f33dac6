internal import Model
package import Native

/// Reads pages: turns them upright, finds the lines and reads them.
///
/// One worker owns one reader; the models are compiled once.
package final class PageReader {
  let detector: TextDetector
  private let direction: DirectionClassifier
  let recognizer: TextRecognizer

  /// - Parameters:
  ///   - modelFolder: holds the three `.onnx` files of `make deps`.
  ///   - threads: how many threads one inference uses.
  /// - Throws: ``RecognitionError/model(_:)``.
  package init(modelFolder: String, threads: Int, cacheFolder: String? = nil)
    throws(RecognitionError)
  {
    do throws(InferenceError) {
      detector = try TextDetector(
        path: modelFolder + "/PP-OCRv6_det_small.onnx", threads: threads, cacheFolder: cacheFolder)
      direction = try DirectionClassifier(
        path: modelFolder + "/ch_ppocr_mobile_v2.0_cls_mobile.onnx", threads: threads,
        cacheFolder: cacheFolder)
    } catch {
      throw .model(error.reason)
    }
    recognizer = try TextRecognizer(
      path: modelFolder + "/PP-OCRv6_rec_small.onnx", threads: threads, cacheFolder: cacheFolder)
  }

  /// The page's lines with the picture turned upright.
  ///
  /// - Throws: ``RecognitionError/inference(_:)``; a page without text is no error.
  package func page(of picture: PixelBuffer) throws(RecognitionError) -> (
    page: RecognizedPage, upright: PixelBuffer
  ) {
    do throws(InferenceError) {
      let found = try upright(picture)
      let lines = try readTwiceWhereDoubtful(found.picture, found.boxes)
      let page = RecognizedPage(
        lines: zip(lines, found.boxes).filter { !$0.0.characters.isEmpty }.map(PageLine.init),
        width: Double(found.picture.width), height: Double(found.picture.height),
        rotationDegrees: found.quarters * 90)
      return (page, found.picture)
    } catch {
      throw .inference(error.reason)
    }
  }

  /// Reads boxes of an upright picture once more, for lines that were doubtful.
  package func lines(in upright: PixelBuffer, boxes: [TextBox]) throws(RecognitionError)
    -> [RecognizedLine]
  {
    do throws(InferenceError) {
      return try recognizer.lines(in: upright, boxes: boxes)
    } catch {
      throw .inference(error.reason)
    }
  }

  func readTwiceWhereDoubtful(_ picture: PixelBuffer, _ boxes: [TextBox])
    throws(InferenceError) -> [RecognizedLine]
  {
    var lines = try recognizer.lines(in: picture, boxes: boxes)
    let doubtful = lines.indices.filter { SecondReading.isDoubtful(lines[$0]) }
    let again = try recognizer.lines(
      in: picture, boxes: doubtful.map { SecondReading.box(for: boxes[$0]) })
    for (index, line) in zip(doubtful, again) {
      lines[index] = SecondReading.merged(lines[index], line)
    }
    return lines
  }

  private struct Upright {
    var picture: PixelBuffer
    var boxes: [TextBox]
    var quarters: Int
  }

  private func upright(_ picture: PixelBuffer) throws(InferenceError) -> Upright {
    var result = Upright(picture: picture, boxes: try detector.boxes(in: picture), quarters: 0)
    // Count, not length: columns of text turned sideways merge into few but long boxes.
    let level = result.boxes.count { $0.width > 1.5 * $0.height }
    let upended = result.boxes.count { $0.height > 1.5 * $0.width }
    if upended > level {
      result.picture = picture.turned(quarters: 1)
      result.boxes = try detector.boxes(in: result.picture)
      result.quarters = 1
    }
    if try direction.upsideDownShare(in: result.picture, boxes: result.boxes) > 0.5 {
      result.picture = result.picture.turned(quarters: 2)
      let width = Double(result.picture.width)
      let height = Double(result.picture.height)
      result.boxes = result.boxes.map { box in
        var box = box
        box.center = Point(x: width - box.center.x, y: height - box.center.y)
        return box
      }
      result.quarters += 2
    }
    result.boxes.sort { ($0.center.y, $0.center.x) < ($1.center.y, $1.center.x) }
    return result
  }
}

extension PageReader {
  /// The share of the text seen in a picture that given boxes cover, by area; 1 where no text is seen.
  ///
  /// - Parameters:
  ///   - boxes: lines of a text layer.
  ///   - scale: pixels of the picture per unit of the boxes.
  package func shownShare(of boxes: [TextBox], scale: Double, in picture: PixelBuffer)
    throws(RecognitionError) -> Double
  {
    let seen: [TextBox]
    do throws(InferenceError) {
      seen = try detector.boxes(in: picture)
    } catch {
      throw .inference(error.reason)
    }
    var covered = 0.0
    var all = 0.0
    for box in seen {
      let area = box.width * box.height
      all += area
      let isCovered = boxes.contains { own in
        abs(own.center.y * scale - box.center.y) < max(own.height * scale, box.height) / 2
          && own.center.x * scale - own.width * scale / 2 < box.center.x + box.width / 4
          && own.center.x * scale + own.width * scale / 2 > box.center.x - box.width / 4
      }
      if isCovered { covered += area }
    }
    return all == 0 ? 1 : covered / all
  }
}

extension PageReader {
  /// The lines of a picture that is upright already.
  package func linesAsTheyStand(in picture: PixelBuffer) throws(RecognitionError) -> [PageLine] {
    do throws(InferenceError) {
      let boxes = try detector.boxes(in: picture)
      let lines = try readTwiceWhereDoubtful(picture, boxes)
      return zip(lines, boxes).filter { !$0.0.characters.isEmpty }.map(PageLine.init)
    } catch {
      throw .inference(error.reason)
    }
  }
}
