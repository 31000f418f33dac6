internal import Glibc

/// A file that only its owner may read and that is whole or not there at all.
package enum PrivateFile {
  /// What the kernel refused.
  package struct Failure: Error {
    package let path: String
    package let reason: String
  }

  /// Writes beside `path` and renames, so that whoever reads sees the old file or the new one.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = "\(path).part-\(getpid())"
    _ = unsafe unlink(temporary)
    let descriptor = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, unsafe rename(temporary, path) == 0 else {
      let failure = failure(path)
      _ = unsafe unlink(temporary)
      throw failure
    }
  }

  /// Reads a regular file whole, without waiting for a FIFO or a device that took its place.
  ///
  /// - Returns: `nil` if there is no regular file of at most `limit` bytes any more.
  package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
    var errorNumber: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) {
      buffer, filled in
      while filled < buffer.count {
        let count = unsafe Glibc.read(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { errorNumber = errno }
        if count <= 0 { return }
        filled += count
      }
    }
    if errorNumber != 0 { throw Failure(path: path, reason: SystemError.text(errorNumber)) }
    return bytes
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: SystemError.text(errno))
  }
}
