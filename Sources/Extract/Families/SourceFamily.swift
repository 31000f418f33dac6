package import Model

/// The bytes of a file with what is known of it before anybody reads it.
package struct Source: Sendable {
  /// Its name in evidence and notices.
  let file: String
  let bytes: [UInt8]
  /// By content.
  let mediaType: MediaType

  /// - Parameter file: Its name in evidence and notices.
  package init(file: String, bytes: [UInt8], mediaType: MediaType) {
    self.file = file
    self.bytes = bytes
    self.mediaType = mediaType
  }
}

/// A family reads files of one kind: pictures, PDFs, seals, charts, lists, evidence of DNS.
package protocol SourceFamily {
  /// All facts that it may yield, but for those of materials.
  static var factDeclarations: [FactDeclaration] { get }

  /// - Returns: `nil` where the tools lack what the family needs.
  init?(_ tools: ReadingTools)

  /// Whether the file is its own, by a glance at the content: cheap, and never by the name alone.
  func claims(_ source: Source) -> Bool

  /// Adds documents, facts and notices; what cannot be read is a notice.
  func read(_ source: Source, into extraction: inout Extraction)
}
