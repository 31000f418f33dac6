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
    reason: LocalizedText(chinese: "应答无法解析", english: "an unintelligible answer"))

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
      LocalizedText(chinese: "\(seconds) 秒内没有应答", english: "no answer in \(seconds) s")
    case .outOfMemory:
      LocalizedText(chinese: "内存超过上限", english: "out of memory")
    }
  }

  func notice(file: String) -> Notice {
    switch self {
    case .crashed(let reason):
      var details: [String: String] = [:]
      details.set("reason", to: reason)
      return Notice(file: file, stage: .extract, code: .readerCrashed, details: details)
    case .timedOut(let seconds):
      return Notice(
        file: file, stage: .extract, code: .readerTimeout, details: ["seconds": String(seconds)])
    case .outOfMemory:
      return Notice(file: file, stage: .extract, code: .readerOutOfMemory)
    }
  }
}

extension ChildProcess.End {
  var words: LocalizedText {
    switch self {
    case .exited(let status):
      LocalizedText(chinese: "退出码 \(status)", english: "exit status \(status)")
    case .signalled(_, let name):
      LocalizedText(chinese: "信号 \(name)", english: name)
    }
  }
}
