package import Model

/// A place says where the pieces of a document lie in its file.
package struct PagePlace: Sendable {
  package var file: String
  package var page: Int
  /// Leads from the upright page's coordinates to those of evidence.
  package var toEvidence: @Sendable (Point) -> Point
  package var method: EvidenceMethod
}
