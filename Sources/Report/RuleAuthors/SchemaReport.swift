internal import Model
package import Schema

/// Writes a JSON Schema (draft 7, which editors' YAML servers read) from the schema that a loader reads by.
package enum SchemaReport {
  package static func text(of file: FileSchema) -> String {
    var members: [(String, JSON)] = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("$id", .string(file.name)),
      ("title", .string(bilingual(file.title))),
    ]
    members += schema(of: file.root)
    if !file.definitions.isEmpty {
      let definitions = file.definitions.sorted { $0.key < $1.key }
      members.append(
        ("definitions", .object(definitions.map { ($0.key, .object(schema(of: $0.value))) })))
    }
    return JSON.object(members).text
  }

  private static func bilingual(_ text: LocalizedText) -> String {
    text.chinese == text.english ? text.chinese : "\(text.chinese) · \(text.english)"
  }

  private static func type(_ name: String) -> (String, JSON) { ("type", .string(name)) }

  private static func schema(of value: ValueSchema) -> [(String, JSON)] {
    switch value {
    // Plain YAML scalars that look like numbers are texts to the loader.
    case .text: [("type", .strings(["string", "number", "boolean"]))]
    case .pattern(let pattern): [type("string"), ("pattern", .string("^(\(pattern))$"))]
    case .constant(let text): [("const", .string(text))]
    case .choice(let names): [("enum", .strings(names))]
    case .bool: [type("boolean")]
    case .integer: [type("integer")]
    case .number: [type("number")]
    case .date:
      [type("string"), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .localized: localized
    case .list(let element): [type("array"), ("items", .object(schema(of: element)))]
    case .dictionary(let content):
      [type("object"), ("additionalProperties", .object(schema(of: content)))]
    case .mapping(let record): schema(of: record)
    case .oneOf(let choices): [("anyOf", .array(choices.map { .object(schema(of: $0)) }))]
    case .named(let name): [("$ref", .string("#/definitions/" + name))]
    case .any: []
    }
  }

  private static var localized: [(String, JSON)] {
    let names = ReportLocale.allCases.map(\.rawValue)
    return [
      type("object"), ("required", .strings(names)), ("additionalProperties", .bool(false)),
      ("properties", .object(names.map { ($0, .object(schema(of: .text))) })),
    ]
  }

  private static func schema(of record: RecordSchema) -> [(String, JSON)] {
    let properties = record.keys.map { key -> (String, JSON) in
      let summary = ("description", JSON.string(bilingual(key.summary)))
      // A reference takes no neighbours in draft 7.
      if case .named = key.value {
        return (key.name, .object([("allOf", .array([.object(schema(of: key.value))])), summary]))
      }
      return (key.name, .object(schema(of: key.value) + [summary]))
    }
    var members: [(String, JSON)] = [type("object"), ("properties", .object(properties))]
    if !record.required.isEmpty { members.append(("required", .strings(record.required))) }
    if !record.alternatives.isEmpty {
      let choices = record.alternatives.map { JSON.object([("required", .strings([$0]))]) }
      members.append(("oneOf", .array(choices)))
    }
    members.append(("additionalProperties", .bool(false)))
    return members
  }
}
