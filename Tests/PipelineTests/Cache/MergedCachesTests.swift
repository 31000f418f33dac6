import Foundation
import GRDB
import Testing

@testable import Pipeline

/// One file for each machine, merged at the end: no lock between machines is needed.
@Suite struct MergedCachesTests {
  private func label(_ key: String) -> CacheStore.Label {
    CacheStore.Label(
      kind: .extraction, key: key, source: String(repeating: "ab", count: 32),
      mediaType: "image/jpeg")
  }

  private func opened(_ folder: TemporaryFolder, _ name: String) throws -> CacheStore {
    let (store, trouble) = CacheStore.open(folder: folder.path + "/" + name)
    #expect(trouble == nil)
    return try #require(store)
  }

  @Test func whatIsNewIsTakenAndWhatIsThereStays() throws {
    let folder = try TemporaryFolder()
    let (own, other) = (try opened(folder, "own"), try opened(folder, "node 1"))
    own.put([1], as: label("both"))
    other.put([2], as: label("both"))
    for number in 0..<200 { other.put([UInt8(number)], as: label("\(number)")) }
    // The other still has its journal: as when its machine was switched off.
    #expect(try own.take(from: folder.path + "/node 1") == 200)
    #expect(own.body(.extraction, key: "both") == [1])
    #expect(own.body(.extraction, key: "199") == [199])
    #expect(try own.take(from: folder.path + "/node 1") == 0)
    #expect(try own.take(from: folder.path + "/own") == 0)
    #expect(other.entries().count == 201)
  }

  @Test(arguments: ["missing", "text", "other version", "somebody's"])
  func whatIsNoneIsRefusedAndLeftAsItIs(kind: String) throws {
    let folder = try TemporaryFolder()
    let own = try opened(folder, "own")
    let file = folder.path + "/other/cache.sqlite"
    switch kind {
    case "missing": break
    case "text":
      try folder.write(
        "no database at all, and longer than a header would be", to: "other/cache.sqlite")
    default:
      if kind == "other version" { try opened(folder, "other").put([1], as: label("k")) }
      try folder.write("", to: "other/note")
      let queue = try DatabaseQueue(path: file)
      try queue.write { database in
        try database.execute(
          sql: kind == "other version" ? "PRAGMA user_version = 99" : "CREATE TABLE mine (x)")
      }
    }
    let before = FileManager.default.contents(atPath: file)
    #expect(throws: CacheStore.Untakable.self) { try own.take(from: folder.path + "/other") }
    #expect(FileManager.default.contents(atPath: file) == before)
    #expect(own.entries().isEmpty)
  }

  /// A second run on another machine opens no file: it finds what the first one read.
  @Test func aMergedCacheIsUsed() throws {
    let batch = try ShardedBatch(companies: 4)
    let folder = batch.folder.path
    let caches = ["node1", "node2"].map { folder + "/" + $0 }
    _ = try batch.plan(shards: 2)
    for (shard, cache) in caches.enumerated() {
      let run = try Program.run(
        ["check", "--plan", batch.planFile, "--shard", String(shard)], cache: cache)
      #expect(run.status == 1, "\(run.errors)")
    }
    let merged = try Program.run(
      ["cache", "merge"] + caches + ["--locale", "en"], cache: folder + "/merged-cache")
    #expect(merged.status == 0 && merged.output.contains("entries from"), "\(merged.errors)")
    let wrong = try Program.run(
      ["cache", "merge", folder + "/nowhere", caches[0], "--locale", "en"],
      cache: folder + "/merged-cache")
    #expect(wrong.status == 2 && wrong.errors.contains("nowhere/cache.sqlite was not taken in"))
    #expect(wrong.output.contains("took 0 entries from"))
    let (store, _) = CacheStore.open(folder: folder + "/merged-cache")
    let counts = caches.map { CacheStore.open(folder: $0).store?.entries().count ?? 0 }
    let all = store?.entries().count ?? 0
    #expect(all > counts[0] && all > counts[1] && all <= counts[0] + counts[1])
  }
}
