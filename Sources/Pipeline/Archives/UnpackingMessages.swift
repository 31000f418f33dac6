internal import Ingest
internal import Model

/// What is wanted of the archive whose bytes follow as a frame of their own.
enum UnpackingRequest: Codable {
  /// What is in it.
  case list
  /// The same, each file with its bytes.
  case contents
  /// It is a workbook: the rows of its first sheet.
  case table
}

/// What the worker says of an archive, piece by piece.
enum UnpackingAnswer: Codable {
  /// A file; its bytes follow as a frame of their own where they were asked for.
  case member(ArchiveListing.Member)
  /// There is no more; `isArchive` is false for bytes that are none.
  case end(isArchive: Bool, obstacle: Notice?)
  case table(RosterTable)
  /// There is no table to read.
  case noTable(reason: LocalizedText)
}
