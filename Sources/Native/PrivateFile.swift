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
    let file = try PrivateFileStream(path)
    try file.append(bytes)
    try file.finish()
  }
}

/// A private file that grows piece by piece beside its place, and takes the place when it is finished; what is
/// never finished is removed.
@safe package final class PrivateFileStream {
  private let path: String
  private let temporary: String
  /// `nil` once it is closed.
  private var descriptor: Int32?

  /// - Throws: ``PrivateFile/Failure``.
  package init(_ path: String) throws(PrivateFile.Failure) {
    self.path = path
    temporary = "\(path).part-\(getpid())"
    _ = unsafe unlink(temporary)
    let descriptor = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFile.failure(path) }
    self.descriptor = descriptor
  }

  deinit {
    if let descriptor {
      Glibc.close(descriptor)
      _ = unsafe unlink(temporary)
    }
  }

  package func append(_ bytes: [UInt8]) throws(PrivateFile.Failure) {
    guard let descriptor, PrivateFile.writeAll(bytes, to: descriptor) else {
      throw PrivateFile.failure(path)
    }
  }

  /// Closes the file and gives it its name.
  package func finish() throws(PrivateFile.Failure) {
    guard let descriptor else { return }
    self.descriptor = nil
    guard Glibc.close(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      let failure = PrivateFile.failure(path)
      _ = unsafe unlink(temporary)
      throw failure
    }
  }
}

extension PrivateFile {
  fileprivate static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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

  static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: SystemError.text(errno))
  }
}
