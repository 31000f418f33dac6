internal import Glibc
internal import Model
internal import Native
internal import Recognition

/// Parts of a page picture that are read once more, where the first reading left a hole.
struct Rereading {
  private var reader: PageReader?
  private var upright: PixelBuffer?
  private var isGrayscale = true
  private var looksForLabels = true
  private let memory = Memory()

  /// What was looked at: a form whose doubtful lines are read again asks for the rest a second time.
  private final class Memory {
    var parts: [[Int]: PageText] = [:]
    package var lines: [LinesRequest: [PageLine]] = [:]
  }

  private struct LinesRequest: Hashable {
    let boxes: [TextBox]
    let withoutStamp: Bool
  }

  /// For text layers, where there is nothing more to see.
  static var none: Rereading { Rereading() }

  private init() {}

  init(reader: PageReader, upright: PixelBuffer, isGrayscale: Bool) {
    self.reader = reader
    self.upright = upright
    self.isGrayscale = isGrayscale
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

  /// The foot of a paper is searched at this size, at which its letters are some 30 pixels high.
  private static let footSide = 736
  /// In letters: 二〇一九年十二月二十五日 has twelve, spread ones stand apart.
  private static let longestDate = 22.0

  /// A part of the page searched for itself, in its red channel alone, where red stamps are as bright as paper.
  ///
  /// On a grey page stamps are lighter than print: what is not dark counts as paper there.
  ///
  /// - Parameter box: on the page; `nil` for the lower right of it.
  func enlarged(_ box: TextBox?, _ level: PageLevel) -> PageText {
    let empty = PageText(lines: [], level: level)
    guard let reader, let upright else { return empty }
    let size = Point(x: Double(upright.width), y: Double(upright.height))
    // allowed: no anchor
    let corners = box?.quad.corners ?? [Point(x: 0.3 * size.x, y: 0.5 * size.y), size]
    let columns = Self.range(corners.map(\.x), within: upright.width)
    let rows = Self.range(corners.map(\.y), within: upright.height)
    guard columns.count > 16, rows.count > 16 else { return empty }
    let key = [columns.lowerBound, columns.upperBound, rows.lowerBound, rows.upperBound]
    if let seen = memory.parts[key] { return seen }
    let part = upright.withoutStamp(columns: columns, rows: rows, isGrayscale: isGrayscale)
    do throws(RecognitionError) {
      let lines = try reader.linesAsTheyStand(in: part, longSide: Self.footSide) { box in
        box.width < Self.longestDate * box.height
      }.map { line in
        var line = line
        line.box.center.x += Double(columns.lowerBound)
        line.box.center.y += Double(rows.lowerBound)
        return line
      }
      let text = PageText(lines: lines.filter { abs($0.box.angle) < 0.35 }, level: level)
      memory.parts[key] = text
      return text
    } catch {
      // The page itself was read; without rereading the value stays as it was.
      return empty
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

  /// The clusters of dark print in a level strip, each read for itself: digits that stand far apart.
  func clusters(in strip: TextBox, _ level: PageLevel) -> PageText {
    let none = PageText(lines: [], level: level)
    guard let upright else { return none }
    let columns = Self.range(strip.quad.corners.map(\.x), within: upright.width)
    let rows = Self.range(strip.quad.corners.map(\.y), within: upright.height)
    guard columns.count > 8, rows.count > 4, abs(strip.angle) < 0.1 else { return none }
    let part = upright.withoutStamp(columns: columns, rows: rows, isGrayscale: isGrayscale)
    let boxes = InkClusters(part, letter: strip.height).columns.map { cluster in
      let middle = Double(cluster.lowerBound + cluster.upperBound) / 2 + Double(columns.lowerBound)
      var box = strip
      // Along the strip's own slope.
      box.center = Point(
        x: middle, y: strip.center.y + (middle - strip.center.x) * tan(strip.angle))
      box.width = Double(cluster.count) + 0.5 * strip.height
      return box
    }
    guard (3...9).contains(boxes.count) else { return none }
    return PageText(lines: lines(at: boxes, withoutStamp: true), level: level)
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
