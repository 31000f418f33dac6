internal import Model
internal import Native

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
/// Pictures are decoded there and never in this process (DESIGN.md invariant 5). It loads no models, so that
/// it is there at once and small.
final class DrawingProcess {
  private let process: ChildProcess
  private let seconds: Int

  /// - Parameter seconds: How long one source may take.
  init(launch: WorkerLaunch, seconds: Int) throws {
    process = try launch.start()
    self.seconds = seconds
  }

  /// The pages; `nil` if the process did not survive it or took too long: it is of no more use then.
  func pages(_ drawings: [PageDrawing], of bytes: [UInt8]) -> [DrawnPage?]? {
    do {
      let request = try WorkerMessage.encoded(DrawingRequest(drawings: drawings))
      guard let payload = exchange(request + Frame.encoded(bytes)) else { return nil }
      let answer: DrawingAnswer = try WorkerMessage.decoded(payload)
      return answer.pages.count == drawings.count ? answer.pages : nil
    } catch {
      return nil
    }
  }

  private func exchange(_ message: [UInt8]) -> [UInt8]? {
    var unsent = message[...]
    var received = FrameBuffer()
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      let waiting = Readiness.wait(
        for: [(process.pipes, !unsent.isEmpty)], timeoutMilliseconds: 200)
      guard let ready = waiting.first else { return nil }
      if ready.canWrite, !unsent.isEmpty {
        switch process.write(unsent.prefix(1 << 20)) {
        case .bytes(let count): unsent = unsent.dropFirst(count)
        case .full: break
        case .closed: return nil
        }
      }
      if ready.canRead {
        switch process.read() {
        case .bytes(let bytes): received.append(bytes)
        case .empty: break
        case .closed: return nil
        }
        do { if let payload = try received.next() { return payload } } catch { return nil }
      }
    }
    return nil
  }
}
