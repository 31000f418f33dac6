package import Model

/// Reads pages that are no form: tables of records, consoles and terminals, whose words this target does not know.
package protocol TabularPages {
  /// The documents that a page's table holds, one for each record; empty where it has none.
  ///
  /// - Parameters:
  ///   - material: what the page was recognized as, with that `confidence`.
  ///   - text: of the document alone.
  func documents(
    of material: MaterialDefinition, on text: PageText, at place: PagePlace, confidence: Double,
    rotationDegrees: Int
  ) -> [Document]

  /// The facts of a form of that kind, with what they imply.
  func completed(_ facts: [Fact], of kind: MaterialKind) -> [Fact]

  /// Adds what a page says that is no known material.
  ///
  /// - Returns: whether it says anything.
  func read(_ text: PageText, at place: PagePlace, into found: inout PageDocuments) -> Bool
}
