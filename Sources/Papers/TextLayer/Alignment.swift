/// Two rows of symbols laid side by side with the fewest differences (Levenshtein).
struct Alignment {
  /// A place where the rows differ; indices into the first and the second row.
  enum Difference: Equatable {
    case changed(Int, Int)
    /// In the first row alone.
    case missing(Int)
    /// In the second row alone.
    case added(Int)
  }

  /// In order.
  let differences: [Difference]

  init(_ first: [String], _ second: [String]) {
    let width = second.count + 1
    var costs = [Int](repeating: 0, count: (first.count + 1) * width)
    for row in 0...first.count { costs[row * width] = row }
    for column in 0...second.count { costs[column] = column }
    for (row, left) in first.enumerated() {
      for (column, right) in second.enumerated() {
        let at = (row + 1) * width + column + 1
        costs[at] = min(
          costs[at - width - 1] + (left == right ? 0 : 1), costs[at - width] + 1, costs[at - 1] + 1)
      }
    }
    var found: [Difference] = []
    var row = first.count
    var column = second.count
    while row > 0 || column > 0 {
      let cost = costs[row * width + column]
      if row > 0, column > 0 {
        let isEqual = first[row - 1] == second[column - 1]
        if cost == costs[(row - 1) * width + column - 1] + (isEqual ? 0 : 1) {
          row -= 1
          column -= 1
          if !isEqual { found.append(.changed(row, column)) }
          continue
        }
      }
      if row > 0, cost == costs[(row - 1) * width + column] + 1 {
        row -= 1
        found.append(.missing(row))
      } else {
        column -= 1
        found.append(.added(column))
      }
    }
    differences = found.reversed()
  }
}
