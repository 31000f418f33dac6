/// A small picture of a document that is no page: the look of a seal.
package struct DocumentPicture: Hashable, Sendable {
  /// Width and height are in pixels.
  package let width: Int
  package let height: Int
  /// A JPEG file in base64, drawn anew, so that nothing of the original's own bytes is in it.
  package let jpeg: String

  package init(width: Int, height: Int, jpeg: String) {
    self.width = width
    self.height = height
    self.jpeg = jpeg
  }
}
