internal import Model
internal import Papers
internal import Recognition
internal import Seals

/// PDFs: their pages and their signatures.
struct PDFFamily: SourceFamily {
  static let factDeclarations = SignatureFacts.declarations

  private let tools: ReadingTools
  private let reader: PageReader

  init?(_ tools: ReadingTools) {
    guard let reader = tools.pages.reader else { return nil }
    self.tools = tools
    self.reader = reader
  }

  func claims(_ source: Source) -> Bool { source.mediaType == .pdf }

  func read(_ source: Source, into extraction: inout Extraction) {
    let isDamaged = PDFReader(tools: tools.pages, reader: reader).read(
      source.bytes, into: &extraction)
    if isDamaged { tools.isDrawingDamaged = true }
    PDFSignatureReader(trust: tools.pages.trust).read(source.bytes, into: &extraction)
  }
}
