internal import Glibc

/// A private file that one process makes and only adds to: what was added stays when the process is killed.
@safe package final class AppendedFile {
  private let path: String
  private let descriptor: Int32

  /// Makes the file (0600).
  ///
  /// - Throws: ``PrivateFile/Failure`` also where there is one of that name.
  package init(creating path: String) throws(PrivateFile.Failure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw PrivateFile.failure(path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { Glibc.close(descriptor) }

  package func append(_ bytes: [UInt8]) throws(PrivateFile.Failure) {
    guard PrivateFile.writeAll(bytes, to: descriptor) else { throw PrivateFile.failure(path) }
  }

  /// Waits until what was added is on the disk, so that a machine that loses its power keeps it.
  package func synchronize() throws(PrivateFile.Failure) {
    guard fsync(descriptor) == 0 else { throw PrivateFile.failure(path) }
  }
}

/// A regular file that is read in places, as large as it is.
@safe package final class PlacedFile {
  /// In bytes, when it was opened.
  package let size: Int
  private let descriptor: Int32

  /// Opens the file; follows no link at the path's end.
  package init(_ path: String) throws(FileFailure) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let descriptor = unsafe open(path, flags)
    guard descriptor >= 0 else { throw FileFailure(errno) }
    var record = stat()
    guard unsafe fstat(descriptor, &record) == 0, record.st_mode & S_IFMT == S_IFREG else {
      let code = errno
      Glibc.close(descriptor)
      throw FileFailure(code)
    }
    size = Int(record.st_size)
    self.descriptor = descriptor
  }

  deinit { Glibc.close(descriptor) }

  /// Returns so many bytes.
  ///
  /// - Throws: ``FileFailure`` also where there are fewer.
  package func read(at start: Int, count: Int) throws(FileFailure) -> [UInt8] {
    try Self.read(descriptor, at: start, count: count)
  }

  static func read(_ descriptor: Int32, at start: Int, count: Int) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled,
          off_t(start + filled))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw FileFailure(got == 0 ? EIO : errno) }
      filled += got
    }
    return bytes
  }
}
