internal import Foundation

/// How exactly the hierarchies of drawn charts were read, by format.
package struct ChartMeasurement {
  private var comparisons: [ChartFormat: ChartComparison] = [:]

  /// Has the charts of a folder read.
  package init(
    _ truth: ChartMaker.Truth, in folder: OutputFolder, readBy program: MeasuredProgram
  ) throws {
    let trees = try program.trees(truth.files.map { folder.path(of: $0.file) })
    let read = Dictionary(trees.map { ($0.file, $0.nodes) }) { $1 }
    for file in truth.files {
      comparisons[file.format, default: ChartComparison()]
        .add(file.tree, file: file.file, read[folder.path(of: file.file)])
    }
  }

  /// One line a chart that was not read exactly.
  package var mistakes: [String] {
    ChartFormat.allCases.flatMap { comparisons[$0]?.mistakes ?? [] }
  }

  /// The table for the terminal.
  package var text: String {
    let rows = ChartFormat.allCases.compactMap { format in
      comparisons[format].map { result in
        format.rawValue.padding(toLength: 17, withPad: " ", startingAt: 0)
          + String(
            format: "%6d %6d  %.4f   %.4f   %d", result.trees, result.exactTrees,
            share(result.rightNodes, of: result.nodes), share(result.rightLinks, of: result.links),
            result.wrongLinks)
      }
    }
    return (["format            trees  exact   nodes    links    wrong links"] + rows)
      .joined(separator: "\n")
  }
}
