internal import Model

/// Pixels of a probability map that touch one another and are text.
struct TextRegion {
  /// From top to bottom.
  let runs: [PixelRuns.Run]

  /// The end points of the runs, enough for the hull.
  var ends: [Point] {
    runs.flatMap { run in
      [
        Point(x: Double(run.start), y: Double(run.row)),
        Point(x: Double(run.end - 1), y: Double(run.row)),
      ]
    }
  }

  /// The two parts on either side of where the region is thinnest, and among such places of where it steps up or
  /// down most; `nil` for one too short to have a middle.
  ///
  /// A label and its value that stand at unequal heights are one region with a step in it, half of whose rectangle
  /// is paper.
  func cutAtNeck() -> (left: TextRegion, right: TextRegion)? {
    guard let start = runs.map(\.start).min(), let end = runs.map(\.end).max() else { return nil }
    var thickness = [Int](repeating: 0, count: end - start)
    var rows = thickness
    for run in runs {
      for column in (run.start - start)..<(run.end - start) {
        thickness[column] += 1
        rows[column] += run.row
      }
    }
    let usual = thickness.sorted()[thickness.count / 2]
    func height(_ columns: Range<Int>) -> Double {
      let pixels = columns.reduce(0) { $0 + thickness[$1] }
      return Double(columns.reduce(0) { $0 + rows[$1] }) / Double(max(1, pixels))
    }
    // Ends are round, and so thin.
    let inner = thickness.indices.dropFirst(usual).dropLast(usual)
    let neck = inner.map { column in
      let step = height((column - usual)..<column) - height(column..<(column + usual))
      return (column: column, width: thickness[column], step: abs(step))
    }.min { ($0.width, -$0.step) < ($1.width, -$1.step) }
    guard let neck else { return nil }
    return (part(from: start, to: start + neck.column), part(from: start + neck.column, to: end))
  }

  private func part(from start: Int, to end: Int) -> TextRegion {
    TextRegion(
      runs: runs.compactMap { run in
        let cut = PixelRuns.Run(row: run.row, start: max(run.start, start), end: min(run.end, end))
        return cut.start < cut.end ? cut : nil
      })
  }
}
