internal import GRDB

/// The tables of the cache's file, and how it is known from other people's databases.
enum CacheSchema {
  /// `doss`, in the file's header.
  private static let application = 0x646F_7373
  /// Goes up with every change of the tables or of what the bodies hold.
  private static let version = 6

  /// Whether a file is one of this version.
  static func isCurrent(_ database: Database) throws -> Bool {
    let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
    return try found == application
      && Int.fetchOne(database, sql: "PRAGMA user_version") == version
  }

  /// Makes the tables of an empty file, and anew in a file of another version; refuses a file of anybody else.
  static func prepare(_ database: Database) throws {
    if try isCurrent(database) { return }
    let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
    if found == application {
      // What another version wrote can be read again from the files.
      try database.execute(sql: "DROP TABLE IF EXISTS entry; DROP TABLE IF EXISTS file;")
    }
    let tables = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    guard found == 0 || found == application, tables == 0 else {
      throw DatabaseError(resultCode: .SQLITE_NOTADB, message: "not a cache of dossier")
    }
    try database.execute(
      sql: """
        CREATE TABLE entry (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL, key TEXT NOT NULL, source TEXT NOT NULL, media_type TEXT NOT NULL,
          created_on INTEGER NOT NULL, used_on INTEGER NOT NULL, body BLOB NOT NULL,
          checksum TEXT NOT NULL,
          UNIQUE (kind, key)
        );
        CREATE INDEX entry_used ON entry (used_on);
        CREATE TABLE file (
          device INTEGER NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL,
          modified INTEGER NOT NULL, changed INTEGER NOT NULL, digest TEXT NOT NULL,
          seen_on INTEGER NOT NULL,
          PRIMARY KEY (device, number)
        ) WITHOUT ROWID;
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(version);
        """)
  }
}
