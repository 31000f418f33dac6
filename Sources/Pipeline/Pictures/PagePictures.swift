package import Model

/// Gives reports the pictures of pages; a report does without one that it cannot give.
///
/// The one place to keep drawn pages: a ``PageDrawing`` names source, page and what is covered, and equal
/// ones give equal bytes.
package final class PagePictures {
  private let launch: WorkerLaunch
  private let seconds: Int
  private var process: DrawingProcess?
  /// What the last sources did to the process, to give up on a machine where it does not work at all.
  private var failuresInARow = 0

  /// - Parameters:
  ///   - program: path of `dossier`, which draws as `dossier worker --reader pictures`.
  ///   - seconds: how long one source may take.
  package init(program: String, seconds: Int = 60) {
    launch = WorkerLaunch(executable: program, arguments: ["--reader", "pictures"])
    self.seconds = seconds
  }

  /// The drawings that could be made.
  ///
  /// - Parameter bytes: Of the source; `nil` where it cannot be read any more.
  package func pages(_ drawings: [PageDrawing], of bytes: () -> [UInt8]?) -> [PageDrawing:
    DrawnPage]
  {
    guard !drawings.isEmpty, failuresInARow < 3, let bytes = bytes(),
      // The file has been changed since it was read: its boxes lie somewhere else.
      drawings.allSatisfy({ $0.digest == SHA256.hex(of: bytes) }),
      let pages = draw(drawings, of: bytes)
    else { return [:] }
    var drawn: [PageDrawing: DrawnPage] = [:]
    for (drawing, page) in zip(drawings, pages) { drawn[drawing] = page }
    return drawn
  }

  private func draw(_ drawings: [PageDrawing], of bytes: [UInt8]) -> [DrawnPage?]? {
    do {
      let process = try self.process ?? DrawingProcess(launch: launch, seconds: seconds)
      self.process = process
      guard let pages = process.pages(drawings, of: bytes) else {
        self.process = nil
        failuresInARow += 1
        return nil
      }
      failuresInARow = 0
      return pages
    } catch {
      failuresInARow += 1
      return nil
    }
  }
}
