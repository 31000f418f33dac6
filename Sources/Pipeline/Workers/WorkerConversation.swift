internal import Native

/// A worker process that is asked one thing at a time, by whoever waits for its answer.
///
/// It loads no models, so that it is there at once and small.
final class WorkerConversation {
  private let process: ChildProcess
  private let seconds: Int
  private var unsent: ArraySlice<UInt8> = []
  private var received = FrameBuffer()
  private var deadline = ContinuousClock.now

  /// It did not survive the question, took too long or made no sense: it is of no more use.
  struct Ended: Error {}

  /// - Parameter seconds: How long one answer may take.
  init(launch: WorkerLaunch, seconds: Int) throws {
    process = try launch.start()
    self.seconds = seconds
  }

  /// Asks: a message and, as a frame of its own, the bytes that it is about.
  func ask(_ request: some Encodable, about bytes: [UInt8]) throws {
    unsent = try WorkerMessage.encoded(request)[...] + Frame.encoded(bytes)[...]
    deadline = .now + .seconds(seconds)
  }

  /// The next frame of the answer.
  ///
  /// - Parameter shouldStop: asked five times a second, so that nobody waits for an answer any more.
  func frame(shouldStop: () -> Bool = { false }) throws -> [UInt8] {
    while ContinuousClock.now < deadline, !shouldStop() {
      if let payload = try received.next() { return payload }
      let waiting = Readiness.wait(
        for: [(process.pipes, !unsent.isEmpty)], timeoutMilliseconds: 200)
      guard let ready = waiting.first else { throw Ended() }
      if ready.canWrite, !unsent.isEmpty {
        switch process.write(unsent.prefix(1 << 20)) {
        case .bytes(let count): unsent = unsent.dropFirst(count)
        case .full: break
        case .closed: throw Ended()
        }
      }
      if ready.canRead {
        switch process.read() {
        case .bytes(let bytes): received.append(bytes)
        case .empty: break
        case .closed: throw Ended()
        }
      }
    }
    throw Ended()
  }

  /// The next frame of the answer, as a message.
  func message<Message: Decodable>(shouldStop: () -> Bool = { false }) throws -> Message {
    try WorkerMessage.decoded(try frame(shouldStop: shouldStop))
  }
}
