internal import Glibc

/// This process, and others of this machine.
package enum RunningProcess {
  /// The number of this process.
  package static var number: Int32 { getpid() }

  /// The machine's own name, asked of nobody.
  package static var machine: String {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a process of this machine has that number.
  package static func isRunning(_ number: Int32) -> Bool {
    number > 0 && (kill(number, 0) == 0 || errno != ESRCH)
  }
}
