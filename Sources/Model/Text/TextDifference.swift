/// Which characters of two texts have no counterpart in the other.
package struct TextDifference {
  /// Whether each character of the first text differs, and of the second.
  package let left: [Bool]
  package let right: [Bool]

  /// Whether the texts are variants of one value: no more than a third of the longer one differs.
  package var areVariants: Bool {
    let count = max(left.count(where: \.self), right.count(where: \.self))
    return count * 3 <= max(left.count, right.count)
  }

  /// Compares scalar by scalar: `é` differs from `e` with an accent, as a machine would see it.
  package init(_ left: String, _ right: String) {
    let first = left.map { Array($0.unicodeScalars) }
    let second = right.map { Array($0.unicodeScalars) }
    if first.count == second.count {
      let flags = zip(first, second).map { $0 != $1 }
      // A misread character stands in the place of the right one; only a shift needs an alignment.
      if flags.count(where: \.self) * 2 <= flags.count {
        (self.left, self.right) = (flags, flags)
        return
      }
    }
    (self.left, self.right) = Self.aligned(first, second)
  }

  /// Marks what is outside a longest common subsequence; beyond a size, outside the common prefix and suffix.
  private static func aligned(
    _ left: [[Unicode.Scalar]], _ right: [[Unicode.Scalar]]
  ) -> ([Bool], [Bool]) {
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    let suffix = zip(left.dropFirst(prefix).reversed(), right.dropFirst(prefix).reversed())
      .prefix { $0 == $1 }.count
    var leftFlags = [Bool](repeating: false, count: left.count)
    var rightFlags = [Bool](repeating: false, count: right.count)
    let rows = Array(left[prefix..<(left.count - suffix)])
    let columns = Array(right[prefix..<(right.count - suffix)])
    for index in rows.indices { leftFlags[prefix + index] = true }
    for index in columns.indices { rightFlags[prefix + index] = true }
    guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= 1_000_000 else {
      return (leftFlags, rightFlags)
    }

    // lengths[row][column]: of the longest common subsequence of what follows.
    let width = columns.count + 1
    var lengths = [Int](repeating: 0, count: (rows.count + 1) * width)
    for row in rows.indices.reversed() {
      for column in columns.indices.reversed() {
        lengths[row * width + column] =
          rows[row] == columns[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows.count, column < columns.count {
      if rows[row] == columns[column] {
        leftFlags[prefix + row] = false
        rightFlags[prefix + column] = false
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return (leftFlags, rightFlags)
  }
}
