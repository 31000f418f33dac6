internal import Tables

/// Records of JSON: each object that has a member under a known label, with what its own members say.
struct JSONRecords<Field: Hashable & CaseIterable & Sendable> {
  let labels: LabelSet<Field>

  private static var recordLimit: Int { 100_000 }

  func records(in value: JSONValue) -> [LabelledRecord<Field>] {
    var records: [LabelledRecord<Field>] = []
    collect(value, into: &records)
    return records
  }

  private func collect(_ value: JSONValue, into records: inout [LabelledRecord<Field>]) {
    guard records.count < Self.recordLimit else { return }
    if let items = value.items {
      for item in items { collect(item, into: &records) }
      return
    }
    guard let members = value.members else { return }
    var record = LabelledRecord<Field>(page: nil)
    for member in members {
      if let field = labels.field(of: member.name) {
        for text in texts(of: member.value) { record.add(text, row: member.line, to: field) }
      } else {
        collect(member.value, into: &records)
      }
    }
    if !record.fields.isEmpty { records.append(record) }
  }

  private func texts(of value: JSONValue) -> [String] {
    switch value {
    case .bool(let flag): [flag ? "true" : "false"]
    case .string(let text), .number(let text): [text]
    case .array(let items): items.flatMap(texts)
    // An object under a known label: what it is called.
    case .object:
      // allowed: an object without a name has no text
      value.first(of: ["name", "value", "enabled"]).map(texts) ?? []
    case .null: []
    }
  }
}
