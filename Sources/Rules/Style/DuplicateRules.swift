internal import Model
internal import Schema

/// Rules that ask the same under two ids.
struct DuplicateRules {
  let packs: [Pack]

  func diagnostics() -> [Diagnostic] {
    var first: [String: Rule] = [:]
    var found: [Diagnostic] = []
    for rule in packs.flatMap(\.rules) {
      let what = [
        rule.condition?.expression.source, rule.check.expression.source,
        rule.iteration?.kind.rawValue, rule.materials.map(\.rawValue).sorted().joined(),
      ].map { $0 ?? "—" }.joined(separator: "\n")
      guard let other = first[what] else {
        first[what] = rule
        continue
      }
      found.append(
        rule.location.diagnostic(
          "duplicate-rule", level: .warning, "\(rule.id) 与 \(other.id) 所问相同",
          "\(rule.id) asks the same as \(other.id)"))
    }
    return found
  }
}
