internal import Model
package import Schema

extension DeclarationSchema {
  static let name = "dossier/declared-v1"

  /// The schema of a declaration, with every key's Chinese names beside it.
  package var file: FileSchema {
    FileSchema(
      name: Self.name, title: LocalizedText("申报", "Declaration"),
      root: .mapping(
        RecordSchema(
          named: "declaration", DeclarationFileKey.record.keys + keys.flatMap(\.schemas))))
  }
}

extension DeclaredKey {
  /// The key under each of its names.
  fileprivate var schemas: [KeySchema] {
    ([name] + aliases).map {
      KeySchema(name: $0, isRequired: false, value: value, summary: summary)
    }
  }

  private var value: ValueSchema {
    switch content {
    case .section(let keys): .mapping(RecordSchema(named: path, keys.flatMap(\.schemas)))
    case .value(let type): type.schema
    }
  }

  private var summary: LocalizedText {
    switch content {
    case .section:
      LocalizedText(aliases.first ?? name, name)
    case .value(let type):
      LocalizedText(aliases.first ?? name, type.summary)
    }
  }
}

extension DeclaredType {
  fileprivate var schema: ValueSchema {
    switch kind {
    case .string where !choices.isEmpty:
      .choice(choices.flatMap { [$0.name] + $0.aliases })
    // Dates and amounts are read in many spellings.
    case .string, .date, .amount: .text
    case .bool: .oneOf([.bool, .choice(["是", "否", "有", "无"])])
    case .int: .oneOf([.integer, .text])
    case .number: .oneOf([.number, .text])
    case .list: .oneOf([.list(of: .text), .text])
    }
  }
}

/// The keys about a declaration itself.
enum DeclarationFileKey: String, RecordKey {
  case schema
  case drafted = "drafted_from_materials"

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(
        schema, .constant(DeclarationSchema.name), "文件格式", "the format of this file"),
      .optional(
        drafted, .bool, "由材料起草，核对后删去此行",
        "drafted from the materials: delete this line once checked"),
    ])

  /// What it is called in Chinese.
  private var alias: String {
    switch self {
    case .schema: "格式"
    case .drafted: "由材料起草"
    }
  }

  /// The key that a person means who writes a text; width, case and spaces do not matter.
  static func called(_ text: String) -> DeclarationFileKey? {
    let wanted = KeyText.folded(text)
    return allCases.first { $0.rawValue == wanted || $0.alias == wanted }
  }
}
