internal import Model
internal import Native

/// Gives reports the pictures of pages; a report does without one that it cannot give.
///
/// A ``PageDrawing`` names source, page and what is covered, and equal ones give equal bytes: drawn pages are
/// kept under it.
package final class PagePictures {
  private let worker: WorkerConversation<DrawingService>
  private let cache: PictureCache?
  /// What the last sources did to the process, to give up on a machine where it does not work at all.
  private var failuresInARow = 0

  /// - Parameters:
  ///   - program: path of `dossier`, which draws as `dossier worker --reader pictures`.
  ///   - cache: what earlier runs drew.
  ///   - seconds: how long one source may take.
  package init(program: String, cache: PictureCache? = nil, seconds: Int = 60) {
    self.cache = cache
    worker = WorkerConversation(program: program, kind: "pictures", seconds: seconds)
  }

  /// The drawings, if they were all made before.
  static func known(
    _ drawings: [PageDrawing], having drawn: [PageDrawing: DrawnPage], in cache: PictureCache?
  ) -> [PageDrawing: DrawnPage]? {
    var pages: [PageDrawing: DrawnPage] = [:]
    for drawing in drawings {
      guard let page = drawn[drawing] ?? cache?.page(drawing) else { return nil }
      pages[drawing] = page
    }
    return pages
  }

  /// Returns the drawings that could be made.
  ///
  /// - Parameters:
  ///   - drawn: Pages that were drawn before, beside those of the cache.
  ///   - bytes: Of the source; `nil` where it cannot be read any more.
  func pages(
    _ drawings: [PageDrawing], having drawn: [PageDrawing: DrawnPage] = [:],
    of bytes: () -> [UInt8]?
  ) -> [PageDrawing: DrawnPage] {
    var pages: [PageDrawing: DrawnPage] = [:]
    for drawing in drawings { pages[drawing] = drawn[drawing] ?? cache?.page(drawing) }
    let missing = drawings.filter { pages[$0] == nil }
    guard !missing.isEmpty, failuresInARow < 3, let bytes = bytes(),
      // The file has been changed since it was read: its boxes lie somewhere else.
      missing.allSatisfy({ $0.digest == SHA256.hex(of: bytes) }),
      let drawn = draw(missing, of: bytes)
    else { return pages }
    for (drawing, page) in zip(missing, drawn) {
      guard let page else { continue }
      pages[drawing] = page
      cache?.keep(page, as: drawing)
    }
    return pages
  }

  /// Ends the process that draws: what one submission left in it does not reach another's pages.
  func endSubmission() { worker.end() }

  private func draw(_ drawings: [PageDrawing], of bytes: [UInt8]) -> [DrawnPage?]? {
    do {
      let pages = try worker.answer(to: DrawingService.Request(drawings, of: bytes))
      guard pages.count == drawings.count else { throw WireReader.Malformed() }
      failuresInARow = 0
      return pages
    } catch {
      failuresInARow += 1
      return nil
    }
  }
}
