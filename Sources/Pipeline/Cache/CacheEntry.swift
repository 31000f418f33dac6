/// What kinds of results are kept.
package enum CacheKind: String, Sendable, CaseIterable {
  /// What was read from a file.
  case extraction
  /// What an archive holds.
  case archive
  /// A table read from a spreadsheet.
  case table
  /// A picture of a page for reports.
  case picture
}

/// An entry of the cache as it may be shown: nothing in it is personal.
package struct CacheEntry: Hashable, Sendable {
  package let kind: CacheKind
  /// The source is named by the first 12 hexadecimal digits of its SHA-256.
  package let source: String
  package let mediaType: String
  /// Of what is kept, in bytes.
  package let size: Int
  /// The day is counted from 1970 in UTC.
  package let createdOn: Int
  /// The day is counted from 1970 in UTC.
  package let usedOn: Int
}

/// What the cache cannot do, while the run continues without it.
package enum CacheTrouble: Error, Hashable {
  /// The environment names no place for it.
  case noPlace
  /// The folder or file cannot be made or belongs to somebody else.
  case unusable(path: String, reason: String)
  /// The file was no cache of ours or was damaged; it is under the other name now.
  case movedAside(path: String)
}
