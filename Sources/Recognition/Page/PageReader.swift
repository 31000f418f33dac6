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
  ///   - precision: of where lines are and what they say.
  /// - Throws: ``RecognitionError/model(file:reason:)``.
  package init(modelFolder: String, threads: Int, precision: InferencePrecision = .standard)
    throws(RecognitionError)
  {
    detector = try Self.loaded(modelFolder + "/PP-OCRv6_det_small.onnx") {
      path throws(InferenceError) in
      try TextDetector(path: path, threads: threads, precision: precision)
    }
    direction = try Self.loaded(modelFolder + "/ch_ppocr_mobile_v2.0_cls_mobile.onnx") {
      path throws(InferenceError) in try DirectionClassifier(path: path, threads: threads)
    }
    let symbols = try SymbolList(modelPath: modelFolder + "/PP-OCRv6_rec_small.onnx")
    recognizer = try Self.loaded(modelFolder + "/PP-OCRv6_rec_small.onnx") {
      path throws(InferenceError) in
      try TextRecognizer(path: path, symbols: symbols, threads: threads, precision: precision)
    }
  }

  private static func loaded<Model>(
    _ path: String, _ load: (String) throws(InferenceError) -> Model
  ) throws(RecognitionError) -> Model {
    do throws(InferenceError) { return try load(path) } catch {
      throw .model(file: path, reason: error.reason)
    }
  }

  /// Returns the page's lines with the picture turned upright, and the same without a watermark, which is what was
  /// read.
  ///
  /// - Throws: ``RecognitionError/inference(_:)``; a page without text is no error.
  package func page(of picture: PixelBuffer) throws(RecognitionError) -> ReadPage {
    do throws(InferenceError) {
      let given = try upright(picture)
      if let mark = Watermark(in: given.picture, boxes: given.boxes),
        let words = try words(of: mark, in: given),
        let clear = try without(mark, saying: words, given, picture)
      {
        return clear
      }
      let page = try read(given)
      if let mark = Watermark(in: given.picture, lines: page.lines),
        let clear = try without(mark, saying: page.lines.map(\.line.text), given, picture)
      {
        return clear
      }
      return ReadPage(page: page, upright: given.picture, legible: given.picture)
    } catch {
      throw .inference(error.reason)
    }
  }

  /// A first reading of what is not small print; what it leaves doubtful is read again where it matters.
  func read(_ page: UprightPage) throws(InferenceError) -> RecognizedPage {
    let (width, height) = (Double(page.picture.width), Double(page.picture.height))
    let heights = page.boxes.map(\.height).sorted()
    let least = heights.isEmpty ? 0 : Self.smallPrint * heights[heights.count / 2]
    let isNote = { (box: TextBox) in box.height < least && box.center.y > Self.foot * height }
    let boxes = page.boxes.filter { !isNote($0) }
    let lines = try recognizer.linesSparing(in: page.picture, boxes: boxes) { box in
      // How to scan the code beside it.
      box.height < least && box.width > 5 * box.height && box.center.y < 0.4 * height
        && box.center.x - box.width / 2 > 0.6 * width
    }
    let read = zip(lines, boxes)
    var recognized = RecognizedPage(
      lines: RepeatedLetters.removed(
        from: read.filter { !$0.0.characters.isEmpty }.map(PageLine.init)),
      width: width, height: height, rotationDegrees: page.quarters * 90,
      small: page.boxes.filter(isNote))
    recognized.illegible = read.filter { $0.0.characters.isEmpty }.map(\.1)
    return recognized
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

  /// Lines lower than this share of the page's median are small print, and below this share of the page its notes.
  private static let smallPrint = 0.85
  private static let foot = 0.8

  /// Lines read once more at full width and a little higher, made into one with the first readings.
  package func again(_ lines: [PageLine], in upright: PixelBuffer) throws(RecognitionError)
    -> [PageLine]
  {
    do throws(InferenceError) {
      let second = try recognizer.lines(
        in: upright,
        crops: lines.map {
          LineCrop(
            box: SecondReading.box(for: $0.box), squeeze: SecondReading.squeeze(for: $0.line))
        })
      return zip(lines, second).map { line, second in
        PageLine(line: SecondReading.merged(line.line, second), box: line.box)
      }
    } catch {
      throw .inference(error.reason)
    }
  }

  /// Lines with a last letter that detection left out, where one is found behind their ends.
  package func completed(_ lines: [PageLine], in upright: PixelBuffer) throws(RecognitionError)
    -> [PageLine]
  {
    do throws(InferenceError) {
      let going = lines.indices.filter { LineEnd.mayGoOn(lines[$0].box, in: upright) }
      let ends = try recognizer.lines(
        in: upright, crops: going.map { LineCrop(box: LineEnd.box(of: lines[$0].box)) })
      var completed = lines
      for (index, end) in zip(going, ends) {
        completed[index] = LineEnd.completed(lines[index], end)
      }
      return completed
    } catch {
      throw .inference(error.reason)
    }
  }

  private static let sketchSide = 480

  /// Whether nearly all lines of the sketch are so high that a smaller picture shows them as well as the full one
  /// shows those of a license: a license has lines of a hundredth of its long side and less.
  private static func isLarge(_ sketch: [TextBox], in picture: PixelBuffer) -> Bool {
    let heights = sketch.map { min($0.width, $0.height) }.sorted()
    guard heights.count >= 4 else { return false }
    let low = heights[heights.count / 5]
    return low >= largeText * Double(max(picture.width, picture.height))
  }

  private static let largeText = 0.05

  func upright(_ picture: PixelBuffer) throws(InferenceError) -> UprightPage {
    // Which way lines run shows at half the size, and at a quarter of the cost.
    let sketch = try detector.boxes(in: picture, longSide: Self.sketchSide)
    // Count, not length: columns of text turned sideways merge into few but long boxes.
    let level = sketch.count { $0.width > 1.5 * $0.height }
    let upended = sketch.count { $0.height > 1.5 * $0.width }
    let isSideways = upended > level
    let turned = isSideways ? picture.turned(quarters: 1) : picture
    let longSide =
      Self.isLarge(sketch, in: picture) ? TextDetector.longSideForLargeText : TextDetector.longSide
    var result = UprightPage(
      picture: turned, boxes: try detector.boxes(in: turned, longSide: longSide),
      quarters: isSideways ? 1 : 0)
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
  /// Compares the text seen in a picture with the lines of a text layer.
  ///
  /// - Parameters:
  ///   - boxes: lines of a text layer.
  ///   - scale: pixels of the picture per unit of the boxes.
  package func shownText(of boxes: [TextBox], scale: Double, in picture: PixelBuffer)
    throws(RecognitionError) -> ShownText
  {
    let seen: [TextBox]
    do throws(InferenceError) {
      seen = try detector.boxes(in: picture)
    } catch {
      throw .inference(error.reason)
    }
    var covered = 0.0
    var all = 0.0
    var others: [TextBox] = []
    for box in seen {
      let area = box.width * box.height
      all += area
      let row = boxes.filter { own in
        abs(own.center.y * scale - box.center.y) < max(own.height * scale, box.height) / 2
      }.map { own in
        (own.center.x - own.width / 2) * scale...(own.center.x + own.width / 2) * scale
      }
      let isCovered = row.contains { own in
        own.lowerBound < box.center.x + box.width / 4
          && own.upperBound > box.center.x - box.width / 4
      }
      if isCovered { covered += area }
      others += Self.gaps(in: box, beside: row)
    }
    return ShownText(share: all == 0 ? 1 : covered / all, others: others)
  }

  /// The parts of a box that no line of a layer reaches; a value stands in one box with its label.
  private static func gaps(in box: TextBox, beside row: [ClosedRange<Double>]) -> [TextBox] {
    let start = box.center.x - box.width / 2
    let end = box.center.x + box.width / 2
    var gaps: [(from: Double, to: Double)] = []
    var place = start
    for own in row.sorted(by: { $0.lowerBound < $1.lowerBound }) where own.upperBound > place {
      gaps.append((place, min(own.lowerBound, end)))
      place = own.upperBound
    }
    gaps.append((place, end))
    // Boxes are drawn wider than their letters.
    return gaps.filter { $0.to - $0.from > 1.4 * box.height }.map { gap in
      box.part(from: (gap.from - start) / box.width, to: (gap.to - start) / box.width)
    }
  }
}

extension PageReader {
  /// Returns the lines of a picture that is upright already.
  ///
  /// - Parameters:
  ///   - longSide: the picture is searched at this size.
  ///   - isWanted: whether a line is read.
  package func linesAsTheyStand(
    in picture: PixelBuffer, longSide: Int, where isWanted: (TextBox) -> Bool
  ) throws(RecognitionError) -> [PageLine] {
    do throws(InferenceError) {
      let boxes = try detector.boxes(in: picture, longSide: longSide).filter(isWanted)
      let lines = try recognizer.lines(in: picture, boxes: boxes)
      return zip(lines, boxes).filter { !$0.0.characters.isEmpty }.map(PageLine.init)
    } catch {
      throw .inference(error.reason)
    }
  }
}
