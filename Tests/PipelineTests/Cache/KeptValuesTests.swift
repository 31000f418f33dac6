import Foundation
import Ingest
import Model
import Native
import Testing

@testable import Pipeline

/// What the cache keeps is understood by the run that finds it.
@Suite struct KeptValuesTests {
  private let folder: TemporaryFolder
  private let store: CacheStore
  private let context: ReadingContext

  init() throws {
    folder = try TemporaryFolder()
    let place = folder.path
    try FileManager.default.createDirectory(
      atPath: place + "/rules/materials", withIntermediateDirectories: true)
    context = try ReadingContext(
      program: BuiltProgram.path, rulesFolder: place + "/rules", modelFolder: place,
      precision: .single, trust: nil)
    store = try #require(CacheStore.open(folder: place + "/cache").0)
  }

  @Test func aDrawnPageIsFoundAgain() {
    let drawing = PageDrawing(digest: String(repeating: "ab", count: 32), page: 0, covered: [])
    let page = DrawnPage(width: 16, height: 9, jpeg: "/9j/2Q==")
    let cache = PictureCache(store: store, context: context)
    #expect(cache.page(drawing) == nil)
    cache.keep(page, as: drawing)
    #expect(cache.page(drawing) == page)
  }

  /// A page that brings no fonts looks otherwise, or becomes legible, where fonts or encodings are installed.
  @Test func otherFontsAreAnotherContext() throws {
    func digest() throws -> String {
      try ReadingContext(
        program: BuiltProgram.path, rulesFolder: folder.path + "/rules", modelFolder: folder.path,
        precision: .single, trust: nil, machine: [folder.path + "/fonts"]
      ).digest
    }
    let without = try digest()
    #expect(try digest() == without)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/fonts/songti", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(fileURLWithPath: folder.path + "/fonts/songti/a.ttf"))
    #expect(try digest() != without)
  }

  @Test func aListOfAnArchiveIsFoundAgain() {
    let digest = String(repeating: "cd", count: 32)
    let listing = ArchiveListing(members: [])
    let cache = ExtractionCache(store: store, context: context)
    #expect(cache.listing(of: digest) == nil)
    cache.keep(listing, of: digest, mediaType: MediaType.zip)
    #expect(cache.listing(of: digest) == listing)
  }
}
