internal import Model
internal import Native

/// How reading a source ended without an answer.
enum ReaderFailure: Equatable {
  case crashed(reason: String)
  case timedOut(seconds: Int)
  case outOfMemory

  /// What the worker's end and its last words say.
  init(end: ChildProcess.End, log: String, cpuSeconds: Int) {
    switch end {
    case .signalled(_, "SIGXCPU"):
      self = .timedOut(seconds: cpuSeconds)
    // We did not kill it, so the kernel's memory killer did.
    case .signalled(_, "SIGKILL"):
      self = .outOfMemory
    case .signalled, .exited:
      self = Self.isAllocationFailure(log) ? .outOfMemory : .crashed(reason: end.words)
    }
  }

  /// The last words of the Swift runtime, of C++ and of GLib when an allocation fails.
  private static func isAllocationFailure(_ log: String) -> Bool {
    ["failed to allocate", "bad_alloc", "could not allocate", "cannot allocate memory"]
      .contains { log.lowercased().contains($0) }
  }

  /// Whether a fresh worker may do better: its predecessor's history may be to blame.
  var isWorthAnotherTry: Bool {
    switch self {
    case .crashed, .outOfMemory: true
    case .timedOut: false
    }
  }

  /// For the terminal, where no worker gets as far as reading.
  var words: String {
    switch self {
    case .crashed(let reason): reason
    case .timedOut(let seconds): "no answer in \(seconds) s"
    case .outOfMemory: "out of memory"
    }
  }

  func notice(file: String) -> Notice {
    switch self {
    case .crashed(let reason):
      Notice(file: file, stage: .extract, code: .readerCrashed, details: ["reason": reason])
    case .timedOut(let seconds):
      Notice(
        file: file, stage: .extract, code: .readerTimeout, details: ["seconds": String(seconds)])
    case .outOfMemory:
      Notice(file: file, stage: .extract, code: .readerOutOfMemory)
    }
  }
}

extension ChildProcess.End {
  var words: String {
    switch self {
    case .exited(let status): "exit \(status)"
    case .signalled(_, let name): name
    }
  }
}
