internal import Model

/// Asks for pages of the source whose bytes follow as a frame of their own.
struct DrawingRequest: Codable {
  var drawings: [PageDrawing]
}

/// The pages in the order of the request; `nil` for one that cannot be drawn.
struct DrawingAnswer: Codable {
  var pages: [DrawnPage?]
}

/// A worker process that draws pages, and what is asked of it one source at a time.
///
/// Pictures are decoded there and never in this process (ARCHITECTURE.md, invariant 5). It loads no models, so that
/// it is there at once and small.
final class DrawingProcess {
  private let worker: WorkerConversation

  /// - Parameter seconds: How long one source may take.
  init(launch: WorkerLaunch, seconds: Int) throws {
    worker = try WorkerConversation(launch: launch, seconds: seconds)
  }

  /// The pages; `nil` if the process did not survive it or took too long: it is of no more use then.
  func pages(_ drawings: [PageDrawing], of bytes: [UInt8]) -> [DrawnPage?]? {
    do {
      try worker.ask(DrawingRequest(drawings: drawings), about: bytes)
      let answer: DrawingAnswer = try worker.message()
      return answer.pages.count == drawings.count ? answer.pages : nil
    } catch {
      return nil
    }
  }
}
