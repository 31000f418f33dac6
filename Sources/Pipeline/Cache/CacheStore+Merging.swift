internal import Foundation
internal import GRDB
package import Model
internal import Native

/// Caches of several machines in one: each machine writes a file of its own, for no lock is to be relied on between them.
extension CacheStore {
  /// Why what another machine kept cannot be taken.
  package struct Untakable: Error {
    package let path: String
    package let reason: LocalizedText
  }

  /// Takes what another cache holds and this one does not; nothing of the other is changed.
  ///
  /// - Parameter folder: Of the other cache, which nobody writes meanwhile.
  /// - Returns: How many entries were new.
  /// - Throws: ``Untakable``.
  package func take(from folder: String) throws(Untakable) -> Int {
    let other = folder + "/" + Self.fileName
    do throws(FileFailure) {
      let found = try FileSystem.status(of: try FileSystem.resolved(Array(other.utf8)))
      let own = try FileSystem.status(of: Array(path.utf8))
      if found.identity == own.identity { return 0 }
    } catch {
      throw Untakable(path: other, reason: FailureWords.reason(of: error))
    }
    let store: DatabaseQueue
    let isOfThisVersion: Bool
    do {
      var configuration = Configuration()
      configuration.readonly = true
      store = try DatabaseQueue(path: other, configuration: configuration)
      isOfThisVersion = try store.read { try CacheSchema.isCurrent($0) }
    } catch {
      throw Untakable(path: other, reason: Self.reason(error))
    }
    guard isOfThisVersion else {
      throw Untakable(
        path: other,
        reason: LocalizedText("不是本版本的 dossier 的缓存", "no cache of this version of dossier"))
    }
    do { return try copy(from: store) } catch {
      throw Untakable(path: other, reason: Self.reason(error))
    }
  }

  private func copy(from other: DatabaseQueue) throws -> Int {
    try other.read { source in
      let rows = try Row.fetchCursor(
        source,
        sql: """
          SELECT kind, key, source, media_type, created_on, used_on, body, checksum
          FROM entry ORDER BY id
          """)
      return try writing { target in
        var count = 0
        while let row = try rows.next() {
          try target.cachedStatement(
            sql: """
              INSERT OR IGNORE INTO entry
                (kind, key, source, media_type, created_on, used_on, body, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """
          ).execute(arguments: StatementArguments(row.databaseValues))
          count += target.changesCount
        }
        return count
      }
    }
  }

  private static func reason(_ error: any Error) -> LocalizedText {
    guard let error = error as? DatabaseError else { return FailureWords.reason(of: error) }
    let words = error.message ?? error.resultCode.description
    return LocalizedText(words, words)
  }
}
