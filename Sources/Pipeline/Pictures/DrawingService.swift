internal import Extract
internal import Model

/// A worker that draws pages for reports: pictures are decoded there and never in the parent.
struct DrawingService: WorkerService {
  /// Asks for pages of a source.
  struct Request: WireValue {
    let drawings: [PageDrawing]
    let bytes: [UInt8]

    init(_ drawings: [PageDrawing], of bytes: [UInt8]) {
      self.drawings = drawings
      self.bytes = bytes
    }

    func write(to wire: inout WireWriter) {
      wire.write(drawings)
      wire.append(contents: bytes)
    }

    init(from wire: inout WireReader) throws(WireReader.Malformed) {
      drawings = try wire.read()
      bytes = try wire.contents()
    }
  }

  /// The pages in the order of the request; `nil` for one that cannot be drawn.
  typealias Answer = [DrawnPage?]

  func answer(_ request: Request, _ send: (Answer) throws -> Void) throws {
    try send(request.drawings.map { PageDrawer.page($0, of: request.bytes) })
  }
}

extension WorkerServer {
  /// Draws pages until the end of the input.
  ///
  /// - Returns: The exit status.
  package func drawPages() -> Int32 { serve { DrawingService() } }
}
