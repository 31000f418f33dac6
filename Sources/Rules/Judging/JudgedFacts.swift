internal import Model

/// What all rules judge of one submission: one reference, where each of hundreds of judges would copy the tables.
final class JudgedFacts: Sendable {
  let set: FactSet
  let catalogue: FactCatalogue
  /// The kinds of which there is a document; every rule asks for some.
  let kinds: Set<MaterialKind>

  init(_ set: FactSet, _ catalogue: FactCatalogue) {
    self.set = set
    self.catalogue = catalogue
    kinds = set.kinds
  }
}
