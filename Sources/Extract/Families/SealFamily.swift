internal import Model
internal import Papers
internal import Seals

/// Electronic seals that are files of their own.
struct SealFamily: SourceFamily {
  static let factDeclarations = SealFacts.declarations

  private let trust: SignatureTrust

  init(_ tools: ReadingTools) { trust = tools.pages.trust }

  func claims(_ source: Source) -> Bool { source.mediaType == .electronicSeal }

  func read(_ source: Source, into extraction: inout Extraction) {
    SealReader(trust: trust).read(source.bytes, into: &extraction)
  }
}
