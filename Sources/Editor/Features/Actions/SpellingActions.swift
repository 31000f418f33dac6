internal import CEL
internal import Model
internal import Schema

/// Names that are misspelt, and signs as a Chinese keyboard types them.
enum SpellingActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    place.diagnostics.flatMap { diagnostic in
      if let name = MeantName.of(diagnostic) { return named(diagnostic, name, place) }
      return sign(diagnostic, place)
    }
  }

  private static func named(
    _ diagnostic: Diagnostic, _ name: String, _ place: ActionPlace
  ) -> [EditorAction] {
    guard let range = written(diagnostic, name, place.file) else { return [] }
    return [
      place.action("改为「\(name)」", "change to \"\(name)\"", [(range, name)], of: diagnostic)
    ]
  }

  /// Where the name that is not right is written, without quotes; of a call its function alone.
  private static func written(
    _ diagnostic: Diagnostic, _ name: String, _ file: EditedFile
  ) -> SourceRange? {
    var start = diagnostic.position
    let line = Array(file.text.line(start.line).unicodeScalars)
    guard line.indices.contains(start.column - 1), diagnostic.length > 0 else { return nil }
    if ["\"", "'"].contains(line[start.column - 1]) {
      start = TextPosition(line: start.line, column: start.column + 1)
    }
    let end = TextPosition(line: start.line, column: start.column + diagnostic.length)
    let range = SourceRange(start: start, end: end)
    guard diagnostic.code == "unknown-function" else { return range }
    let calls = file.occurrences.filter { $0.kind == .function && range.contains($0.range) }
    return calls.min {
      NearestName.editDistance($0.name, name) < NearestName.editDistance($1.name, name)
    }?.range
  }

  private static func letter(behind range: SourceRange, _ file: EditedFile) -> String {
    let end = TextPosition(line: range.end.line, column: range.end.column + 1)
    return file.text.text(in: SourceRange(start: range.end, end: end))
  }

  // MARK: Signs

  private static let quotes: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "（": "(", "）": ")", "。": ".", "！": "!",
  ]

  /// Codes of mistakes that such signs make.
  private static let codes: Set<String> = [
    "syntax", "literal", "yaml", "unknown-key", "wrong-type", "wide-colon",
  ]

  /// The plain sign for a wide one at the place of a mistake that YAML or CEL finds.
  private static func sign(_ diagnostic: Diagnostic, _ place: ActionPlace) -> [EditorAction] {
    let position = diagnostic.position
    let line = place.file.text.line(position.line)
    guard let (offset, plain) = first(in: line, from: position.column - 1),
      offset == position.column - 1 || codes.contains(diagnostic.code)
    else { return [] }
    let start = TextPosition(line: position.line, column: offset + 1)
    let range = SourceRange(
      start: start, end: TextPosition(line: start.line, column: start.column + 1))
    let needsBlank = plain == ":" && !["", " "].contains(letter(behind: range, place.file))
    return [
      place.action(
        "改为半角「\(plain)」", "type the plain \"\(plain)\"", [(range, needsBlank ? ": " : plain)],
        of: diagnostic)
    ]
  }

  /// The first such sign of a line from an offset on.
  private static func first(in line: String, from offset: Int) -> (Int, String)? {
    for (index, scalar) in line.unicodeScalars.enumerated() where index >= offset {
      if let plain = quotes[scalar] { return (index, plain) }
      if let (_, sign) = WideSign.first(in: String(scalar)) { return (index, String(sign.plain)) }
    }
    return nil
  }
}
