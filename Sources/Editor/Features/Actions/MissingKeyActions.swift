internal import CEL
internal import Model
internal import Schema

/// Keys that are missing, with a value to start from.
enum MissingKeyActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    place.diagnostics.filter { $0.code == "missing-key" }.compactMap {
      diagnostic -> EditorAction? in
      guard let (mapping, record) = record(at: diagnostic.position, place.file) else { return nil }
      let given = Set(mapping.pairs.map(\.key))
      let missing = record.keys.first { key in
        !given.contains(key.name) && diagnostic.message.english.contains("\"\(key.name)\"")
      }
      guard let missing,
        let change = MappingInsertion.key(
          missing.name, draft(missing.value), to: mapping, in: place.file)
      else { return nil }
      return place.action(
        "补上 \(missing.name)", "add \(missing.name)", [change], of: diagnostic)
    }
  }

  /// The mapping at a position with what its schema asks for.
  private static func record(
    at position: TextPosition, _ file: EditedFile
  ) -> (OutlineNode, RecordSchema)? {
    guard let walk = file.walk else { return nil }
    var found: (OutlineNode, RecordSchema)?
    file.outline.walk { path in
      guard found == nil, path.node.range.start == position, !path.node.pairs.isEmpty,
        let place = walk.place(at: path),
        let record = walk.candidates(place.mappings, for: path.node).first
      else { return }
      found = (path.node, record)
    }
    return found
  }

  /// What an author writes over.
  static func draft(_ value: ValueSchema) -> String {
    switch value {
    case .text, .pattern, .any, .named: "…"
    case .constant(let text): text
    case .choice(let names): names.first ?? "…"
    case .bool: "true"
    case .integer, .number: "1"
    case .date: "2026-01-31"
    case .localized: "{zh-CN: …, en: …}"
    case .list: "[]"
    case .dictionary, .mapping: "{}"
    case .oneOf(let choices): choices.first.map(draft) ?? "…"
    }
  }
}
