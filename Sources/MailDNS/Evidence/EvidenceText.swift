package import Model

/// A text that is evidence of DNS, with where its lines stand.
package struct EvidenceText: Sendable {
  /// A line that stands on a page.
  package struct PictureLine: Sendable {
    package let text: String
    /// The page is 0-based.
    package let page: Int
    package let box: Quad
    /// The method is `ocr` or `text_layer`.
    package let method: EvidenceMethod
    /// That every character of it is right, 0 to 1.
    package let confidence: Double

    package init(text: String, page: Int, box: Quad, method: EvidenceMethod, confidence: Double) {
      self.text = text
      self.page = page
      self.box = box
      self.method = method
      self.confidence = confidence
    }
  }

  package let file: String
  /// UTF-8 with line feeds.
  package let bytes: [UInt8]
  /// By line number - 1; empty for a text that is a file.
  let pictureLines: [PictureLine]

  /// Splits a text file into lines.
  ///
  /// - Parameter bytes: The text in UTF-8.
  package init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    pictureLines = []
  }

  /// Takes the lines of a page from the top down.
  package init(_ lines: [PictureLine], file: String) {
    bytes = Array(
      lines.map { line in
        String(line.text.map { $0.isNewline ? " " : $0 })
      }.joined(separator: "\n").utf8)
    self.file = file
    pictureLines = lines
  }

  package var isPicture: Bool { !pictureLines.isEmpty }

  /// - Parameters:
  ///   - line: 1-based.
  ///   - raw: the text that was read.
  func origin(line: Int, raw: String? = nil, captured: Instant? = nil) -> RecordOrigin {
    guard pictureLines.indices.contains(line - 1) else {
      return RecordOrigin(
        evidence: Evidence(
          file: file, method: .dns, raw: raw, position: TextPosition(line: line, column: 1)),
        captured: captured)
    }
    let seen = pictureLines[line - 1]
    return RecordOrigin(
      evidence: Evidence(
        file: file, page: seen.page, box: seen.box, method: seen.method, raw: seen.text),
      captured: captured, confidence: seen.confidence)
  }
}
