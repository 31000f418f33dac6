internal import Glibc

/// What stands under a path.
package enum FileKind: Hashable, Sendable {
  case regular, folder, symbolicLink, pipe, socket, device, other
}

/// A file's status is that of a symbolic link itself, not of what it leads to.
package struct FileStatus: Hashable, Sendable {
  package let kind: FileKind
  /// The size is in bytes.
  package let size: Int
  package let identity: FileIdentity
  /// When the bytes were last changed, in nanoseconds since 1970; programs may set it.
  package let modified: Int
  /// When bytes, name or rights were last changed, in nanoseconds since 1970; no program can set it.
  package let changed: Int
}

/// Tells whether two paths lead to the same file.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let number: UInt64
}

/// Why a file could not be reached or read.
package enum FileFailure: Error, Hashable {
  case missing
  case notPermitted
  /// A symbolic link where none is followed, or a loop of them.
  case link
  case notRegular(FileKind)
  case tooLarge(size: Int)
  /// Any other answer of the system, by its error number.
  case system(code: Int)

  init(_ code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .notPermitted
    case ELOOP: self = .link
    default: self = .system(code: Int(code))
    }
  }
}

/// The file system with paths as bytes: a name need not be UTF-8, and nothing here blocks or follows links.
package enum FileSystem {
  /// Returns the status of what stands under `path`.
  package static func status(of path: [UInt8]) throws(FileFailure) -> FileStatus {
    var record = stat()
    guard unsafe lstat(terminated(path), &record) == 0 else { throw FileFailure(errno) }
    return FileStatus(record)
  }

  /// Returns the names in a folder without `.` and `..`, sorted by their bytes.
  package static func names(inFolder path: [UInt8]) throws(FileFailure) -> [[UInt8]] {
    guard let folder = unsafe opendir(terminated(path)) else { throw FileFailure(errno) }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else { throw FileFailure(errno) }
        break
      }
      let name = unsafe bytes(ofNameIn: entry)
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Returns the absolute path without links, `.` and `..`.
  package static func resolved(_ path: [UInt8]) throws(FileFailure) -> [UInt8] {
    guard let resolved = unsafe realpath(terminated(path), nil) else { throw FileFailure(errno) }
    defer { unsafe free(resolved) }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Returns the bytes of a regular file; never waits for a pipe or a device, and follows no link at the path's end.
  package static func read(_ path: [UInt8], limit: Int) throws(FileFailure) -> [UInt8] {
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY
    let descriptor = unsafe open(terminated(path), flags)
    guard descriptor >= 0 else { throw FileFailure(errno) }
    defer { close(descriptor) }
    var record = stat()
    guard unsafe fstat(descriptor, &record) == 0 else { throw FileFailure(errno) }
    let status = FileStatus(record)
    guard status.kind == .regular else { throw .notRegular(status.kind) }
    guard status.size <= limit else { throw .tooLarge(size: status.size) }
    return try contents(of: descriptor, expecting: status.size, limit: limit)
  }

  private static func contents(of descriptor: Int32, expecting size: Int, limit: Int)
    throws(FileFailure) -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    // Most files are small, and clearing a large buffer for each takes longer than reading them.
    var chunk = [UInt8](repeating: 0, count: min(max(size + 1, 4096), 1 << 18))
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileFailure(errno)
      }
      bytes.append(contentsOf: chunk[..<count])
      // It may grow while it is read.
      guard bytes.count <= limit else { throw .tooLarge(size: bytes.count) }
    }
  }

  private static func terminated(_ path: [UInt8]) -> [CChar] {
    // A path cannot hold a zero byte: what follows one would be cut off, so such a path names nothing.
    path.contains(0) ? [0] : path.map { CChar(bitPattern: $0) } + [0]
  }

  @unsafe private static func bytes(ofNameIn entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = unsafe UnsafeRawPointer(entry) + offset
    let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
  }
}

extension FileStatus {
  fileprivate init(_ record: stat) {
    kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFCHR, S_IFBLK: .device
      default: .other
      }
    size = Int(record.st_size)
    identity = FileIdentity(device: UInt64(record.st_dev), number: UInt64(record.st_ino))
    modified = Self.nanoseconds(record.st_mtim)
    changed = Self.nanoseconds(record.st_ctim)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec.multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ time.tv_nsec
  }
}
