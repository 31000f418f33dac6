internal import Native

/// How one paper differs from a neat one; a neat one has none of these.
struct PaperTraits {
  /// The printed 年 月 日 that the day of issue is typed beside.
  var foot: PrintedDateLine?
  /// How the address is broken before a tail of a few letters.
  var tail: TightTail?
  /// How much lower than its label a value stands, in rows; below 0 it stands higher.
  var valueDrop = 0.0
  /// Whether it shares its sheet with other papers, which must not be painted over.
  var isOneOfSeveral = false
  /// Rows that the form does not have.
  var omitted: Set<License.Field> = []
  /// Drawn on the bare paper, before anything else.
  var ground: [any PaperLayer] = []
  /// Drawn over everything else.
  var layers: [any PaperLayer] = []
}

/// Something drawn over or under a license.
protocol PaperLayer {
  /// - Parameter places: Where the parts of the license lie that are already drawn.
  func draw(
    on canvas: Canvas, _ layout: LicenseLayout, _ places: [PaperPart: SheetBox]
  ) throws(DrawingError)
}
