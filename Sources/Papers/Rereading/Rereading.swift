internal import Model
internal import Native
internal import Recognition

/// Parts of a page picture that are read once more, where the first reading left a hole.
struct Rereading {
  private var reader: PageReader?
  private var upright: PixelBuffer?
  private var isGrayscale = true
  private var looksForLabels = true
  /// Outlines of the page's stamps, in pixels of the upright picture.
  private var stamps: [StampEllipse] = []
  private let memory = Memory()

  /// What was looked at: a form whose doubtful lines are read again asks for the rest a second time.
  private final class Memory {
    var withoutRed: [[Double]: PageText] = [:]
    package var lines: [LinesRequest: [PageLine]] = [:]
  }

  private struct LinesRequest: Hashable {
    let boxes: [TextBox]
    let withoutStamp: Bool
  }

  /// For text layers, where there is nothing more to see.
  static var none: Rereading { Rereading() }

  private init() {}

  init(reader: PageReader, upright: PixelBuffer, isGrayscale: Bool, stamps: [StampEllipse]) {
    self.reader = reader
    self.upright = upright
    self.isGrayscale = isGrayscale
    self.stamps = stamps
  }

  /// The same without another search for labels.
  var withoutLabels: Rereading {
    var copy = self
    copy.looksForLabels = false
    return copy
  }

  /// The text with some lines read once more; `nil` where there is no picture.
  ///
  /// - Parameter open: lines whose ends are searched for a letter that detection left out.
  func again(_ lines: Set<Int>, open: Set<Int>, in text: PageText) -> PageText? {
    guard let reader, let upright else { return nil }
    var all = text.lines
    do throws(RecognitionError) {
      let order = lines.sorted()
      let second = try reader.again(order.map { all[$0] }, in: upright)
      for (index, line) in zip(order, second) where !line.line.characters.isEmpty {
        all[index] = line
      }
      let ends = open.sorted()
      let completed = try reader.completed(ends.map { all[$0] }, in: upright)
      for (index, line) in zip(ends, completed) { all[index] = line }
      return all == text.lines ? nil : PageText(lines: all, level: text.level)
    } catch {
      // The page itself was read; the doubts remain.
      return nil
    }
  }

  /// Dates under stamps are not small print.
  private static let stampSide = 640
  /// In letters: 二〇一九年十二月二十五日 has twelve.
  private static let longestDate = 16.0

  /// A part of the page in its red channel alone, where red stamps are as bright as paper.
  ///
  /// On a grey page stamps are lighter than print: what is not dark counts as paper there.
  func withoutRed(_ area: FieldDefinition.Area, _ level: PageLevel) -> PageText {
    let empty = PageText(lines: [], level: level)
    guard let reader, let upright else { return empty }
    let key = [area.left, area.top, area.right, area.bottom]
    if let seen = memory.withoutRed[key] { return seen }
    let columns = Int(area.left * Double(upright.width))..<Int(area.right * Double(upright.width))
    let rows = Int(area.top * Double(upright.height))..<Int(area.bottom * Double(upright.height))
    let part = upright.withoutStamp(
      columns: columns.clamped(to: 0..<upright.width), rows: rows.clamped(to: 0..<upright.height),
      isGrayscale: isGrayscale)
    do throws(RecognitionError) {
      let corner = Point(x: Double(columns.lowerBound), y: Double(rows.lowerBound))
      let lines = try reader.linesAsTheyStand(in: part, longSide: Self.stampSide) { box in
        box.width < Self.longestDate * box.height && isAtStamp(box, corner)
      }.map { line in
        var line = line
        line.box.center.x += Double(columns.lowerBound)
        line.box.center.y += Double(rows.lowerBound)
        return line
      }
      let text = PageText(lines: lines.filter { abs($0.box.angle) < 0.35 }, level: level)
      memory.withoutRed[key] = text
      return text
    } catch {
      // The page itself was read; without rereading the value stays as it was.
      return empty
    }
  }

  /// Whether a box of a part of the page touches a stamp, what it hides included; so do all where none was found.
  private func isAtStamp(_ box: TextBox, _ corner: Point) -> Bool {
    stamps.isEmpty
      || stamps.contains { stamp in
        let (dx, dy) = (
          abs(box.center.x + corner.x - stamp.center.x),
          abs(box.center.y + corner.y - stamp.center.y)
        )
        return dx < 1.3 * stamp.radius + box.width / 2 && dy < 1.3 * stamp.radius
      }
  }

  /// Lines read at given places without detection; those without a character are left out.
  ///
  /// - Parameter withoutStamp: with red ink (on a grey page: middle tones) taken away.
  package func lines(at boxes: [TextBox], withoutStamp: Bool) -> [PageLine] {
    guard let reader, let upright, !boxes.isEmpty else { return [] }
    let request = LinesRequest(boxes: boxes, withoutStamp: withoutStamp)
    if let seen = memory.lines[request] { return seen }
    var picture = upright
    var shift = Point(x: 0, y: 0)
    if withoutStamp {
      let corners = boxes.flatMap(\.quad.corners)
      let columns = Self.range(corners.map(\.x), within: upright.width)
      let rows = Self.range(corners.map(\.y), within: upright.height)
      guard !columns.isEmpty, !rows.isEmpty else { return [] }
      picture = upright.withoutStamp(columns: columns, rows: rows, isGrayscale: isGrayscale)
      shift = Point(x: Double(columns.lowerBound), y: Double(rows.lowerBound))
    }
    let moved = boxes.map { box in
      var box = box
      box.center = Point(x: box.center.x - shift.x, y: box.center.y - shift.y)
      return box
    }
    do throws(RecognitionError) {
      let lines = try reader.lines(in: picture, boxes: moved)
      let read = zip(lines, boxes).filter { !$0.0.characters.isEmpty }.map(PageLine.init)
      memory.lines[request] = read
      return read
    } catch {
      // The page itself was read; without rereading the value stays as it was.
      return []
    }
  }

  private static func range(_ values: [Double], within count: Int) -> Range<Int> {
    guard let least = values.min(), let most = values.max(), most > 0, least < Double(count) else {
      return 0..<0
    }
    return max(0, Int(least) - 2)..<min(count, Int(most) + 3)
  }

  /// A label's letters, without what stands between and behind them.
  private static func letters(of text: String) -> String {
    SimplifiedForms.applied(to: String(text.filter { !" \u{3000}:：.·".contains($0) }))
  }

  /// The page with labels that the detector passed over; `nil` where there are none.
  ///
  /// Labels spread over single characters (负　责　人) are what it misses. Where a row of the value column has
  /// nothing in the label column, that place is read without detection.
  func completed(_ text: PageText, _ labels: [FoundLabel], _ material: MaterialDefinition)
    -> PageText?
  {
    guard looksForLabels, let reader, let upright else { return nil }
    let missing = Set(material.fields.indices.filter { !material.fields[$0].labels.isEmpty })
      .subtracting(labels.compactMap(\.field))
    guard !missing.isEmpty else { return nil }
    // Beside the second line of a long value there is bare paper as a rule.
    let places = LabelColumn.columns(of: labels, in: text).flatMap { $0.gaps(in: text, labels) }
      .filter { upright.hasPrint(in: $0.box, like: text.lines[$0.value].box) }
    guard !places.isEmpty else { return nil }
    let found: [RecognizedLine]
    do throws(RecognitionError) {
      found = try reader.lines(in: upright, boxes: places.map(\.box))
    } catch {
      return nil
    }
    let names = missing.flatMap { material.fields[$0].labels }
    var lines = text.lines
    var replaced: Set<Int> = []
    for (place, line) in zip(places, found) {
      let word = Self.letters(of: line.text)
      let beside = Self.letters(of: text.characters[place.value].map(\.symbol).joined())
      guard
        names.contains(where: { name in
          !word.isEmpty && name.hasPrefix(word) && beside.hasPrefix(name.dropFirst(word.count))
        })
      else { continue }
      lines.append(PageLine(line: line, box: place.box))
      replaced.formUnion(place.fragments)
    }
    guard lines.count > text.lines.count else { return nil }
    let kept = lines.indices.filter { !replaced.contains($0) }.map { lines[$0] }
    return PageText(lines: kept, level: text.level)
  }
}

extension PixelBuffer {
  /// The whole RGB picture with all channels as its red one, in which red stamps are as bright as paper.
  var inRedLight: PixelBuffer {
    withoutStamp(columns: 0..<width, rows: 0..<height, isGrayscale: false)
  }

  /// A part of an RGB picture with all channels as its red one; of a grey one with its middle tones as paper.
  fileprivate func withoutStamp(columns: Range<Int>, rows: Range<Int>, isGrayscale: Bool)
    -> PixelBuffer
  {
    var part = [UInt8](repeating: 0, count: columns.count * rows.count * 3)
    let tones: [UInt8] = (0...255).map { (tone: Int) -> UInt8 in
      guard isGrayscale else { return UInt8(tone) }
      let stretched: Int = (tone - 60) * 255 / 80
      return UInt8(min(255, max(0, stretched)))
    }
    var next = 0
    for y in rows {
      var from = (y * width + columns.lowerBound) * 3
      for _ in columns {
        let tone = tones[Int(samples[from])]
        part[next] = tone
        part[next + 1] = tone
        part[next + 2] = tone
        next += 3
        from += 3
      }
    }
    return PixelBuffer(width: columns.count, height: rows.count, channels: 3, samples: part)
  }
}
