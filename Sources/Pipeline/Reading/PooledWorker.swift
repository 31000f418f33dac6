internal import Model
internal import Native

/// One worker of a pool, with the source that it has; never blocks.
final class PooledWorker {
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

  private let connection: WorkerConnection<ReadingService>
  private let limits: PoolLimits
  private let check: AnswerCheck
  private var assignment: Assignment?
  private var deadline: ContinuousClock.Instant
  private var given = ContinuousClock.now
  /// How many sources it has answered.
  private(set) var answers = 0
  /// What its sources count, a small one as 1.
  private var wear = 0
  /// Whether it said that it is unfit for other sources.
  private var isUnfit = false

  init(
    launch: WorkerLaunch, limits: PoolLimits, check: AnswerCheck
  ) throws(ChildProcess.SpawnError) {
    connection = try WorkerConnection(launch: launch)
    self.limits = limits
    self.check = check
    deadline = .now + .seconds(limits.startSeconds)
  }

  /// How long it has had, or had, its source.
  var sinceGiven: Duration { ContinuousClock.now - given }

  /// Whether the next source should get a fresh one.
  var needsReplacement: Bool {
    isUnfit || wear >= limits.sourcesPerWorker * PoolLimits.smallSourcesForOne
  }

  var isReady: Bool { connection.isReady }
  var isIdle: Bool { assignment == nil }
  var waiting: (pipes: Readiness.Pipes, isSending: Bool) { connection.waiting }

  /// Begins to send a source to an idle worker.
  func give(_ assignment: Assignment) {
    let source = assignment.source
    connection.allow(cpuSeconds: limits.process.cpuSecondsPerSource)
    connection.send(ReadingService.Request(source.file, of: source.bytes))
    self.assignment = assignment
    given = .now
    // A worker that is still loading models gets the time for that as well.
    if isReady { deadline = .now + .seconds(seconds) }
  }

  /// For the source that it has.
  private var seconds: Int { assignment?.source.seconds ?? limits.sourceSeconds }

  /// Moves bytes where `readiness` says that it can be done, and looks at the clock.
  func advance(_ readiness: Readiness) -> Event {
    var event = connection.advance(readiness)
    if case .ready = event {
      deadline = .now + .seconds(seconds)
      given = .now
      event = connection.next()
    }
    switch event {
    case .nothing, .ready:
      guard ContinuousClock.now > deadline, !isReady || !isIdle else { return .nothing }
      return failed(.timedOut(seconds: seconds))
    case .cannotStart(let reason): return .cannotStart(reason: reason)
    case .answered(let answer): return answered(answer)
    case .malformed: return failed(.malformed)
    case .closed:
      let (end, log) = connection.end()
      return failed(
        ReaderFailure(end: end, log: log, cpuSeconds: limits.process.cpuSecondsPerSource))
    }
  }

  private func answered(_ answer: ReadingService.Answer) -> Event {
    guard let assignment, !connection.isSending else { return failed(.malformed) }
    do throws(WireReader.Malformed) {
      let extraction = try ExtractionForm.extraction(
        in: answer.extraction, file: assignment.source.file)
      if let fault = check.fault(in: extraction, of: assignment.source) {
        return failed(.unfit(fault))
      }
      self.assignment = nil
      answers += 1
      let isSmall = assignment.source.bytes.count < PoolLimits.smallBytes
      wear += isSmall ? 1 : PoolLimits.smallSourcesForOne
      isUnfit = answer.needsReplacement
      return .answered(assignment, extraction)
    } catch {
      return failed(.malformed)
    }
  }

  private func failed(_ failure: ReaderFailure) -> Event {
    connection.kill()
    return .failed(assignment, failure)
  }
}
