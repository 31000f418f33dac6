/// Who states a fact, which the first part of its key says.
package enum FactOrigin: String, Sendable {
  /// The company, in its declaration: a key of `rules/declared.yaml`.
  case declared
  /// The run: `run.as_of`.
  case run
  /// All that was handed in for one company: `submission.materials`.
  case submission
  /// All submissions of a run together.
  case batch
  /// A document or a file, or what was computed of them: every other key.
  case material

  package init(ofKey key: String) {
    let origin = key.firstIndex(of: ".").flatMap { Self(rawValue: String(key[..<$0])) }
    self = origin ?? .material
  }

  /// Returns the key of what stands in a declaration under a path such as `company.name`.
  package static func declaredKey(_ path: String) -> String { declared.rawValue + "." + path }
}

extension FactDeclaration {
  package var origin: FactOrigin { FactOrigin(ofKey: key) }
}

extension ResolvedFact {
  package var origin: FactOrigin { FactOrigin(ofKey: key) }
}
