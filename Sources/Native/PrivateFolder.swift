internal import Glibc

/// A folder that only its owner may enter.
package enum PrivateFolder {
  /// Makes the folder (0700) and those above it; takes an existing one's rights away from others.
  ///
  /// - Throws: where it is a link, no folder, or somebody else's: what is put there would not be private.
  package static func make(_ path: String) throws(PrivateFile.Failure) {
    let parts = path.split(separator: "/")
    var current = path.hasPrefix("/") ? "" : "."
    for part in parts {
      current += "/" + part
      if unsafe mkdir(current, 0o700) != 0, errno != EEXIST {
        throw PrivateFile.failure(path)
      }
    }
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw PrivateFile.failure(path) }
    defer { close(descriptor) }
    try restrict(descriptor, to: 0o700, path)
  }

  /// Reasons of ours for refusing a folder, in English as the system's are.
  package static let ofSomebodyElse = "it belongs to somebody else"
  package static let writableByAll = "everybody may write in it"

  /// Refuses a folder in which anybody may put things in the place of ours: one that is somebody else's, or that all may
  /// write in.
  ///
  /// Its rights are its owner's business; what is put there is private by itself. Root works in everybody's folders.
  package static func checkOwner(of path: String) throws(PrivateFile.Failure) {
    var record = stat()
    guard unsafe stat(path, &record) == 0 else { throw PrivateFile.failure(path) }
    guard record.st_uid == geteuid() || geteuid() == 0 else {
      throw PrivateFile.Failure(path: path, reason: ofSomebodyElse)
    }
    guard record.st_mode & S_IWOTH == 0 || record.st_mode & S_ISVTX != 0 else {
      throw PrivateFile.Failure(path: path, reason: writableByAll)
    }
  }

  /// Makes an empty file (0600) if there is none; takes an existing one's rights away from others.
  package static func touch(_ path: String) throws(PrivateFile.Failure) {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFile.failure(path) }
    defer { close(descriptor) }
    try restrict(descriptor, to: 0o600, path)
  }

  private static func restrict(_ descriptor: Int32, to mode: mode_t, _ path: String)
    throws(PrivateFile.Failure)
  {
    var record = stat()
    guard unsafe fstat(descriptor, &record) == 0 else { throw PrivateFile.failure(path) }
    guard record.st_uid == geteuid() else {
      throw PrivateFile.Failure(path: path, reason: SystemError.text(EPERM))
    }
    if record.st_mode & 0o777 & ~mode != 0, fchmod(descriptor, mode) != 0 {
      throw PrivateFile.failure(path)
    }
  }
}
