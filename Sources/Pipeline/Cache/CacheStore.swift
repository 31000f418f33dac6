internal import Foundation
internal import GRDB
internal import Native

/// The cache's file: SQLite, private (0700 and 0600), shared by concurrent runs.
///
/// What it holds may always be lost: a failed read is a miss, a failed write is forgotten.
package final class CacheStore: Sendable {
  /// An entry's key and what may be shown of it.
  struct Label {
    let kind: CacheKind
    /// SHA-256 of all that the body depends on, in hexadecimal.
    let key: String
    /// SHA-256 of the source, in hexadecimal.
    let source: String
    let mediaType: String
  }

  /// What was not used for so many days is removed.
  package static let retentionDays = 30

  static let fileName = "cache.sqlite"
  package let path: String
  private let queue: DatabaseQueue
  /// Days since 1970: entries are dated no closer, so that using one twice a day writes nothing.
  private let today: Int

  /// Opens the store in a folder, which is made if need be.
  ///
  /// - Returns: the store, or `nil`, with what is wrong. A file that is no store of this version is
  ///   moved aside and a new one begun.
  package static func open(folder: String) -> (store: CacheStore?, trouble: CacheTrouble?) {
    let path = folder + "/" + fileName
    do {
      try PrivateFolder.make(folder)
      do {
        return (try CacheStore(path: path), nil)
      } catch let error as DatabaseError where Self.isDamage(error) {
        let aside = try Self.moveAside(path)
        return (try CacheStore(path: path), .movedAside(path: aside))
      }
    } catch let error as PrivateFile.Failure {
      return (nil, .unusable(path: error.path, reason: error.reason))
    } catch let error as DatabaseError {
      return (nil, .unusable(path: path, reason: error.message ?? error.resultCode.description))
    } catch {
      return (nil, .unusable(path: path, reason: error.localizedDescription))
    }
  }

  private init(path: String) throws {
    self.path = path
    today = Int(Date().timeIntervalSince1970 / 86_400)
    // SQLite gives its journals the rights of the database, so these are set before there is any.
    try PrivateFolder.touch(path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try CacheSchema.prepare($0) }
  }

  /// Writes as a whole, or not at all.
  func writing<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
    try queue.write(body)
  }

  /// The body under a key; one that is not as it was put there is as if it were not there, and is read anew.
  func body(_ kind: CacheKind, key: String) -> [UInt8]? {
    attempt {
      // One statement: the transaction that a write begins costs more than the rest.
      try queue.inDatabase { database in
        let row = try Row.fetchOne(
          database.cachedStatement(
            sql: "SELECT id, used_on, body, checksum FROM entry WHERE kind = ? AND key = ?"),
          arguments: [kind.rawValue, key])
        guard let row else { return nil }
        let body = [UInt8](row["body"] as Data)
        guard Self.checksum(of: body, kind, key) == row["checksum"] else { return nil }
        if row["used_on"] as Int != today {
          try database.execute(
            sql: "UPDATE entry SET used_on = ? WHERE id = ?", arguments: [today, row["id"] as Int])
        }
        return body
      }
    }
  }

  func put(_ body: [UInt8], as label: Label) {
    attempt {
      try queue.write { database in
        try database.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO entry
              (kind, key, source, media_type, created_on, used_on, body, checksum)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          label.kind.rawValue, label.key, label.source, label.mediaType, today, today, Data(body),
          Self.checksum(of: body, label.kind, label.key),
        ])
      }
    }
  }

  /// SHA-256 of a body with the place that it belongs to: a flipped bit, a torn page and a body under another's key
  /// are all seen.
  private static func checksum(of body: [UInt8], _ kind: CacheKind, _ key: String) -> String {
    var hash = SHA256()
    hash.update(Array("\(kind.rawValue)\n\(key)\n".utf8))
    hash.update(body)
    return hash.hex()
  }

  /// The digest that a file had when it was last read; `nil` if it was never read or may have changed.
  func digest(of status: FileStatus) -> String? {
    attempt {
      try queue.inDatabase { database in
        try String.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT digest FROM file
              WHERE device = ? AND number = ? AND size = ? AND modified = ? AND changed = ?
              """), arguments: status.arguments)
      }
    }
  }

  func remember(_ digest: String, of status: FileStatus) {
    attempt {
      try queue.write { database in
        try database.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO file (device, number, size, modified, changed, digest, seen_on)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: status.arguments + [digest, today])
      }
    }
  }

  /// Returns all entries, the most lately used first.
  package func entries() -> [CacheEntry] {
    let entries = attempt {
      try queue.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT kind, substr(source, 1, 12) AS source, media_type, length(body) AS size,
              created_on, used_on
            FROM entry ORDER BY used_on DESC, created_on DESC, kind, source, id
            """
        ).compactMap(CacheEntry.init)
      }
    }
    return entries.map { $0 } ?? []  // allowed: a store that cannot be read has nothing to show
  }

  /// Removes what was not used for so many days; returns the number of entries.
  @discardableResult package func prune(unusedForDays days: Int) -> Int? {
    attempt {
      try queue.write { database in
        try database.execute(
          sql: "DELETE FROM file WHERE seen_on < ?", arguments: [today - days])
        try database.execute(
          sql: "DELETE FROM entry WHERE used_on < ?", arguments: [today - days])
        return database.changesCount
      }
    }
  }

  /// Removes everything and gives the space back; returns the number of entries.
  package func clear() -> Int? {
    let count: Int? = attempt {
      try queue.write { database in
        try database.execute(sql: "DELETE FROM file")
        try database.execute(sql: "DELETE FROM entry")
        return database.changesCount
      }
    }
    // Personal data must not linger in free pages.
    attempt { try queue.vacuum() }
    attempt {
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    return count
  }

  @discardableResult private func attempt<Answer>(_ body: () throws -> Answer?) -> Answer? {
    do {
      return try body()
    } catch {
      // Busy for too long, a full disk, a damaged page: as if it were not there.
      return nil
    }
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_SCHEMA, .SQLITE_ERROR].contains(error.resultCode)
  }

  /// Gives the file another name; its journals would be applied to the new one, so they go with it.
  private static func moveAside(_ path: String) throws -> String {
    let files = FileManager.default
    var number = 1
    while files.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
    let aside = "\(path).damaged-\(number)"
    try files.moveItem(atPath: path, toPath: aside)
    for journal in ["-wal", "-shm", "-journal"] where files.fileExists(atPath: path + journal) {
      try files.moveItem(atPath: path + journal, toPath: aside + journal)
    }
    return aside
  }
}

extension FileStatus {
  fileprivate var arguments: StatementArguments {
    [
      Int64(bitPattern: identity.device), Int64(bitPattern: identity.number), size, modified,
      changed,
    ]
  }
}

extension CacheEntry {
  fileprivate init?(_ row: Row) {
    guard let kind = CacheKind(rawValue: row["kind"]) else { return nil }
    self.init(
      kind: kind, source: row["source"], mediaType: row["media_type"], size: row["size"],
      createdOn: row["created_on"], usedOn: row["used_on"])
  }
}
