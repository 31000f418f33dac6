internal import Model
internal import Papers

/// OFDs (GB/T 33190): their pages and their signatures.
struct OFDFamily: SourceFamily {
  static let factDeclarations = OFDFacts.declarations

  private let pages: PageTools

  init(_ tools: ReadingTools) { pages = tools.pages }

  func claims(_ source: Source) -> Bool { source.mediaType == .ofd }

  func read(_ source: Source, into extraction: inout Extraction) {
    OFDReader(tools: pages).read(source.bytes, into: &extraction)
  }
}
