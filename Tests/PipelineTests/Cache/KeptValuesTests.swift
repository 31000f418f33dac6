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

  @Test func aListOfAnArchiveIsFoundAgain() {
    let digest = String(repeating: "cd", count: 32)
    let listing = ArchiveListing(members: [])
    let cache = ExtractionCache(store: store, context: context)
    #expect(cache.listing(of: digest) == nil)
    cache.keep(listing, of: digest, mediaType: MediaType.zip)
    #expect(cache.listing(of: digest) == listing)
  }
}
