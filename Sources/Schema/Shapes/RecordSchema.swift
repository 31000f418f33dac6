package import Model

/// The keys of one kind of mapping: without such a key no reader gets at a value.
package protocol RecordKey: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  /// What the keys mean; each of them stands in it.
  static var record: RecordSchema { get }
}

/// A mapping whose keys are known.
package struct RecordSchema: Sendable {
  /// The type of the keys, in words: tells records apart in tests.
  package let name: String
  package let keys: [KeySchema]
  /// At least one of these must be there, beside the required ones; empty where nothing more is asked.
  package let alternatives: [String]
  /// Keys that the type has and the schema forgets: no reader would be given their values.
  let undeclared: [String]

  package init<Key: RecordKey>(
    of type: Key.Type, _ keys: [KeySchema], alternatives: [Key] = []
  ) {
    name = String(describing: type)
    self.keys = keys
    self.alternatives = alternatives.map(\.rawValue)
    let names = Set(keys.map(\.name))
    undeclared = type.allCases.map(\.rawValue).filter { !names.contains($0) }
  }

  /// A mapping whose keys depend on what the file says: a verb's own name with its options.
  package init(named name: String, _ keys: [KeySchema]) {
    self.name = name
    self.keys = keys
    alternatives = []
    undeclared = []
  }

  package var names: [String] { keys.map(\.name) }
  package var required: [String] { keys.filter(\.isRequired).map(\.name) }
}

/// What stands under one key of a mapping.
package struct KeySchema: Sendable {
  package let name: String
  package let isRequired: Bool
  package let value: ValueSchema
  /// The summary is what an editor shows on hover.
  package let summary: LocalizedText

  package init(name: String, isRequired: Bool, value: ValueSchema, summary: LocalizedText) {
    self.name = name
    self.isRequired = isRequired
    self.value = value
    self.summary = summary
  }

  /// Returns a key that the file names itself, and that must be there.
  package static func named(_ name: String) -> KeySchema {
    KeySchema(
      name: name, isRequired: true, value: .any,
      summary: LocalizedText(name, name))
  }

  /// Returns a key that must be there.
  package static func required(
    _ key: some RecordKey, _ value: ValueSchema, _ chinese: String, _ english: String
  ) -> KeySchema {
    KeySchema(
      name: key.rawValue, isRequired: true, value: value,
      summary: LocalizedText(chinese, english))
  }

  /// Returns a key that may be left out.
  package static func optional(
    _ key: some RecordKey, _ value: ValueSchema, _ chinese: String, _ english: String
  ) -> KeySchema {
    KeySchema(
      name: key.rawValue, isRequired: false, value: value,
      summary: LocalizedText(chinese, english))
  }
}
