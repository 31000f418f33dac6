package import CEL
package import Model
package import Tables

/// What a request is about: the file and the place that it names.
package struct FeatureContext {
  package let workspace: Workspace
  package let file: EditedFile
  /// Of requests that name one; else the start of the file.
  package let position: TextPosition
  package let encoding: PositionEncoding
  /// The request's own parameters.
  package let params: JSONValue

  package var locale: ReportLocale { workspace.locale }

  /// The way to the value or key at the position.
  package var path: OutlinePath { file.outline.path(to: position) }

  /// The name at the position; of several that touch it the smallest.
  package var name: NameOccurrence? {
    file.occurrences.filter { $0.range.touches(position) }
      .min {
        $0.range.end.column - $0.range.start.column < $1.range.end.column - $1.range.start.column
      }
  }

  package func words(_ text: LocalizedText) -> String { text[locale] }

  package func words(_ chinese: String, _ english: String) -> String {
    LocalizedText(chinese, english)[locale]
  }

  // MARK: Places

  /// Returns a range of the file as the client counts it.
  package func range(_ range: SourceRange) -> LSPValue {
    Self.range(range, in: file.text, encoding)
  }

  package static func range(
    _ range: SourceRange, in text: DocumentText, _ encoding: PositionEncoding
  ) -> LSPValue {
    .members([
      "start": position(range.start, in: text, encoding),
      "end": position(range.end, in: text, encoding),
    ])
  }

  package static func position(
    _ position: TextPosition, in text: DocumentText, _ encoding: PositionEncoding
  ) -> LSPValue {
    let place = text.clamped(position)
    return .members([
      "line": .int(place.line - 1),
      "character": .int(encoding.units(of: place.column - 1, in: text.line(place.line))),
    ])
  }

  /// Returns a place in a file of the workspace, with its address.
  package func location(_ range: SourceRange, in file: EditedFile) -> LSPValue {
    .members([
      "uri": .string(DocumentPath.uri(of: file.path)),
      "range": Self.range(range, in: file.text, encoding),
    ])
  }

  /// Reads a position as the client counts it.
  package static func position(
    _ value: JSONValue?, in text: DocumentText, _ encoding: PositionEncoding
  ) -> TextPosition? {
    guard let line = value?["line"]?.int, let character = value?["character"]?.int, line >= 0
    else { return nil }
    guard line < text.lines.count else { return text.end }
    let column = encoding.scalars(before: max(0, character), in: text.line(line + 1))
    return TextPosition(line: line + 1, column: column + 1)
  }

  /// Reads a range as the client counts it.
  package static func range(
    _ value: JSONValue?, in text: DocumentText, _ encoding: PositionEncoding
  ) -> SourceRange? {
    guard let start = position(value?["start"], in: text, encoding),
      let end = position(value?["end"], in: text, encoding)
    else { return nil }
    return SourceRange(start: start, end: max(start, end))
  }
}
