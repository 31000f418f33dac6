/// A line of a page with its place.
package struct PageLine: Hashable, Sendable {
  package var line: RecognizedLine
  /// In the upright page's coordinates.
  package var box: TextBox

  package init(line: RecognizedLine, box: TextBox) {
    self.line = line
    self.box = box
  }
}
