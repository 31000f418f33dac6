package import Schema

/// What a file's schema says of one place in it.
package struct SchemaPlace: Sendable {
  /// What may stand there; several where the schema leaves a choice.
  package let values: [ValueSchema]
  /// The mapping that the place is a key of, and what is said of that key; `nil` for elements and free keys.
  package let record: RecordSchema?
  package let key: KeySchema?
  /// The name of the definition that the value is one of: `operand`, `check`, `rule`.
  package let definition: String?
  /// The names of the records on the way here, from the root on.
  package let records: [String]

  /// The mappings that may stand here.
  package var mappings: [RecordSchema] {
    values.compactMap { if case .mapping(let record) = $0 { record } else { nil } }
  }
}

/// Follows the ways of an outline through the schema of its file.
package struct SchemaWalk: Sendable {
  package let file: FileSchema

  private static let ownVerbContent: [ValueSchema] = [
    .named("operand"), .list(of: .named("operand")), .dictionary(of: .named("operand")),
  ]

  package init(_ file: FileSchema) { self.file = file }

  /// Returns what may stand where a path leads; `nil` where the schema knows no such place.
  package func place(at path: OutlinePath) -> SchemaPlace? {
    var place = SchemaPlace(
      values: expanded(file.root).values, record: nil, key: nil, definition: nil, records: [])
    for step in path.steps {
      guard let next = self.place(behind: step, of: place) else { return nil }
      place = next
    }
    return place
  }

  private func place(behind step: OutlinePath.Step, of place: SchemaPlace) -> SchemaPlace? {
    switch step {
    case .item:
      let elements = place.values.compactMap { value -> ValueSchema? in
        if case .list(let element) = value { element } else { nil }
      }
      guard !elements.isEmpty else { return nil }
      return made(elements, nil, nil, place.records, parent: place)
    case .key(let pair, let mapping):
      let records = candidates(place.mappings, for: mapping)
      for record in records {
        if let key = record.keys.first(where: { $0.name == pair.key }) {
          return made([key.value], record, key, place.records + [record.name], parent: nil)
        }
      }
      let isLocalized = place.values.contains { if case .localized = $0 { true } else { false } }
      if isLocalized, let key = LanguageKey.record.keys.first(where: { $0.name == pair.key }) {
        return made([key.value], LanguageKey.record, key, place.records, parent: nil)
      }
      let free = place.values.compactMap { value -> ValueSchema? in
        if case .dictionary(let element) = value { element } else { nil }
      }
      guard !free.isEmpty else { return nil }
      // A verb that a pack makes takes operands, by place or by name.
      let content = place.definition == "check" ? Self.ownVerbContent : free
      return made(content, nil, nil, place.records, parent: nil)
    }
  }

  /// The records that a mapping is meant to be: of verbs, the one whose own key is there.
  package func candidates(_ records: [RecordSchema], for mapping: OutlineNode) -> [RecordSchema] {
    guard records.count > 1 else { return records }
    let keys = Set(mapping.pairs.map(\.key))
    let meant = records.filter { record in
      let required = Set(record.required)
      return !required.isEmpty && required.contains(where: keys.contains)
        && record.keys.first
          .map { keys.contains($0.name) } == true
    }
    return meant.isEmpty ? records : meant
  }

  private func made(
    _ schemas: [ValueSchema], _ record: RecordSchema?, _ key: KeySchema?, _ records: [String],
    parent: SchemaPlace?
  ) -> SchemaPlace {
    var values: [ValueSchema] = []
    var definition: String?
    for schema in schemas {
      let (more, name) = expanded(schema)
      values += more
      definition = definition ?? name
    }
    // Elements of a list stand under the key of the list.
    return SchemaPlace(
      values: values, record: record ?? parent?.record, key: key ?? parent?.key,
      definition: definition, records: records)
  }

  /// Resolves definitions and choices.
  private func expanded(
    _ schema: ValueSchema, depth: Int = 0
  ) -> (values: [ValueSchema], definition: String?) {
    guard depth < 8 else { return ([], nil) }
    switch schema {
    case .named(let name):
      guard let definition = file.definitions[name] else { return ([], name) }
      return (expanded(definition, depth: depth + 1).values, name)
    case .oneOf(let choices):
      let parts = choices.map { expanded($0, depth: depth + 1) }
      return (parts.flatMap(\.values), parts.lazy.compactMap(\.definition).first)
    default: return ([schema], nil)
    }
  }
}
