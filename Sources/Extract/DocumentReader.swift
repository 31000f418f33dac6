package import Model
package import Native
internal import Papers
internal import Recognition
internal import Seals

/// Reads files: bytes in, an ``Extraction`` out; whatever cannot be read is a notice.
///
/// One worker owns one reader.
package final class DocumentReader {
  private let tools: ReadingTools
  private let families: [any SourceFamily]
  /// Whether this process should read nothing more and be replaced: a file left the drawing library damaged.
  package var needsReplacement: Bool { tools.isDrawingDamaged }

  /// - Parameters:
  ///   - catalogue: of materials and mail providers.
  ///   - modelFolder: holds the `.onnx` files.
  ///   - threads: how many threads one inference uses.
  ///   - precision: of where lines are and what they say.
  ///   - trust: what chains of signatures must lead to; without it they stay unchecked.
  /// - Throws: ``UnusableModel``.
  package init(
    catalogue: ReadingCatalogue, modelFolder: String, threads: Int,
    precision: InferencePrecision = .standard, trust: TrustStore? = nil
  ) throws(UnusableModel) {
    let reader: PageReader
    do throws(RecognitionError) {
      reader = try PageReader(modelFolder: modelFolder, threads: threads, precision: precision)
    } catch {
      throw UnusableModel(error)
    }
    tools = ReadingTools(
      pages: PageTools(
        materials: catalogue.materials, reader: reader, trust: SignatureTrust(store: trust),
        tables: KnownTables(providers: catalogue.providers)), providers: catalogue.providers)
    families = SourceFamilies.all(tools)
  }

  /// - Parameters:
  ///   - bytes: of the whole file.
  ///   - file: its name in evidence and notices.
  package func extraction(of bytes: [UInt8], file: String) -> Extraction {
    guard !bytes.isEmpty else {
      return Extraction(
        file: file, mediaType: .unknown,
        notices: [Notice(file: file, stage: .extract, code: .fileEmpty)])
    }
    let type = MediaType(sniffing: bytes)
    var extraction = Extraction(file: file, mediaType: type, digest: SHA256.hex(of: bytes))
    noteMislabelled(&extraction)
    let source = Source(file: file, bytes: bytes, mediaType: type)
    if let family = families.first(where: { $0.claims(source) }) {
      family.read(source, into: &extraction)
      return extraction
    }
    if [.text, .xml, .html].contains(type) {
      // It can be read, and says nothing that any material would.
      extraction.note(.kindUnknown, page: 0)
    } else {
      extraction.note(.mediaTypeUnsupported, ["found": type.rawValue])
    }
    return extraction
  }

  private func noteMislabelled(_ extraction: inout Extraction) {
    let parts = extraction.file.split(separator: ".")
    guard parts.count > 1, let name = parts.last.map({ $0.lowercased() }),
      let expected = MediaType.expected(forExtension: name), expected != extraction.mediaType
    else { return }
    extraction.note(
      .mediaTypeMislabelled,
      ["extension": "." + name, "found": extraction.mediaType.rawValue])
  }
}

/// A model does not load, so that no picture can be read.
package struct UnusableModel: Error {
  package let words: LocalizedText

  init(_ error: RecognitionError) {
    words =
      switch error {
      case .model(let file, let reason):
        LocalizedText(
          "识别模型 \(file) 无法载入（\(reason)），请在源码目录运行 make deps，安装过的再运行 make install",
          "the recognition model \(file) does not load (\(reason)); run make deps in the checkout, "
            + "and make install where it was installed")
      case .inference(let reason): LocalizedText(reason, reason)
      }
  }
}
