internal import Model
internal import Native

/// How reading a source ended without an answer.
enum ReaderFailure: Equatable {
  case crashed(reason: LocalizedText)
  case timedOut(seconds: Int)
  case outOfMemory
  /// Somebody else ended it: the kernel for want of memory, an administrator, the end of a job.
  case killed

  /// What the worker's end and its last words say.
  init(end: ChildProcess.End, log: String, cpuSeconds: Int) {
    switch end {
    case .signalled(_, "SIGXCPU"):
      self = .timedOut(seconds: cpuSeconds)
    // Not by us, who would know why.
    case .signalled(_, "SIGKILL"):
      self = .killed
    case .signalled, .exited:
      self = Self.isAllocationFailure(log) ? .outOfMemory : .crashed(reason: end.words)
    }
  }

  /// It wrote something that is no answer.
  static let malformed = ReaderFailure.crashed(
    reason: LocalizedText("应答无法解析", "an unintelligible answer"))

  /// It answered something that cannot be an answer about the source.
  ///
  /// - Parameter part: What of it does not fit.
  static func unfit(_ part: String) -> ReaderFailure {
    .crashed(
      reason: LocalizedText(
        "应答与所读文件不符（\(part)）", "an answer that does not fit the file (\(part))"))
  }

  /// The last words of the Swift runtime, of C++ and of GLib when an allocation fails.
  private static func isAllocationFailure(_ log: String) -> Bool {
    ["failed to allocate", "bad_alloc", "could not allocate", "cannot allocate memory"]
      .contains { log.lowercased().contains($0) }
  }

  /// Whether a fresh worker may do better: the history of one that had answered before may be to blame, and for
  /// its being killed no file is.
  func isWorthAnotherTry(after answers: Int) -> Bool {
    switch self {
    case .crashed, .outOfMemory: answers > 0
    case .killed: true
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
    case .killed:
      LocalizedText(
        "读取进程被系统或他人终止（SIGKILL），常见原因是机器内存不足",
        "the reading process was killed (SIGKILL) by the system or somebody, often because the machine ran out of memory"
      )
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
    case .killed:
      Notice(
        file: file, stage: .extract, code: .readerCrashed, details: .only("reason", words))
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
