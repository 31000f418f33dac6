internal import CEL
package import Schema

/// A file of the workspace as it stands now, saved or not, with what its text alone tells.
package struct EditedFile: Sendable {
  package let path: String
  package let text: DocumentText
  package let outline: OutlineNode
  package let kind: FileKind
  package let schema: FileSchema?
  /// The names in it, in their order.
  package let occurrences: [NameOccurrence]

  /// - Parameter schemas: The schema of each kind of file.
  package init(path: String, text: DocumentText, schemas: (FileKind) -> FileSchema?) {
    self.path = path
    self.text = text
    outline = OutlineReader.outline(of: text)
    kind = FileKind(path: path, outline: outline)
    schema = schemas(kind)
    occurrences = NameScan.occurrences(in: outline, kind, schema)
      .sorted { $0.range.start < $1.range.start }
  }

  /// The walk through its schema; `nil` for files that have none.
  package var walk: SchemaWalk? { schema.map(SchemaWalk.init) }
}
