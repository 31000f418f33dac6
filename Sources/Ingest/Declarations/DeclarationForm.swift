package import Model

extension DeclarationSchema {
  static let name = "dossier/declared-v1"

  /// The form of a declaration, with every key's Chinese names beside it.
  package var form: FileForm {
    let schema = Record.Key.optional(
      "schema", .constant(Self.name), "文件格式", "the format of this file")
    let drafted = Record.Key.optional(
      "drafted_from_materials", .bool, "由材料起草，核对后删去此行",
      "drafted from the materials: delete this line once checked")
    return FileForm(
      name: Self.name, title: LocalizedText(chinese: "申报", english: "Declaration"),
      root: .record(Record([schema, drafted] + keys.flatMap(\.forms))))
  }
}

extension DeclaredKey {
  /// The key under each of its names.
  fileprivate var forms: [Record.Key] {
    ([name] + aliases).map { .optional($0, form, summary.chinese, summary.english) }
  }

  private var form: Form {
    switch content {
    case .section(let keys): .record(Record(keys.flatMap(\.forms)))
    case .value(let type): type.jsonForm
    }
  }

  private var summary: LocalizedText {
    switch content {
    case .section:
      LocalizedText(chinese: aliases.first ?? name, english: name)
    case .value(let type):
      LocalizedText(chinese: aliases.first ?? name, english: type.summary)
    }
  }
}

extension DeclaredType {
  fileprivate var jsonForm: Model.Form {
    switch form {
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
