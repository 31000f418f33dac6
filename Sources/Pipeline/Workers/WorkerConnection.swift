internal import Model
internal import Native

/// A worker process as its parent sees it: what is sent to it and what comes back; never blocks.
final class WorkerConnection<Service: WorkerService> {
  /// What came of moving bytes.
  enum Event {
    case nothing
    case ready
    /// The worker says itself that it cannot work here.
    case cannotStart(reason: LocalizedText)
    case answered(Service.Answer)
    /// It wrote something that is no answer.
    case malformed
    /// It has closed its end: ``end()`` says why.
    case closed
  }

  private var process: ChildProcess
  private var unsent: ArraySlice<UInt8> = []
  private var received = FrameBuffer(longest: Service.longestAnswer)
  private(set) var isReady = false

  init(launch: WorkerLaunch) throws(ChildProcess.SpawnError) { process = try launch.start() }

  var isSending: Bool { !unsent.isEmpty }
  var waiting: (pipes: Readiness.Pipes, isSending: Bool) { (process.pipes, isSending) }

  /// Gives the worker so much processor time more, of all its threads together.
  func allow(cpuSeconds: Int) { process.allowFurther(cpuSeconds: cpuSeconds) }

  /// Begins to send a request.
  func send(_ request: Service.Request) { unsent = Frame.holding(request)[...] }

  /// Moves bytes where `readiness` says that it can be done.
  func advance(_ readiness: Readiness) -> Event {
    if readiness.canWrite, isSending {
      switch process.write(unsent.prefix(1 << 20)) {
      case .bytes(let count): unsent = unsent.dropFirst(count)
      case .full: break
      // The end of its output says more.
      case .closed: unsent = []
      }
    }
    guard readiness.canRead else { return .nothing }
    switch process.read() {
    case .bytes(let bytes): received.append(bytes)
    case .empty: break
    case .closed: return .closed
    }
    return next()
  }

  /// What it says next, of what has come in already.
  func next() -> Event {
    do throws(WireReader.Malformed) {
      guard let payload = try received.next() else { return .nothing }
      if isReady { return .answered(try WireReader.value(in: payload)) }
      switch try WireReader.value(WorkerStart.self, in: payload) {
      case .ready:
        isReady = true
        return .ready
      case .cannotStart(let reason): return .cannotStart(reason: reason)
      }
    } catch {
      return .malformed
    }
  }

  /// Ends the process and all it started, at once.
  func kill() { process.kill() }

  /// How the process ended that has closed its end, and its last words.
  func end() -> (end: ChildProcess.End, log: String) {
    (process.reap(graceMilliseconds: 500), process.logTail(bytes: 4096))
  }
}
