package import Model

/// What a worker does with a source; never fails as a whole (DESIGN.md invariant 5).
package protocol SourceReader {
  /// - Parameter file: the source's name in notices and evidence.
  func extraction(of bytes: [UInt8], file: String) -> Extraction
}
