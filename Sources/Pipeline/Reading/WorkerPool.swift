package import Model
internal import Native

/// A file to be read by a worker.
package struct PooledSource: Sendable {
  /// The name for notices and evidence.
  package var file: String
  package var bytes: [UInt8]
  /// By content; for the note on a source that the reader did not survive.
  package var mediaType: MediaType
  /// How long reading it may take, where that is less than usual.
  package var seconds: Int?
}

/// Reads sources in a bounded number of worker processes, and outlives what they die of.
///
/// One loop over `poll` serves them all: no threads, no locks, and neither side of a full pipe can
/// keep the other waiting.
package final class WorkerPool {
  /// The workers cannot work on this machine: nothing can be read.
  package struct CannotStart: Error {
    package let reason: LocalizedText
  }

  /// What the next number asks for.
  package enum Next {
    case read(PooledSource)
    /// There is nothing to send: the source could not be opened.
    case skip(Extraction)
  }

  private let launch: WorkerLaunch
  private let size: Int
  let limits: PoolLimits
  private let check: AnswerCheck
  private var workers: [PooledWorker] = []
  /// Sources that wait for a second try on a fresh worker.
  private var retries: [PooledWorker.Assignment] = []
  /// Workers that ended before they were ready, one after the other.
  private var failedStarts = 0
  /// How many were started.
  private(set) var starts = 0

  /// Makes a pool, which starts workers as they are needed.
  ///
  /// - Parameters:
  ///   - size: How many workers run at most.
  ///   - keys: The fact keys that reading may yield; an answer with another is none.
  package init(
    launch: WorkerLaunch, size: Int, limits: PoolLimits = PoolLimits(), keys: Set<String>
  ) {
    self.launch = launch
    check = AnswerCheck(keys: keys)
    self.size = max(1, size)
    self.limits = limits
    // A worker that dies while a source is being sent is an event, not the end of this process.
    Interruption.ignoreBrokenPipes()
  }

  /// Reads the sources 0 ..< `count`.
  /// - Parameters:
  ///   - next: opens the source of that number; called in order, just before it is sent.
  ///   - deliver: gets each number once, in the order of completion.
  ///   - spent: gets how long a worker had the source of that number, before it is delivered.
  ///   - shouldStop: asked a few times a second; the rest is then left unread.
  package func read(
    count: Int, next: (Int) -> Next, deliver: (Int, Extraction) throws -> Void,
    spent: (Int, Duration) -> Void = { _, _ in }, shouldStop: () -> Bool = { false }
  ) throws {
    var begun = 0
    // Opened, and waiting for a worker: what is skipped needs none, not even a start.
    var opened: PooledWorker.Assignment?
    while !shouldStop() {
      if opened == nil, begun < count {
        defer { begun += 1 }
        switch next(begun) {
        case .skip(let extraction):
          try deliver(begun, extraction)
          continue
        case .read(let source):
          opened = PooledWorker.Assignment(number: begun, source: source, isAnotherTry: false)
        }
      }
      if let assignment = opened, let worker = try idleWorker() {
        worker.give(assignment)
        opened = nil
      } else if opened == nil, retries.isEmpty, workers.allSatisfy(\.isIdle) {
        return
      } else {
        try serve(deliver, spent)
      }
    }
  }

  /// Starts one worker and waits until it has loaded its models.
  package func checkStart() throws {
    let worker = try startWorker()
    while !worker.isReady, workers.contains(where: { $0 === worker }) {
      try serve({ _, _ in }, { _, _ in })
    }
    if !worker.isReady { try checkStart() }
  }

  /// An idle worker, started if there may be one more; a second try comes before new sources.
  private func idleWorker() throws -> PooledWorker? {
    try giveRetries()
    if let idle = workers.first(where: \.isIdle) { return idle }
    return workers.count < size ? try startWorker() : nil
  }

  private func giveRetries() throws {
    while !retries.isEmpty, workers.count < size {
      try startWorker().give(retries.removeFirst())
    }
  }

  private func startWorker() throws -> PooledWorker {
    do throws(ChildProcess.SpawnError) {
      let worker = try PooledWorker(launch: launch, limits: limits, check: check)
      workers.append(worker)
      starts += 1
      return worker
    } catch {
      throw CannotStart(reason: LocalizedText(error.reason, error.reason))
    }
  }

  /// Waits for the workers once and handles what they have to say.
  private func serve(
    _ deliver: (Int, Extraction) throws -> Void, _ spent: (Int, Duration) -> Void
  ) throws {
    try giveRetries()
    let readiness = Readiness.wait(
      for: workers.map(\.waiting), timeoutMilliseconds: 200)
    for (worker, ready) in zip(workers, readiness) {
      switch worker.advance(ready) {
      case .nothing:
        break
      case .answered(let assignment, let extraction):
        failedStarts = 0
        spent(assignment.number, worker.sinceGiven)
        try deliver(assignment.number, extraction)
        if worker.needsReplacement { drop(worker) }
      case .failed(let assignment, let failure):
        drop(worker)
        if let assignment { spent(assignment.number, worker.sinceGiven) }
        try handle(failure, of: worker, on: assignment, deliver)
      case .cannotStart(let reason):
        throw CannotStart(reason: reason)
      }
    }
  }

  private func handle(
    _ failure: ReaderFailure, of worker: PooledWorker, on assignment: PooledWorker.Assignment?,
    _ deliver: (Int, Extraction) throws -> Void
  ) throws {
    if !worker.isReady {
      failedStarts += 1
      guard failedStarts < 3 else { throw CannotStart(reason: failure.words) }
      // The source is not to blame: it was not looked at.
      if let assignment { retries.append(assignment) }
      return
    }
    guard let assignment else { return }
    if failure.isWorthAnotherTry(after: worker.answers), !assignment.isAnotherTry {
      retries.append(
        PooledWorker.Assignment(
          number: assignment.number, source: assignment.source, isAnotherTry: true))
      return
    }
    let source = assignment.source
    try deliver(
      assignment.number,
      Extraction(
        file: source.file, mediaType: source.mediaType, digest: SHA256.hex(of: source.bytes),
        notices: [failure.notice(file: source.file)]))
  }

  private func drop(_ worker: PooledWorker) { workers.removeAll { $0 === worker } }
}
