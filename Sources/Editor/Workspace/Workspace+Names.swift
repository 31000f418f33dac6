package import Model
package import Rules

extension Workspace {
  /// Returns a rule of the rules as they last loaded, with its pack.
  package func rule(_ id: String) -> (rule: Rule, pack: Pack)? {
    guard let library else { return nil }
    for pack in library.packs {
      if let rule = pack.rules.first(where: { $0.id == id }) { return (rule, pack) }
    }
    return nil
  }

  /// Returns what the manual says of a fact.
  package func fact(_ key: String) -> FactDocument? {
    vocabulary?.facts.first { $0.key == key }
  }

  /// Returns the rules that an id with `*` in it means.
  package func rules(matching pattern: String) -> [Rule] {
    let pattern = RulePattern(text: pattern)
    // allowed: no rules loaded
    return library.map { $0.packs.flatMap(\.rules).filter { pattern.matches($0.id) } } ?? []
  }
}
