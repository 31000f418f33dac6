/// A range of versions such as `>=1.4 <2`.
struct VersionRange: Sendable {
  private struct Bound: Sendable {
    let sign: String
    let version: [Int]
  }

  private let bounds: [Bound]

  /// `nil` where the text is no list of a sign (`>= > <= < =`) and numbers parted by dots.
  init?(_ text: String) {
    var bounds: [Bound] = []
    for term in text.split(separator: " ") {
      guard let sign = [">=", "<=", ">", "<", "="].first(where: { term.hasPrefix($0) }),
        let version = Self.numbers(String(term.dropFirst(sign.count)))
      else { return nil }
      bounds.append(Bound(sign: sign, version: version))
    }
    guard !bounds.isEmpty else { return nil }
    self.bounds = bounds
  }

  func contains(_ version: String) -> Bool {
    guard let version = Self.numbers(version) else { return false }
    return bounds.allSatisfy { bound in
      let order = Self.order(version, bound.version)
      return switch bound.sign {
      case ">=": order >= 0
      case "<=": order <= 0
      case ">": order > 0
      case "<": order < 0
      default: order == 0
      }
    }
  }

  /// `1.4.0` as numbers; `nil` for anything else.
  static func numbers(_ text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
  }

  // Missing parts are zero: 2 is 2.0.0.
  private static func order(_ left: [Int], _ right: [Int]) -> Int {
    for index in 0..<max(left.count, right.count) {
      let first = left.indices.contains(index) ? left[index] : 0
      let second = right.indices.contains(index) ? right[index] : 0
      if first != second { return first < second ? -1 : 1 }
    }
    return 0
  }
}
