package import Extract
package import Model
package import Native
internal import Rules

/// What a worker does with a source; it never fails as a whole.
package protocol SourceReader {
  /// - Parameter file: The source's name in notices and evidence.
  func extraction(of bytes: [UInt8], file: String) -> Extraction
  /// Whether a source left this process unfit for others, so that it must be replaced.
  var needsReplacement: Bool { get }
}

extension DocumentReader: SourceReader {}

/// A worker that reads sources.
struct ReadingService: WorkerService {
  let reader: any SourceReader
  /// Beyond what 30 pages say; decoded it takes a few times as much.
  static let longestAnswer = 64 << 20

  /// A source, under its name in notices and evidence.
  typealias Request = FileRequest<String>

  /// What was read.
  struct Answer: WireValue {
    /// An extraction (``ExtractionForm``).
    let extraction: [UInt8]
    /// Whether the worker is unfit for other sources.
    let needsReplacement: Bool

    init(extraction: [UInt8], needsReplacement: Bool) {
      self.extraction = extraction
      self.needsReplacement = needsReplacement
    }

    func write(to wire: inout WireWriter) {
      wire.append(contents: extraction)
      wire.write(needsReplacement)
    }

    init(from wire: inout WireReader) throws(WireReader.Malformed) {
      extraction = try wire.contents()
      needsReplacement = try wire.read()
    }
  }

  func answer(_ request: Request, _ send: (Answer) throws -> Void) throws {
    let extraction = reader.extraction(of: request.bytes, file: request.subject)
    try send(
      Answer(
        extraction: try ExtractionForm.bytes(of: extraction),
        needsReplacement: reader.needsReplacement))
  }
}

extension WorkerServer {
  /// Reads sources until the end of the input.
  ///
  /// - Parameter makeReader: Loads models; its error becomes the parent's message.
  /// - Returns: The exit status.
  package func run(makeReader: () throws -> any SourceReader) -> Int32 {
    serve { ReadingService(reader: try makeReader()) }
  }

  /// Returns the reader of documents, with the materials of a rules folder and of those added to it.
  package static func documentReader(
    rulesFolder: String, addedRules: [String], modelFolder: String, threads: Int,
    precision: InferencePrecision,
    trustFolder: String? = nil
  ) throws -> any SourceReader {
    let (catalogue, diagnostics) = ReadingCatalogue.load(
      folder: rulesFolder + "/materials",
      adding: try addedRules.compactMap { try AddedRules($0).materials })
    guard let catalogue else { throw UnusableMaterials(diagnostics: diagnostics) }
    let trust = try trustFolder.map { try TrustFolder(path: $0).store() }
    return try DocumentReader(
      catalogue: catalogue, modelFolder: modelFolder, threads: threads, precision: precision,
      trust: trust)
  }
}

extension UnusableModel: WorkerObstacle {}

/// The materials do not load in a worker although they did in its parent: the folder has changed.
struct UnusableMaterials: WorkerObstacle {
  let diagnostics: [Diagnostic]

  var words: LocalizedText {
    guard let first = diagnostics.first else {
      return LocalizedText("\(self)", "\(self)")
    }
    let place = "\(first.file):\(first.position.line):\(first.position.column)"
    return LocalizedText("\(place)：\(first.message.chinese)", "\(place): \(first.message.english)")
  }
}
