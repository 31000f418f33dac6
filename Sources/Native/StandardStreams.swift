internal import Glibc

/// The two ends of a conversation with the program that started this one.
package enum StandardStreams {
  /// Returns what has arrived on standard input, after waiting for something; empty where the other end has closed it.
  ///
  /// - Throws: ``FileFailure``.
  package static func read() throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileFailure(errno) }
      return Array(bytes.prefix(got))
    }
  }

  /// Returns whether more has arrived on standard input, or comes within a time in milliseconds.
  package static func hasMore(within milliseconds: Int32 = 0) -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&descriptor, 1, milliseconds) > 0
  }

  /// Writes to standard output, all of it.
  ///
  /// - Throws: ``FileFailure`` where nobody reads any more.
  package static func write(_ bytes: [UInt8]) throws(FileFailure) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          STDOUT_FILENO, buffer.baseAddress.map { unsafe $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileFailure(errno) }
      sent += count
    }
  }
}
