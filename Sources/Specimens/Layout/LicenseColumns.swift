internal import Native

extension LicenseDrawing {
  /// Long texts are set smaller, down to this share of the usual size.
  static let smallestShare = 0.86
  private static let shares = [1.0, 0.95, 0.9, smallestShare]

  /// A label with its value.
  private struct Row {
    let field: License.Field
    let label: String
    let text: String
  }

  /// Draws a column's rows at the largest size that fits.
  mutating func draw(_ column: LicenseLayout.Column) throws(DrawingError) {
    let rows = self.rows(column)
    var chosen = Self.smallestShare
    for share in Self.shares {
      var height = layout.top + abs(valueDrop(share))
      for row in rows { height += try self.height(row, column, share) }
      if height <= layout.bottom {
        chosen = share
        break
      }
    }
    var y = layout.top
    for row in rows {
      let nameStyle = label(layout.labelSize)
      try canvas.writeSpread(
        row.label + layout.labelSuffix, x: column.x, y: y, width: layout.labelWidth, nameStyle)
      let (start, room) = try valueRoom(row, column)
      let (text, style, lift) = try setting(row, room, chosen)
      // Baselines of label and value meet although the sizes differ.
      let drop = (layout.labelSize - style.size) * 0.9 - style.size * 0.1
      places[.row(row.field)] = try write(
        text, x: start, y: y + drop - lift + valueDrop(chosen), width: room, style)
      y += try height(row, column, chosen)
    }
  }

  private func rows(_ column: LicenseLayout.Column) -> [Row] {
    let fields = column.fields.flatMap { $0 == .capital ? [.capital, .paidIn] : [$0] }
    return fields.compactMap { field in
      guard !look.traits.omitted.contains(field), let label = license.label(field),
        let text = license.text(field)
      else { return nil }
      return Row(field: field, label: label, text: text)
    }
  }

  /// By how much values stand lower than their labels.
  private func valueDrop(_ share: Double) -> Double {
    look.traits.valueDrop * share * (layout.valueSize * 1.42 + layout.rowGap)
  }

  /// Where a value starts and its room: a label that is longer than its own room pushes it to the right.
  private func valueRoom(
    _ row: Row, _ column: LicenseLayout.Column
  ) throws(DrawingError) -> (start: Double, room: Double) {
    let width = try canvas.measure(row.label + layout.labelSuffix, label(layout.labelSize)).width
    let start = max(column.valueX, column.x + width + layout.labelSize * 0.5)
    return (start, column.valueWidth - (start - column.valueX))
  }

  /// How a value is set, and by how much it is lifted above its label's line.
  private func setting(
    _ row: Row, _ room: Double, _ share: Double
  ) throws(DrawingError) -> (text: String, style: TextStyle, lift: Double) {
    let style = value(layout.valueSize * share)
    guard row.field == .address, let tail = look.traits.tail else { return (row.text, style, 0) }
    return try tail.set(row.text, room, style, on: canvas)
  }

  private func height(
    _ row: Row, _ column: LicenseLayout.Column, _ share: Double
  ) throws(DrawingError) -> Double {
    let (_, room) = try valueRoom(row, column)
    let (text, style, lift) = try setting(row, room, share)
    let extent = try canvas.measure(text, width: room, style)
    if row.field == .address, let tail = look.traits.tail {
      // The next row has letters of the usual size, however small the address is set.
      let next = layout.valueSize * share * tail.leading * tail.next
      return style.size * style.leading * Double(extent.lines - 1) + next - lift
    }
    return extent.height + layout.rowGap * share
  }
}
