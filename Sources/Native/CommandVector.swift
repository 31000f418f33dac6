internal import Glibc

/// A null-terminated list of C strings, as `exec` wants its arguments and its environment.
@safe struct CommandVector: ~Copyable {
  /// Valid while this value lives.
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { unsafe pointers = strings.map { unsafe strdup($0) } + [nil] }

  deinit { unsafe pointers.forEach { unsafe free($0) } }

  /// This process's environment with `changes`, as `NAME=value`.
  static func environment(changing changes: [String: String]) -> [String] {
    var entries: [String] = []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if changes[String(text.prefix { $0 != "=" })] == nil { entries.append(text) }
      unsafe next += 1
    }
    return entries + changes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}
