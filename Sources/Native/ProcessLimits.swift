internal import CLimits
internal import Glibc

/// What a worker may use; a document that needs more ends the worker, not the machine.
package struct ProcessLimits: Hashable, Sendable {
  /// Address space in bytes; below about 2 GiB inference with its thread arenas is at risk.
  package var memoryBytes: Int
  /// The processor time that all threads together may take for one source, in seconds; the parent sets it with each
  /// (``ChildProcess/allowFurther(cpuSeconds:)``).
  package var cpuSecondsPerSource: Int
  /// The largest file the process may write, in bytes.
  package var fileBytes: Int

  package init(
    memoryBytes: Int = 4 << 30, cpuSecondsPerSource: Int = 600, fileBytes: Int = 64 << 20
  ) {
    self.memoryBytes = memoryBytes
    self.cpuSecondsPerSource = cpuSecondsPerSource
    self.fileBytes = fileBytes
  }

  /// A limit that the kernel did not take.
  package struct Refusal: Error {
    package let limit: String
    package let reason: String
  }

  /// For how many sources a process may take processor time at most, whatever its parent says.
  private static let sources = 50
  /// How many files a process may have open.
  private static let openFiles = 256

  /// Applies the limits to this process for the rest of its life: hard ones, which it cannot raise again.
  package func apply() throws(Refusal) {
    try Self.check("memory", climits_cap_memory(UInt64(clamping: memoryBytes)))
    try Self.check("file size", climits_cap_file_size(UInt64(clamping: fileBytes)))
    try Self.check("core dumps", climits_forbid_core_dumps())
    try Self.check("open files", climits_cap_open_files(UInt64(Self.openFiles)))
    try Self.check(
      "processor time", climits_cap_life(UInt64(clamping: cpuSecondsPerSource * Self.sources)))
  }

  /// Gives this process as much processor time more as a source may take: for a process without a parent that does.
  package func startSource() throws(Refusal) {
    try Self.check(
      "processor time",
      climits_cap_further_cpu(getpid(), UInt64(clamping: cpuSecondsPerSource)))
  }

  private static func check(_ limit: String, _ errorNumber: Int32) throws(Refusal) {
    guard errorNumber == 0 else {
      throw Refusal(limit: limit, reason: SystemError.text(errorNumber))
    }
  }
}

/// The kernel's words for an error number.
package enum SystemError {
  /// The words for a number of `errno`, in English.
  package static func text(_ number: Int32) -> String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words)
  }
}

/// Signals that ask this process to stop.
package enum Interruption {
  /// From now on the first SIGINT, SIGTERM or SIGHUP only shows in ``signal``.
  package static func startCatching() { climits_catch_interruption() }

  /// The number of the signal that asked to stop, if one did.
  package static var signal: Int32? {
    let number = climits_caught_signal()
    return number == 0 ? nil : number
  }

  /// Makes a write to a closed pipe an error instead of the end of the process.
  package static func ignoreBrokenPipes() { climits_ignore_broken_pipe() }
}
