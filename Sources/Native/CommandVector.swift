internal import Glibc

/// A null-terminated list of C strings, as `exec` wants its arguments and its environment.
@safe struct CommandVector: ~Copyable {
  /// Valid while this value lives.
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { unsafe pointers = strings.map { unsafe strdup($0) } + [nil] }

  deinit { unsafe pointers.forEach { unsafe free($0) } }

  /// An environment, as `NAME=value`.
  init(environment: [String: String]) {
    self.init(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
  }
}
