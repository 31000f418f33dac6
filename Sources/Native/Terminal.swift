internal import Glibc

/// What is at the other end of the standard streams.
package enum Terminal {
  /// The two streams that a program writes to.
  package enum Stream: Sendable {
    case output, errors

    fileprivate var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
  }

  /// Returns whether a person reads the stream.
  package static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Returns the terminal's columns; `nil` where there is none or it does not say.
  package static func columns(of stream: Stream) -> Int? {
    var size = winsize()
    guard unsafe ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
