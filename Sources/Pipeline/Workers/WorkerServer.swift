internal import Model
package import Native

/// The child's side of every worker: requests in, answers out, until the parent closes the pipe.
package struct WorkerServer {
  private let limits: ProcessLimits
  /// What it does beside reading what it is sent; `nil` where it is not shut in.
  private let needs: Set<Sandbox.Need>?
  /// What it may read beside the libraries of the system.
  private let readable: [String]

  package init(
    limits: ProcessLimits, needs: Set<Sandbox.Need>? = nil, readable: [String] = []
  ) {
    self.limits = limits
    self.needs = needs
    self.readable = readable
  }

  /// Limits this process, makes the service, shuts this process in and serves until the end of the input.
  ///
  /// - Parameter makeService: Loads models; its error becomes the parent's message.
  /// - Returns: The exit status.
  func serve<Service: WorkerService>(_ makeService: () throws -> Service) -> Int32 {
    do {
      let channel = try WorkerChannel()
      let service: Service
      do {
        try limits.apply()
        service = try makeService()
        // All that a worker of any kind opens for itself is open now, and it has not seen a stranger's byte.
        if let needs { try Sandbox.enter(needs, readable: readable) }
      } catch {
        let words = (error as? any WorkerObstacle)?.words
        let reason = words ?? LocalizedText("\(error)", "\(error)")
        try channel.write(Frame.holding(WorkerStart.cannotStart(reason: reason)))
        return 2
      }
      try channel.write(Frame.holding(WorkerStart.ready))
      while true {
        let length = try Frame.length(try channel.read(count: Frame.prefixLength))
        let request = try WireReader.value(
          Service.Request.self, in: try channel.read(count: length))
        try service.answer(request) { try channel.write(Frame.holding($0)) }
      }
    } catch is WorkerChannel.Closed {
      // The parent is gone or has no more for us.
      return 0
    } catch {
      return 1
    }
  }
}

extension Sandbox.Refusal: WorkerObstacle {
  var words: LocalizedText {
    LocalizedText(
      "内核提供 \(wall) 却不让读取进程使用（\(reason)）",
      "the kernel offers \(wall) and does not let the reading process use it (\(reason))")
  }
}
