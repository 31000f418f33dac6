internal import Foundation
internal import Model

/// What came of looking for values on lines, true and false ones.
package struct HypothesisTable {
  struct Row {
    let file: String
    let quality: Quality
    let key: String
    let confidence: Double
    let isReadRight: Bool
    let change: FalseValues.Change
    let tried: String
    let test: HypothesisTest
  }

  var rows: [Row] = []

  /// The table as the terminal shows it: agree, unclear, contradict in per cent, of all lines and of the doubtful ones alone.
  package var text: String {
    let doubtful = rows.filter { $0.confidence < FactScore.threshold }
    return
      (Self.lines("all values with a line", rows)
      + Self.lines("values read with confidence below 0.85", doubtful)).joined(separator: "\n")
  }

  private static func lines(_ title: String, _ rows: [Row]) -> [String] {
    var lines = [row(title, ["tried", "agree %", "unclear %", "contradict %"])]
    for quality in Quality.allCases {
      for change in FalseValues.Change.allCases {
        let group = rows.filter { $0.quality == quality && $0.change == change }
        guard !group.isEmpty else { continue }
        lines.append(row("  \(quality.rawValue), \(change.rawValue)", cells(group)))
      }
    }
    for isTrue in [true, false] {
      let group = rows.filter { ($0.change == .none) == isTrue }
      lines.append(row("  all, \(isTrue ? "true" : "false") values", cells(group)))
    }
    return lines + [""]
  }

  private static func cells(_ rows: [Row]) -> [String] {
    [String(rows.count)]
      + [HypothesisTest.Outcome.agree, .unclear, .contradict].map { outcome in
        let count = rows.count { $0.test.outcome == outcome }
        return String(format: "%.2f", 100 * share(count, of: rows.count))
      }
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    tableRow(name, cells, widths: (44, 14))
  }

  /// The list has each trial on a line, with tabs between.
  package var list: String {
    rows.map { row in
      [
        row.file, row.quality.rawValue, row.key, String(row.confidence),
        row.isReadRight ? "right" : "wrong", row.change.rawValue, row.tried,
        row.test.outcome.rawValue, row.test.method.rawValue, String(row.test.score),
        row.test.wanted ?? "-", row.test.seen ?? "-",
      ].joined(separator: "\t") + "\n"
    }.joined()
  }
}
