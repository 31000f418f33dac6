internal import Native

/// A TrueType font of a few letters, as writers of OFDs put it in: its codes mean nothing outside it.
///
/// Letter number n of the list has the glyph n + 1 and the code U+E000 + n.
struct SubsetFont {
  let bytes: [UInt8]
  private let letters: [Unicode.Scalar]

  private static let firstCode = 0xE000
  /// Units of the em.
  private static let em = 1000.0
  /// Lines that a curve becomes.
  private static let chords = 5

  /// - Parameter letters: at most the private area's.
  init(of letters: [Unicode.Scalar], from family: String) throws {
    guard let place = SystemFonts.place(of: [family], isBold: false) else {
      throw DrawingError.missingFamily(family)
    }
    let font = try OutlineFont(path: place.path, index: place.index)
    var glyphs: [[UInt8]] = [[]]
    for letter in letters {
      guard let glyph = font.glyph(for: letter), let outline = font.outline(of: glyph) else {
        throw DrawingError.missingGlyphs(family: family, text: String(letter))
      }
      glyphs.append(Self.glyph(outline))
    }
    self.letters = letters
    bytes = Self.file(glyphs)
  }

  /// The letters as codes of the font.
  func codes(of text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { letter in
          letters.firstIndex(of: letter).flatMap { Unicode.Scalar(UInt32(Self.firstCode + $0)) }
        }))
  }

  /// The numbers of their glyphs.
  func glyphs(of text: String) -> [Int] {
    text.unicodeScalars.compactMap { letter in letters.firstIndex(of: letter).map { $0 + 1 } }
  }

  // MARK: Tables (ISO/IEC 14496-22)

  private static func file(_ glyphs: [[UInt8]]) -> [UInt8] {
    var outlines: [UInt8] = []
    var places: [UInt8] = []
    for glyph in glyphs {
      places += big(outlines.count, 4)
      outlines += glyph
    }
    places += big(outlines.count, 4)
    let count = glyphs.count
    let head =
      big(0x10000, 4) + big(0x10000, 4) + big(0, 4) + big(0x5F0F_3CF5, 4) + big(0, 2)
      + big(Int(em), 2) + big(0, 16) + big(-200, 2) + big(-300, 2) + big(1200, 2) + big(1100, 2)
      + big(0, 2) + big(8, 2) + big(2, 2) + big(1, 2) + big(0, 2)
    let lines =
      big(0x10000, 4) + big(880, 2) + big(-120, 2) + big(0, 2) + big(Int(em), 2) + big(0, 20)
      + big(0, 2) + big(1, 2)
    let most = big(0x10000, 4) + big(count, 2) + big(0, 26)
    let tables: [(name: String, bytes: [UInt8])] = [
      ("cmap", codes(count - 1)), ("glyf", outlines), ("head", head), ("hhea", lines),
      ("hmtx", big(Int(em), 2) + big(0, 2) + big(0, 2 * (count - 1))), ("loca", places),
      ("maxp", most),
    ]
    var directory = big(0x10000, 4) + big(tables.count, 2) + big(64, 2) + big(2, 2) + big(48, 2)
    var body: [UInt8] = []
    let start = 12 + 16 * tables.count
    for table in tables {
      directory +=
        Array(table.name.utf8) + big(0, 4) + big(start + body.count, 4) + big(table.bytes.count, 4)
      body += table.bytes + [UInt8](repeating: 0, count: (4 - table.bytes.count % 4) % 4)
    }
    return directory + body
  }

  /// One segment of codes, and the one that ends the table.
  private static func codes(_ count: Int) -> [UInt8] {
    let format =
      big(4, 2) + big(32, 2) + big(0, 2) + big(4, 2) + big(4, 2) + big(1, 2) + big(0, 2)
      + big(firstCode + count - 1, 2) + big(0xFFFF, 2) + big(0, 2) + big(firstCode, 2)
      + big(0xFFFF, 2) + big(1 - firstCode, 2) + big(1, 2) + big(0, 4)
    return big(0, 2) + big(1, 2) + big(3, 2) + big(1, 2) + big(12, 4) + format
  }

  private static func glyph(_ outline: [PathStep]) -> [UInt8] {
    let contours = contours(of: outline)
    let points = contours.joined()
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let low = points.map(\.y).min(), let high = points.map(\.y).max()
    else { return [] }
    var bytes =
      big(contours.count, 2) + big(left, 2) + big(low, 2) + big(right, 2) + big(high, 2)
    var last = -1
    for contour in contours {
      last += contour.count
      bytes += big(last, 2)
    }
    bytes += big(0, 2) + [UInt8](repeating: 1, count: points.count)
    for axis in [\(x: Int, y: Int).x, \(x: Int, y: Int).y] {
      var before = 0
      for point in points {
        bytes += big(point[keyPath: axis] - before, 2)
        before = point[keyPath: axis]
      }
    }
    return bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }

  /// The outline as polygons, y up.
  private static func contours(of outline: [PathStep]) -> [[(x: Int, y: Int)]] {
    var contours: [[(x: Int, y: Int)]] = []
    var pen = (x: 0.0, y: 0.0)
    func add(_ x: Double, _ y: Double) {
      let point = (x: Int((x * em).rounded()), y: Int((-y * em).rounded()))
      if let last = contours.last?.last, last == point { return }
      contours[contours.count - 1].append(point)
    }
    for step in outline {
      switch step {
      case .move(let x, let y):
        contours.append([])
        add(x, y)
      case .line(let x, let y): add(x, y)
      case .curve(let x1, let y1, let x2, let y2, let x, let y):
        for chord in 1...chords {
          let t = Double(chord) / Double(chords)
          let (a, b, c, d) = (
            (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t
          )
          add(a * pen.x + b * x1 + c * x2 + d * x, a * pen.y + b * y1 + c * y2 + d * y)
        }
      case .close: break
      }
      if let end = step.end { pen = end }
    }
    return contours.filter { $0.count > 2 }
  }
}
