/// Where pale and dark ink part.
enum InkBound {
  /// The darkness of the palest dark line; `nil` where all are of one kind.
  ///
  /// Otsu's threshold: the cut that makes the two parts differ most, weighed by how many lines each has.
  ///
  /// - Parameter fewestDark: how many dark lines there are at least.
  static func between(_ values: [Double], fewestDark: Int) -> Double? {
    let sorted = values.sorted()
    guard sorted.count >= fewestPale + fewestDark else { return nil }
    let sums = [0] + sorted.indices.map { sorted[...$0].reduce(0, +) }
    func means(_ cut: Int) -> (pale: Double, dark: Double) {
      (
        sums[cut] / Double(cut),
        (sums[sorted.count] - sums[cut]) / Double(sorted.count - cut)
      )
    }
    let best = (fewestPale...(sorted.count - fewestDark)).max { one, other in
      func spread(_ cut: Int) -> Double {
        let step = means(cut).dark - means(cut).pale
        return Double(cut * (sorted.count - cut)) * step * step
      }
      return spread(one) < spread(other)
    }
    guard let best, means(best).dark >= leastRatio * means(best).pale else { return nil }
    return sorted[best]
  }

  private static let fewestPale = 3
  /// Between the means of both kinds.
  private static let leastRatio = 1.5
}
