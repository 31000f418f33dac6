internal import Glibc

/// A file that only its owner may read and that is whole or not there at all.
package enum PrivateFile {
  /// A failure says what the kernel refused.
  package struct Failure: Error {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// Writes beside `path` and renames, so that whoever reads sees the old file or the new one.
  ///
  /// One that holds these bytes already stays as it is.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    if holds(bytes, path) { return }
    let file = try PrivateFileStream(path)
    try file.append(bytes)
    try file.finish()
  }

  /// Whether a private file of ours has just these bytes; `false` if there is any doubt.
  private static func holds(_ bytes: [UInt8], _ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    var record = stat()
    guard unsafe fstat(descriptor, &record) == 0, record.st_mode & S_IFMT == S_IFREG,
      record.st_mode & 0o777 == 0o600, record.st_uid == geteuid(),
      Int(record.st_size) == bytes.count
    else { return false }
    var chunk = [UInt8](repeating: 0, count: min(bytes.count, 1 << 16))
    var compared = 0
    while compared < bytes.count {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, min($0.count, bytes.count - compared))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0, isSame(bytes, from: compared, chunk, count) else { return false }
      compared += count
    }
    return true
  }

  private static func isSame(_ bytes: [UInt8], from start: Int, _ chunk: [UInt8], _ count: Int)
    -> Bool
  {
    unsafe bytes[start..<start + count].withUnsafeBytes { own in
      unsafe chunk.withUnsafeBytes { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return false }
        return unsafe memcmp(own, other, count) == 0
      }
    }
  }

  /// Removes what processes that were killed left half written in a folder.
  ///
  /// Only private files of this user that are named as ours are: the folder may be anybody's.
  package static func removeLeftovers(inFolder folder: String) {
    let names: [[UInt8]]
    do { names = try FileSystem.names(inFolder: Array(folder.utf8)) } catch { return }
    for name in names.map({ String(decoding: $0, as: UTF8.self) }) {
      guard let mark = name.firstRange(of: partMark), let process = Int32(name[mark.upperBound...])
      else { continue }
      var record = stat()
      guard unsafe lstat(folder + "/" + name, &record) == 0, record.st_mode & S_IFMT == S_IFREG,
        record.st_mode & 0o777 == 0o600, record.st_uid == geteuid()
      else { continue }
      // Another run may be writing into the same folder.
      if kill(process, 0) != 0, errno == ESRCH { _ = unsafe unlink(folder + "/" + name) }
    }
  }

  /// Makes a file that must not be there yet, with these bytes.
  ///
  /// - Returns: `false` where there is one of that name.
  package static func claim(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Bool {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw failure(path)
    }
    defer { Glibc.close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw failure(path) }
    return true
  }

  /// Gives a file another name at once, in place of what has that name.
  package static func rename(_ path: String, to other: String) throws(Failure) {
    guard unsafe Glibc.rename(path, other) == 0 else { throw failure(other) }
  }

  /// Between a file's name and the number of the process that is writing it.
  static let partMark = ".part-"
}

/// A private file that grows piece by piece beside its place, and takes the place when it is finished; what is
/// never finished is removed.
@safe package final class PrivateFileStream {
  private let path: String
  private let temporary: String
  /// `nil` once it is closed.
  private var descriptor: Int32?

  /// Opens the file at a path.
  ///
  /// - Throws: ``PrivateFile/Failure`` where the kernel refuses.
  package init(_ path: String) throws(PrivateFile.Failure) {
    self.path = path
    temporary = path + PrivateFile.partMark + String(getpid())
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var descriptor = unsafe open(temporary, flags, 0o600)
    if descriptor < 0, errno == EEXIST {
      // Of a process that had this number before.
      _ = unsafe unlink(temporary)
      descriptor = unsafe open(temporary, flags, 0o600)
    }
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
    guard Glibc.close(descriptor) == 0, unsafe Glibc.rename(temporary, path) == 0 else {
      let failure = PrivateFile.failure(path)
      _ = unsafe unlink(temporary)
      throw failure
    }
  }
}

extension PrivateFile {
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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
