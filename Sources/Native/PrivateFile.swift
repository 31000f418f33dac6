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
