internal import Native
internal import Papers

extension WorkerServer {
  /// Limits this process and draws pages for reports until the end of the input.
  /// - Returns: the exit status.
  package func drawPages() -> Int32 {
    do {
      let channel = try WorkerChannel()
      try limits.apply()
      while true {
        let request: DrawingRequest = try WorkerMessage.decoded(try frame(from: channel))
        let bytes = try frame(from: channel)
        try limits.startSource()
        let pages = request.drawings.map { PageDrawer.page($0, of: bytes) }
        try channel.write(WorkerMessage.encoded(DrawingAnswer(pages: pages)))
      }
    } catch {
      // The parent is gone or has no more for us.
      return 0
    }
  }
}
