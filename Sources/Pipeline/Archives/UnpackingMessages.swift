internal import Ingest
internal import Model

/// Asks for what is in the archive whose bytes follow as a frame of their own.
struct UnpackingRequest: Codable {
  /// Whether the bytes of the files are wanted as well.
  var wantsContents: Bool
}

/// What the worker says of an archive, piece by piece.
enum UnpackingAnswer: Codable {
  /// A file; its bytes follow as a frame of their own where they were asked for.
  case member(ArchiveListing.Member)
  /// There is no more; `isArchive` is false for bytes that are none.
  case end(isArchive: Bool, obstacle: Notice?)
}
