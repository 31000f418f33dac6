package import Model

/// Where the pieces of a document lie in its file.
package struct PagePlace: Sendable {
  package var file: String
  package var page: Int
  /// From the upright page's coordinates to those of evidence.
  package var toEvidence: @Sendable (Point) -> Point
  package var method: EvidenceMethod
}
