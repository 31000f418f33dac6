internal import Model
internal import Native

/// How reading a source ended without an answer.
enum ReaderFailure: Equatable {
  case crashed(reason: LocalizedText)
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

  /// It wrote something that is no answer.
  static let malformed = ReaderFailure.crashed(
    reason: LocalizedText("应答无法解析", "an unintelligible answer"))

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
  var words: LocalizedText {
    switch self {
    case .crashed(let reason): reason
    case .timedOut(let seconds):
      LocalizedText("\(seconds) 秒内没有应答", "no answer in \(seconds) s")
    case .outOfMemory:
      LocalizedText("内存超过上限", "out of memory")
    }
  }

  func notice(file: String) -> Notice {
    switch self {
    case .crashed(let reason):
      Notice(
        file: file, stage: .extract, code: .readerCrashed, details: .only("reason", reason))
    case .timedOut(let seconds):
      Notice(
        file: file, stage: .extract, code: .readerTimeout, details: ["seconds": String(seconds)])
    case .outOfMemory:
      Notice(file: file, stage: .extract, code: .readerOutOfMemory)
    }
  }
}

extension ChildProcess.End {
  var words: LocalizedText {
    switch self {
    case .exited(let status):
      LocalizedText("退出码 \(status)", "exit status \(status)")
    case .signalled(_, let name):
      LocalizedText("信号 \(name)", name)
    }
  }
}
