internal import Schema

/// The keys of `rules/declared.yaml`.
enum DeclaredKeysKey: String, RecordKey {
  case schema, keys

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        schema, .constant(DeclarationSchemaReader.schema), "文件格式", "the format of this file"),
      .required(keys, .dictionary(of: DeclaredValueKey.key), "申报的键", "the keys of a declaration"),
    ])
}

/// What stands under a key of a declaration with further keys below it.
enum DeclaredSectionKey: String, RecordKey {
  case names, keys

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(names, .list(of: .text), "其他名称", "its other names"),
      .required(keys, .dictionary(of: .named("key")), "其下的键", "the keys below it"),
    ])
}

/// What stands under a key of a declaration that holds a value.
enum DeclaredValueKey: String, RecordKey {
  case names, type, personal, summary, values, mistaken

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(names, .list(of: .text), "其他名称", "its other names"),
      .required(type, .choice(DeclaredType.Kind.allCases.map(\.rawValue)), "类型", "its type"),
      .optional(personal, .bool, "个人信息，报告中遮盖", "personal data, masked in reports"),
      .required(summary, .text, "含义", "what it means"),
      .optional(
        values, .dictionary(of: .list(of: .text)), "可取的值及其他写法",
        "the values it may have, with other ways to write them"),
      .optional(
        mistaken, .list(of: .text), "读得懂但写错的写法", "other ways that are mistakes, read all the same"),
    ])

  /// A key of a declaration.
  static let key = ValueSchema.oneOf([.record(DeclaredSectionKey.self), .record(Self.self)])
}
