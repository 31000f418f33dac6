internal import Model
internal import Recognition

/// How large a page is drawn to see the boxes and lines of a chart on it.
enum ChartPictureSize {
  /// Pixels that the height of a letter should have: thinner frames run into each other.
  private static let letter = 14.0
  /// A chart that matters names as many companies and departments.
  private static let fewest = 3

  /// Whether enough lines name departments for the page to be a chart.
  static func mayBeChart(_ lines: [PageLine]) -> Bool { named(lines).count >= fewest }

  private static func named(_ lines: [PageLine]) -> [PageLine] {
    lines.filter { line in
      switch OrganizationWords.kind(of: line.line.text) {
      case .company, .department: true
      case .position, .person, nil: false
      }
    }
  }

  /// The long side in pixels for a page whose letters would be too small on one with `side`.
  ///
  /// - Parameters:
  ///   - lines: in points.
  ///   - width: of the page, in points; likewise `height`.
  /// - Returns: `nil` where `side` will do, or where too few lines name departments for it to matter.
  static func longSide(
    for lines: [PageLine], width: Double, height: Double, beyond side: Int
  ) -> Int? {
    let named = named(lines)
    guard named.count >= fewest else { return nil }
    return DrawnPageSize(width: width, height: height)
      .longSide(for: named, letter: letter, beyond: side)
  }
}

/// How large a page is drawn to read the lines again that OCR read otherwise than its text layer.
enum CheckPictureSize {
  /// Pixels of a letter's width at which the recognizer errs no more than on larger ones.
  private static let letter = 24.0

  /// The long side in pixels; `nil` where `side` will do, or for no lines.
  ///
  /// - Parameters:
  ///   - lines: in points.
  ///   - width: of the page, in points; likewise `height`.
  static func longSide(
    for lines: [PageLine], width: Double, height: Double, beyond side: Int
  ) -> Int? {
    DrawnPageSize(width: width, height: height).longSide(for: lines, letter: letter, beyond: side)
  }
}

/// A page in points, to be drawn so that its letters are large enough.
private struct DrawnPageSize {
  let width: Double
  package let height: Double

  /// Pixels of the picture: their sum must fit 32 bits, and each takes twenty bytes on the way.
  private static let limit = 8_000_000.0

  /// - Parameter letter: pixels that a letter of the middle line should be wide.
  func longSide(for lines: [PageLine], letter: Double, beyond side: Int) -> Int? {
    let sizes = lines.map { $0.box.width / Double($0.line.text.count) }.sorted()
    guard !sizes.isEmpty else { return nil }
    let long = max(width, height)
    let wanted = letter / sizes[sizes.count / 2] * long
    let largest = (Self.limit / (width * height)).squareRoot() * long
    let chosen = min(wanted, largest)
    guard chosen.isFinite, chosen > Double(side) * 1.1 else { return nil }
    return Int(chosen)
  }
}
