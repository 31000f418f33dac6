internal import Glibc

/// A file without a name: what is put there is gone when this value is, or when the process is killed.
@safe package final class SpoolFile {
  private let descriptor: Int32
  private let folder: String
  /// How many bytes were written so far.
  package private(set) var size = 0

  /// Makes a file without a name.
  ///
  /// - Parameter folder: A folder on a disk with room, usually the one for temporary files.
  package init(inFolder folder: String) throws(PrivateFile.Failure) {
    var name = Array((folder + "/dossier-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { throw PrivateFile.failure(folder) }
    _ = unsafe unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
    self.folder = folder
  }

  deinit { Glibc.close(descriptor) }

  /// Adds bytes; returns where they begin.
  package func append(_ bytes: [UInt8]) throws(PrivateFile.Failure) -> Int {
    guard PrivateFile.writeAll(bytes, to: descriptor) else { throw PrivateFile.failure(folder) }
    defer { size += bytes.count }
    return size
  }

  package func read(at start: Int, count: Int) throws(FileFailure) -> [UInt8] {
    try PlacedFile.read(descriptor, at: start, count: count)
  }
}
