internal import CEL
package import Model

/// One rule file: rules with the settings they share.
package struct Pack: Sendable {
  package let id: String
  package let version: String
  package let title: LocalizedText
  package let owner: String?
  package let defaultLocale: ReportLocale
  /// The channels it is for; empty where it is only asked for by name or by another pack.
  package let channels: [String]
  /// Facts below it are doubtful.
  package let minimumConfidence: Double
  /// Whether failures of error rules may be waived.
  package let isWaivable: Bool
  package let rules: [Rule]

  /// As given to the loader.
  let path: String
  let parents: [Parent]
  let overrides: [Override]
  /// Named sets of overrides, beside the `default` one, which changes nothing.
  let profiles: [String: [Override]]
  let parameters: [String: Parameter]
  let lookups: [String: Lookup]
  /// The built-in profiles and the pack's own chains.
  let normalizers: [String: TextNormalization]
  let functions: FunctionLibrary

  /// A pack whose rules this one takes over.
  struct Parent: Sendable {
    let id: String
    let versions: VersionRange?
    let diagnostic: Diagnostic
  }

  static let defaultProfile = "default"
}

/// A change to a rule of this pack or of a parent.
struct Override: Sendable {
  let rule: String
  let severity: Severity?
  let isEnabled: Bool
  /// Switches reading by hypothesis off or on again; `nil` leaves it.
  let isExact: Bool?
  /// What to say where there is no such rule.
  let diagnostic: Diagnostic
}

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
