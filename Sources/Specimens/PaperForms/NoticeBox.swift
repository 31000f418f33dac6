internal import Native

/// A box of notices on the license itself.
struct NoticeBox: PaperLayer {
  enum Position {
    /// Under the rows of the first column, where other licenses have their scope.
    case underRows
    /// Left of the words 登记机关.
    case besideFoot
  }

  let notices: Notices
  let position: Position
  let size: Double
  let family: String
  let hasFrame: Bool

  func draw(
    on canvas: Canvas, _ layout: LicenseLayout, _ places: [PaperPart: SheetBox]
  ) throws(DrawingError) {
    let box = box(layout, places)
    let height = try notices.draw(in: box, size: size, family: family, on: canvas)
    guard hasFrame else { return }
    canvas.strokeRectangle(
      x: box.x - 14, y: box.y - 12, width: box.width + 28, height: height + 24, line: 2,
      Ink(0.3, 0.25, 0.2))
  }

  private func box(_ layout: LicenseLayout, _ places: [PaperPart: SheetBox]) -> SheetBox {
    switch position {
    case .underRows:
      let column = layout.columns[0]
      let bottoms = column.fields.compactMap { places[.row($0)]?.bottom }
      let top = bottoms.reduce(layout.top, max) + layout.rowGap * 1.6
      let height = max(120, layout.authority.y - 40 - top)
      return SheetBox(
        x: column.x, y: top, width: column.valueX + column.valueWidth - column.x,
        height: min(height, 380))
    case .besideFoot:
      let left = layout.footer.x + 30
      let top = layout.authority.y - 10
      return SheetBox(
        x: left, y: top, width: layout.authority.x - 60 - left,
        height: layout.footer.y - 72 - top)
    }
  }
}
