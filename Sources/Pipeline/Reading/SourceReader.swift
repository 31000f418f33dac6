package import Extract
package import Model
package import Native

/// What a worker does with a source; never fails as a whole (ARCHITECTURE.md, invariant 5).
package protocol SourceReader {
  /// - Parameter file: The source's name in notices and evidence.
  func extraction(of bytes: [UInt8], file: String) -> Extraction
  /// Whether a source left this process unfit for others, so that it must be replaced.
  var isSpent: Bool { get }
}

extension DocumentReader: SourceReader {}

extension WorkerServer {
  /// The reader of documents, with the materials of a rules folder.
  package static func documentReader(
    rulesFolder: String, modelFolder: String, threads: Int, precision: InferencePrecision,
    trustFolder: String? = nil
  ) throws -> any SourceReader {
    let (catalogue, diagnostics) = ReadingCatalogue.load(folder: rulesFolder + "/materials")
    guard let catalogue else { throw UnusableMaterials(diagnostics: diagnostics) }
    let trust = try trustFolder.map { try TrustFolder(path: $0).store() }
    return try DocumentReader(
      catalogue: catalogue, modelFolder: modelFolder, threads: threads, precision: precision,
      trust: trust)
  }
}

/// The materials do not load in a worker although they did in its parent: the folder has changed.
struct UnusableMaterials: Error {
  let diagnostics: [Diagnostic]
}
