import Foundation
import GRDB
import Native
import Testing

@testable import Pipeline

@Suite struct CacheStoreTests {
  private func label(_ key: String) -> CacheStore.Label {
    CacheStore.Label(
      kind: .extraction, key: key, source: String(repeating: "ab", count: 32),
      mediaType: "image/jpeg")
  }

  private func opened(_ folder: TemporaryFolder) throws -> CacheStore {
    let (store, trouble) = CacheStore.open(folder: folder.path + "/cache")
    #expect(trouble == nil)
    return try #require(store)
  }

  @Test func whatIsPutIsFoundByALaterRunAndReplacedByKey() throws {
    let folder = try TemporaryFolder()
    try opened(folder).put([1, 2, 3], as: label("k"))
    let store = try opened(folder)
    #expect(store.body(.extraction, key: "k") == [1, 2, 3])
    #expect(store.body(.extraction, key: "other") == nil)
    #expect(store.body(.picture, key: "k") == nil)
    store.put([4], as: label("k"))
    #expect(store.body(.extraction, key: "k") == [4])
    #expect(store.entries().map(\.size) == [1])
    #expect(store.entries().map(\.source) == ["abababababab"])
  }

  /// One flipped bit once changed the name of an authority in a report, and nobody said a word.
  @Test(arguments: [
    "body = X'010203'", "body = X''", "checksum = ''", "checksum = upper(checksum)",
    "(body, checksum) = (SELECT body, checksum FROM entry WHERE key = 'other')",
  ])
  func aBodyThatIsNotWhatWasPutThereIsReadAnew(damage: String) throws {
    let folder = try TemporaryFolder()
    let store = try opened(folder)
    store.put([1, 2, 4], as: label("k"))
    store.put([5, 6], as: label("other"))
    let queue = try DatabaseQueue(path: folder.path + "/cache/cache.sqlite")
    try queue.write { try $0.execute(sql: "UPDATE entry SET \(damage) WHERE key = 'k'") }
    try queue.close()
    #expect(store.body(.extraction, key: "k") == nil)
    #expect(store.body(.extraction, key: "other") == [5, 6])
    store.put([1, 2, 4], as: label("k"))
    #expect(store.body(.extraction, key: "k") == [1, 2, 4])
  }

  @Test func theFolderAndItsFilesArePrivate() throws {
    let folder = try TemporaryFolder()
    let store = try opened(folder)
    store.put([1], as: label("k"))
    #expect(try folder.mode(of: "cache") == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache") {
      #expect(try folder.mode(of: "cache/" + name) == 0o600, "\(name)")
    }
  }

  @Test func twoRunsAtOnceSeeEachOthersEntries() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (try opened(folder), try opened(folder))
    for number in 0..<20 { (number % 2 == 0 ? first : second).put([1], as: label("\(number)")) }
    #expect(first.entries().count == 20 && second.entries().count == 20)
    #expect(second.clear() == 20)
    #expect(first.body(.extraction, key: "0") == nil)
  }

  /// An update of the program is no damage: what another version kept is let go, nothing is said.
  @Test func aStoreOfAnotherVersionIsBegunAnew() throws {
    let folder = try TemporaryFolder()
    try opened(folder).put([1], as: label("k"))
    let queue = try DatabaseQueue(path: folder.path + "/cache/cache.sqlite")
    try queue.write { database in
      try database.execute(sql: "ALTER TABLE entry ADD COLUMN later TEXT; PRAGMA user_version = 99")
    }
    try queue.close()
    let store = try opened(folder)
    #expect(store.body(.extraction, key: "k") == nil)
    store.put([2], as: label("k"))
    #expect(try opened(folder).body(.extraction, key: "k") == [2])
  }

  @Test(arguments: [
    "this is no database", "", "SQLite format 3\u{0}" + String(repeating: "x", count: 5000),
  ])
  func aForeignFileIsMovedAsideAndNeverLost(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "cache/cache.sqlite")
    let (store, trouble) = CacheStore.open(folder: folder.path + "/cache")
    try #require(store).put([1], as: label("k"))
    #expect(store?.body(.extraction, key: "k") == [1])
    if text.isEmpty {
      // SQLite takes an empty file for a new database, and so do we.
      #expect(trouble == nil)
    } else {
      let aside = folder.path + "/cache/cache.sqlite.damaged-1"
      #expect(trouble == .movedAside(path: aside))
      #expect(try folder.text(of: "cache/cache.sqlite.damaged-1") == text)
    }
  }

  @Test func aPlaceThatIsNotOursIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    for place in [folder.path + "/file", folder.path + "/file/below"] {
      let (store, trouble) = CacheStore.open(folder: place)
      #expect(store == nil)
      guard case .unusable = trouble else {
        Issue.record("\(String(describing: trouble))")
        continue
      }
    }
  }

  @Test func aFileIsKnownByPlaceSizeAndTimes() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a.txt")
    let path = Array((folder.path + "/a.txt").utf8)
    let store = try opened(folder)
    let before = try FileSystem.status(of: path)
    #expect(store.digest(of: before) == nil)
    store.remember("d1", of: before)
    #expect(store.digest(of: before) == "d1")
    try folder.write("two", to: "a.txt")
    #expect(store.digest(of: try FileSystem.status(of: path)) == nil)
  }

  @Test func onlyWhatWasNotUsedIsPruned() throws {
    let store = try opened(try TemporaryFolder())
    store.put([1], as: label("k"))
    #expect(store.prune(unusedForDays: 30) == 0)
    #expect(store.prune(unusedForDays: -1) == 1)
  }

  @Test(arguments: [
    (["DOSSIER_CACHE": "/x", "XDG_CACHE_HOME": "/y", "HOME": "/z"], "/x"),
    (["XDG_CACHE_HOME": "/y", "HOME": "/z"], "/y/dossier"),
    (["XDG_CACHE_HOME": "relative", "HOME": "/z"], "/z/.cache/dossier"),
    (["DOSSIER_CACHE": "", "HOME": "/z"], "/z/.cache/dossier"), ([:], nil),
  ])
  func theEnvironmentNamesThePlace(environment: [String: String], folder: String?) {
    #expect(CacheLocation.folder(environment: environment) == folder)
  }
}
