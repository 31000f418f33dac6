internal import CLimits
internal import Glibc

/// What a worker may use; a document that needs more ends the worker, not the machine.
package struct ProcessLimits: Hashable, Sendable {
  /// Address space in bytes; below about 2 GiB inference with its thread arenas is at risk.
  package var memoryBytes: Int
  /// The processor time that all threads together may take for one source, in seconds.
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

  /// Applies the limits to this process for the rest of its life.
  package func apply() throws(Refusal) {
    try Self.check("memory", climits_cap_memory(UInt64(clamping: memoryBytes)))
    try Self.check("file size", climits_cap_file_size(UInt64(clamping: fileBytes)))
    try Self.check("core dumps", climits_forbid_core_dumps())
  }

  /// Starts to count the processor time of the next source.
  package func startSource() throws(Refusal) {
    try Self.check("processor time", climits_cap_further_cpu(UInt64(clamping: cpuSecondsPerSource)))
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
