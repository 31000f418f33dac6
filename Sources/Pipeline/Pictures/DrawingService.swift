internal import Model
internal import Papers

/// A worker that draws pages for reports: pictures are decoded there and never in the parent.
struct DrawingService: WorkerService {
  static let longestAnswer = 64 << 20

  /// Asks for pages of a source.
  typealias Request = FileRequest<[PageDrawing]>

  /// The pages in the order of the request; `nil` for one that cannot be drawn.
  typealias Answer = [DrawnPage?]

  func answer(_ request: Request, _ send: (Answer) throws -> Void) throws {
    try send(request.subject.map { PageDrawer.page($0, of: request.bytes) })
  }
}

extension WorkerServer {
  /// Draws pages until the end of the input.
  ///
  /// - Returns: The exit status.
  package func drawPages() -> Int32 { serve { DrawingService() } }
}
