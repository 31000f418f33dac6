package import CEL

/// What a name stands for.
package enum NameKind: String, Sendable, CaseIterable {
  case fact, parameter, lookup
  /// Written `table.column`.
  case column
  case normalizer, verb, function, rule
  /// A rule id with `*` in it.
  case rulePattern
  case pack, source, material, profile, channel
}

/// A name at a place of a file.
package struct NameOccurrence: Hashable, Sendable {
  package let kind: NameKind
  /// The name by itself: `margin` of `params.margin`; of facts and columns the whole path.
  package let name: String
  /// Where it is written, without its prefix and without quotes.
  package let range: SourceRange
  /// Whether the file says here what the name stands for.
  package let isDefinition: Bool
  /// Of a path below a rule's `for_each`: the variable that it begins with.
  package let variable: String?

  package init(
    _ kind: NameKind, _ name: String, _ range: SourceRange, isDefinition: Bool = false,
    variable: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.range = range
    self.isDefinition = isDefinition
    self.variable = variable
  }
}
