internal import CLimits
internal import Glibc

/// A worker's end of the pipes to its parent: blocking reads and writes of whole pieces.
///
/// Taking it moves the answers to a descriptor of their own: what a library prints to standard output
/// then goes to standard error and cannot garble an answer.
@safe package struct WorkerChannel: ~Copyable {
  private let input: Int32 = STDIN_FILENO
  private let output: Int32

  /// The parent is gone, or closed its end.
  package struct Closed: Error {}

  /// Takes over standard input and output; the process ends when the parent does.
  package init() throws(Closed) {
    output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { throw Closed() }
    guard climits_exit_when_pipe_closes(input) == 0 else { throw Closed() }
  }

  deinit { Glibc.close(output) }

  /// Waits for exactly `count` bytes.
  package func read(count: Int) throws(Closed) -> [UInt8] {
    var isClosed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe Glibc.read(
          input, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          isClosed = true
          return
        }
        filled += got
      }
    }
    if isClosed { throw Closed() }
    return bytes
  }

  /// Writes all of `bytes`.
  package func write(_ bytes: [UInt8]) throws(Closed) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Glibc.write(output, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Closed() }
      sent += count
    }
  }
}
