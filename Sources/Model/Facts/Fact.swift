/// A typed statement with where it came from and how sure it is.
package struct Fact: Hashable, Sendable {
  /// The key names the fact: `license.name`.
  package var key: String
  package var value: Value
  /// The probability that `value` is exactly right, 0 to 1, rounded to 3 decimals.
  package var confidence: Double { didSet { confidence = Self.rounded(confidence) } }
  package var evidence: [Evidence]

  package init(key: String, value: Value, confidence: Double, evidence: [Evidence]) {
    self.key = key
    self.value = value
    self.confidence = Self.rounded(confidence)
    self.evidence = evidence
  }

  private static func rounded(_ confidence: Double) -> Double {
    (min(1, max(0, confidence)) * 1000).rounded() / 1000
  }

  package init(
    _ declaration: FactDeclaration, _ value: Value, confidence: Double = 1, evidence: [Evidence]
  ) {
    self.init(key: declaration.key, value: value, confidence: confidence, evidence: evidence)
  }

  /// Makes a fact under a typed key; a value of another type does not compile.
  package init<Content>(
    _ key: FactKey<Content>, _ content: Content, confidence: Double = 1, evidence: [Evidence]
  ) {
    self.init(
      key: key.name, value: content.factValue, confidence: confidence, evidence: evidence)
  }
}

/// What is known of a fact.
///
/// All but ``known`` are unknown to rules.
package enum FactState: String, Sendable {
  case known
  /// Read with a confidence below the pack's `min_confidence`.
  case doubtful
  /// Two documents or copies say different things.
  case conflicting
  /// The document is there, the field was not read.
  case unread
  /// No document of the kind that carries the field.
  case noDocument = "no_document"
}
