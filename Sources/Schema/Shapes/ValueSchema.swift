package import Model

/// What a part of a YAML file may be.
///
/// Readers take their keys from it and the JSON Schema for editors is written from it, so that both say the same.
package indirect enum ValueSchema: Sendable {
  /// Any scalar, read as text.
  case text
  /// A text that an RE2 pattern matches as a whole.
  case pattern(String)
  case constant(String)
  case choice([String])
  case bool, integer, number
  /// `YYYY-MM-DD`.
  case date
  /// `{zh-CN: ..., en: ...}`.
  case localized
  case list(of: ValueSchema)
  /// Free keys.
  case dictionary(of: ValueSchema)
  case mapping(RecordSchema)
  case oneOf([ValueSchema])
  /// A definition of the same file, by its name: schemas that hold themselves.
  case named(String)
  /// Anything; what it may be depends on other parts.
  case any

  /// Returns a mapping with the keys of a record.
  package static func record<Key: RecordKey>(_ keys: Key.Type) -> ValueSchema {
    .mapping(keys.record)
  }
}

/// A file schema describes one kind of file; its JSON Schema is written from it.
package struct FileSchema: Sendable {
  /// The name is what the `schema` line says: `dossier/pack-v1`.
  package let name: String
  package let title: LocalizedText
  package let root: ValueSchema
  package let definitions: [String: ValueSchema]

  package init(
    name: String, title: LocalizedText, root: ValueSchema, definitions: [String: ValueSchema] = [:]
  ) {
    self.name = name
    self.title = title
    self.root = root
    self.definitions = definitions
  }
}
