internal import Glibc

/// Which of several children's pipes can be used now (`poll`).
package struct Readiness: Hashable, Sendable {
  /// The parent's ends of a child's pipes.
  package struct Pipes: Hashable, Sendable {
    fileprivate let input: Int32
    fileprivate let output: Int32

    init(input: Int32, output: Int32) {
      self.input = input
      self.output = output
    }
  }

  /// Whether there are bytes, or the end, to read.
  package let canRead: Bool
  package let canWrite: Bool

  /// Waits until one of `children` can be read or, where `isSending`, written; or for the time.
  /// - Returns: one value for each, in their order; nothing is ready after an interruption.
  package static func wait(
    for children: [(pipes: Pipes, isSending: Bool)], timeoutMilliseconds: Int
  ) -> [Readiness] {
    var watched = children.flatMap { child in
      [
        pollfd(fd: child.pipes.output, events: Int16(POLLIN), revents: 0),
        // A negative descriptor is skipped.
        pollfd(
          fd: child.isSending ? child.pipes.input : -1, events: Int16(POLLOUT), revents: 0),
      ]
    }
    let count = unsafe poll(
      &watched, nfds_t(watched.count), Int32(clamping: max(0, timeoutMilliseconds)))
    return children.indices.map { index in
      Readiness(
        canRead: count > 0 && watched[2 * index].revents != 0,
        canWrite: count > 0 && watched[2 * index + 1].revents != 0)
    }
  }
}
