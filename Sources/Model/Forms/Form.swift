/// What a part of a YAML file may be.
///
/// Loaders take their keys from it and the JSON Schema for editors is written from it, so that both say the same.
package indirect enum Form: Sendable {
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
  case list(of: Form)
  /// Free keys.
  case dictionary(of: Form)
  case record(Record)
  case oneOf([Form])
  /// A definition of the same file, by its name: forms that hold themselves.
  case named(String)
  /// Anything; what it may be depends on other parts.
  case any
}

/// A mapping whose keys are known.
package struct Record: Sendable {
  package struct Key: Sendable {
    package let name: String
    package let isRequired: Bool
    package let form: Form
    /// For the editor's hover text.
    package let summary: LocalizedText

    /// A key that must be there.
    package static func required(
      _ name: String, _ form: Form, _ chinese: String, _ english: String
    ) -> Key {
      Key(
        name: name, isRequired: true, form: form,
        summary: LocalizedText(chinese: chinese, english: english))
    }

    /// A key that may be left out.
    package static func optional(
      _ name: String, _ form: Form, _ chinese: String, _ english: String
    ) -> Key {
      Key(
        name: name, isRequired: false, form: form,
        summary: LocalizedText(chinese: chinese, english: english))
    }
  }

  package let keys: [Key]
  /// At least one of these must be there, beside the required ones; empty where nothing more is asked.
  package let alternatives: [String]

  package init(_ keys: [Key], alternatives: [String] = []) {
    self.keys = keys
    self.alternatives = alternatives
  }

  package var names: [String] { keys.map(\.name) }
  package var required: [String] { keys.filter(\.isRequired).map(\.name) }
}

/// The forms of one kind of file, for its JSON Schema.
package struct FileForm: Sendable {
  /// The `schema` line: `dossier/pack-v1`.
  package let name: String
  package let title: LocalizedText
  package let root: Form
  package let definitions: [String: Form]

  package init(name: String, title: LocalizedText, root: Form, definitions: [String: Form] = [:]) {
    self.name = name
    self.title = title
    self.root = root
    self.definitions = definitions
  }
}
