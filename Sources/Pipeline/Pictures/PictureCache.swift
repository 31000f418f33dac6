internal import Model
internal import Native

/// Drawn pages of earlier runs: a report whose pages are all here opens no file.
package final class PictureCache: Sendable {
  private let store: CacheStore
  private let context: ReadingContext

  package init(store: CacheStore, context: ReadingContext) {
    self.store = store
    self.context = context
  }

  func page(_ drawing: PageDrawing) -> DrawnPage? {
    guard let body = store.body(.picture, key: key(drawing)) else { return nil }
    do throws(WireReader.Malformed) {
      // The type is named: what the function returns would make an optional page of the bytes.
      return try WireReader.value(DrawnPage.self, in: body)
    } catch {
      // Damaged: it will be drawn and replaced.
      return nil
    }
  }

  func keep(_ page: DrawnPage, as drawing: PageDrawing) {
    store.put(
      WireWriter.bytes(of: page),
      as: CacheStore.Label(
        kind: .picture, key: key(drawing), source: drawing.digest, mediaType: "image/jpeg"))
  }

  /// The pages depend on the program that draws them as well.
  private func key(_ drawing: PageDrawing) -> String {
    let corners = drawing.covered.flatMap(\.corners).map { "\($0.x),\($0.y)" }
    return SHA256.hex(
      of: ([context.digest, drawing.digest, String(drawing.page)] + corners)
        .joined(separator: "\n"))
  }
}
