internal import Native

/// A worker that is asked one thing at a time, by whoever waits for its answer.
///
/// It loads no models, so that it is there at once and small. It is started by the first question, and anew by the
/// next one after a question that it did not survive.
final class WorkerConversation<Service: WorkerService> {
  private let launch: WorkerLaunch
  private let seconds: Int
  private let limits = ProcessLimits()
  private var connection: WorkerConnection<Service>?

  /// It did not survive the question, took too long or made no sense.
  struct Ended: Error {}

  /// - Parameters:
  ///   - kind: The value of `--reader`.
  ///   - seconds: How long one answer may take.
  init(program: String, kind: String, seconds: Int) {
    launch = WorkerLaunch(executable: program, arguments: ["--reader", kind])
    self.seconds = seconds
  }

  /// Asks, and hands on the pieces of the answer until something has come of them.
  ///
  /// - Parameters:
  ///   - shouldStop: Asked five times a second, so that nobody waits for an answer any more.
  ///   - take: Gets each piece; what it returns of the last one, or throws of any, is what came of it.
  /// - Throws: ``Ended``, or what `take` throws.
  func ask<Outcome>(
    _ request: Service.Request, shouldStop: () -> Bool = { false },
    take: (Service.Answer) throws -> Outcome?
  ) throws -> Outcome {
    do {
      let connection = try self.connection ?? WorkerConnection(launch: launch)
      self.connection = connection
      connection.allow(cpuSeconds: limits.cpuSecondsPerSource)
      connection.send(request)
      let deadline = ContinuousClock.now + .seconds(seconds)
      var event = connection.next()
      while ContinuousClock.now < deadline, !shouldStop() {
        switch event {
        case .nothing:
          let waiting = Readiness.wait(for: [connection.waiting], timeoutMilliseconds: 200)
          event = waiting.first.map(connection.advance) ?? .closed
        case .ready: event = connection.next()
        case .answered(let answer):
          if let outcome = try take(answer) { return outcome }
          event = connection.next()
        case .cannotStart, .malformed, .closed: throw Ended()
        }
      }
      throw Ended()
    } catch {
      connection = nil
      throw error
    }
  }

  /// Ends the worker: what it was sent leaves nothing behind for whatever the next one is sent.
  func end() { connection = nil }

  /// Asks for an answer of one piece.
  func answer(
    to request: Service.Request, shouldStop: () -> Bool = { false }
  ) throws -> Service.Answer {
    try ask(request, shouldStop: shouldStop) { $0 }
  }
}
