internal import Model
internal import Native

/// One worker process as its pool sees it; never blocks.
final class Worker {
  /// What came of waiting.
  enum Event {
    case nothing
    case answered(Assignment, Extraction)
    case failed(Assignment?, ReaderFailure)
    /// The worker says itself that it cannot work here.
    case cannotStart(reason: LocalizedText)
  }

  /// A source that the worker has.
  struct Assignment {
    /// Index in the pool's order.
    let number: Int
    let source: PooledSource
    /// Whether an earlier worker failed on it.
    let isAnotherTry: Bool
  }

  private var process: ChildProcess
  private let limits: PoolLimits
  private(set) var assignment: Assignment?
  /// How many sources it has answered.
  private(set) var answers = 0
  private(set) var isReady = false
  /// Whether it said that it is unfit for other sources.
  private(set) var isSpent = false
  private var unsent: ArraySlice<UInt8> = []
  private var received = FrameBuffer()
  private(set) var deadline: ContinuousClock.Instant

  init(launch: WorkerLaunch, limits: PoolLimits) throws {
    process = try launch.start()
    self.limits = limits
    deadline = .now + .seconds(limits.startSeconds)
  }

  var isIdle: Bool { assignment == nil }
  var wish: (pipes: Readiness.Pipes, isSending: Bool) { (process.pipes, !unsent.isEmpty) }

  /// Begins to send a source to an idle worker.
  func give(_ assignment: Assignment) throws {
    let request = SourceRequest(number: assignment.number, file: assignment.source.file)
    unsent =
      try WorkerMessage.encoded(request)[...] + Frame.encoded(assignment.source.bytes)[...]
    self.assignment = assignment
    // A worker that is still loading models gets the time for that as well.
    if isReady { deadline = .now + .seconds(limits.sourceSeconds) }
  }

  /// Moves bytes where `readiness` says that it can be done, and looks at the clock.
  func advance(_ readiness: Readiness) -> Event {
    if readiness.canWrite, !unsent.isEmpty {
      switch process.write(unsent.prefix(1 << 20)) {
      case .bytes(let count): unsent = unsent.dropFirst(count)
      case .full: break
      // The end of its output says more.
      case .closed: unsent = []
      }
    }
    if readiness.canRead {
      switch process.read() {
      case .bytes(let bytes):
        received.append(bytes)
        if let event = nextAnswer() { return event }
      case .empty: break
      case .closed: return ended()
      }
    }
    guard ContinuousClock.now > deadline, !isReady || !isIdle else { return .nothing }
    process.kill()
    return .failed(assignment, .timedOut(seconds: limits.sourceSeconds))
  }

  private func nextAnswer() -> Event? {
    do {
      guard let payload = try received.next() else { return nil }
      let answer: WorkerAnswer = try WorkerMessage.decoded(payload)
      switch answer {
      case .ready:
        isReady = true
        deadline = .now + .seconds(limits.sourceSeconds)
        return nextAnswer()
      case .cannotStart(let reason):
        return .cannotStart(reason: reason)
      case .extraction(let number, var extraction, let isSpent):
        guard let assignment, assignment.number == number, unsent.isEmpty else { return garbled() }
        extraction.file = assignment.source.file
        self.assignment = nil
        answers += 1
        self.isSpent = isSpent
        return .answered(assignment, extraction)
      }
    } catch {
      return garbled()
    }
  }

  private func garbled() -> Event {
    process.kill()
    return .failed(assignment, .garbled)
  }

  private func ended() -> Event {
    let end = process.reap(graceMilliseconds: 500)
    let failure = ReaderFailure(
      end: end, log: process.logTail(bytes: 4096), cpuSeconds: limits.process.cpuSecondsPerSource)
    return .failed(assignment, failure)
  }
}
