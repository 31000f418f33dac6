internal import Model

/// An extraction in bytes: what a worker sends, a spool file holds and the cache keeps.
///
/// JSON takes ten times the space and a hundred times the time. Every property is written by hand;
/// ``bytes(of:)`` reads back what it wrote, so that a property that is added to the model and forgotten here
/// costs the file and is seen, and never makes a wrong report.
enum ExtractionForm {
  /// Something of the extraction has no form in bytes.
  struct Unfaithful: Error {}

  static func bytes(of extraction: Extraction) throws(Unfaithful) -> [UInt8] {
    let bytes = WireWriter.bytes(of: extraction, about: extraction.file)
    do throws(WireReader.Malformed) {
      guard try Self.extraction(in: bytes, file: extraction.file) == extraction else {
        throw WireReader.Malformed()
      }
      return bytes
    } catch {
      throw Unfaithful()
    }
  }

  /// - Parameter file: What the source is called now.
  static func extraction(
    in bytes: [UInt8], file: String
  ) throws(WireReader.Malformed) -> Extraction {
    try WireReader.value(in: bytes, about: file)
  }
}

extension Extraction: WireValue {
  func write(to wire: inout WireWriter) {
    wire.append(name: file)
    wire.write(mediaType, digest, pages, documents, parts, notices, areas, names)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      file: try wire.name(), mediaType: try wire.read(), digest: try wire.read(),
      pages: try wire.read(), documents: try wire.read(), parts: try wire.read(),
      notices: try wire.read())
    areas = try wire.read()
    names = try wire.read()
  }
}

extension MediaType: WireValue {}

extension PageSize: WireValue {
  func write(to wire: inout WireWriter) { wire.write(width, height, unit) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(width: try wire.read(), height: try wire.read(), unit: try wire.read())
  }
}

extension PageSize.Unit: WireValue {}

extension FilePart: WireValue {
  func write(to wire: inout WireWriter) { wire.write(kind, page, box, facts) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      try wire.read(), page: try wire.read(), box: try wire.read(), facts: try wire.read())
  }
}

extension FilePart.Kind: WireValue {}

extension PageArea: WireValue {
  func write(to wire: inout WireWriter) { wire.write(page, box, content) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(page: try wire.read(), box: try wire.read(), content: try wire.read())
  }
}

extension PageArea.Content: WireValue {}

extension Notice: WireValue {
  func write(to wire: inout WireWriter) {
    wire.append(name: file)
    wire.write(page, stage, code, details)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      file: try wire.name(), page: try wire.read(), stage: try wire.read(),
      code: try wire.read(), details: try wire.read())
  }
}

extension Notice.Stage: WireValue {}
extension NoticeCode: WireValue {}
