internal import Model
package import Schema

/// The keys of a pack: the loader reads by them, `dossier rules schema` writes them for editors.
package enum PackSchema {
  package static let schema = "dossier/pack-v1"

  /// A pack, or one file of a pack that is a folder: there one file alone has `pack`.
  package static let file = FileSchema(
    name: schema,
    title: LocalizedText("规则包", "Rule pack"),
    root: .record(PackKey.self),
    definitions: [
      "rule": .record(RuleKey.self), "check": Verb.schema, "operand": OperandSchema.operand,
      "override": .record(OverrideKey.self),
    ])
}

/// The keys of a pack's file.
enum PackKey: String, RecordKey {
  case schema, pack, extends, overrides, params, normalizers, lookups, verbs, rules, profiles
  case checklist

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(schema, .constant(PackSchema.schema), "文件格式", "the format of this file"),
      .optional(pack, .record(PackHeaderKey.self), "规则包自身", "the pack itself"),
      .optional(
        extends, .list(of: .record(ParentKey.self)), "继承的规则包：其规则、参数、查找表等都可使用",
        "packs taken over with their rules, parameters, lookups and verbs"),
      .optional(
        overrides, .dictionary(of: .named("override")), "对规则的变更：规则编号或通配（COMMON-IMG-*）",
        "changes to rules, by id or glob (COMMON-IMG-*)"),
      .optional(
        params, .dictionary(of: .record(ParameterKey.self)), "有类型和默认值的参数",
        "settings with a type and a default"),
      .optional(
        normalizers,
        .dictionary(of: .list(of: .choice(TextNormalization.Step.allCases.map(\.rawValue)))),
        "具名的文本规范化步骤", "named chains of steps that texts go through before they are compared"),
      .optional(lookups, .dictionary(of: .record(LookupKey.self)), "有类型的查找表", "typed tables"),
      .optional(
        verbs, .dictionary(of: .record(CustomVerbKey.self)), "自定义动词：有类型的参数和一段 CEL",
        "own verbs: typed parameters and an expression in CEL"),
      .optional(rules, .list(of: .named("rule")), "规则", "the rules"),
      .optional(
        profiles, .dictionary(of: .dictionary(of: .named("override"))),
        "具名的变更组，用 --profile 选用", "named sets of changes, chosen with --profile"),
      .optional(
        checklist, .record(ChecklistKey.self), "规则包所依据的清单：每条由哪些规则检查，或为何不能检查",
        "the claims it was written after: which rules check each, or why none can"),
    ])
}

/// The keys of `checklist`.
enum ChecklistKey: String, RecordKey {
  case source, count, rows

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(source, .text, "清单的出处：sources.csv 中的编号", "whose list it is: an id of sources.csv"),
      .required(count, .integer, "清单共有多少条", "how many rows there are"),
      .required(rows, .list(of: .record(ChecklistRowKey.self)), "各条，每条一次", "the rows, each once"),
    ])
}

/// The keys of a row of a checklist.
enum ChecklistRowKey: String, RecordKey {
  case row, claim, standing, rules, remark

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(row, .integer, "编号，从 1 起", "its number, from 1"),
      .required(claim, .localized, "清单的说法", "what the source claims"),
      .required(
        standing, .choice(ChecklistRow.Standing.allCases.map(\.rawValue)), "真伪",
        "what is known about it"),
      .optional(rules, .list(of: .text), "检查它的规则", "the rules that check it"),
      .required(
        remark, .localized, "实情；没有规则时写明为何不能检查",
        "what is true; without rules, why nothing checks it"),
    ])
}

/// The keys of `pack`.
enum PackHeaderKey: String, RecordKey {
  case id, version, title, owner, timezone, waivable
  case defaultLocale = "default_locale"
  case appliesTo = "applies_to"
  case minConfidence = "min_confidence"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(id, .text, "编号，如 enterprise-basic", "its id, such as enterprise-basic"),
      .required(
        version, .pattern(#"[0-9]+(\.[0-9]+)*"#), "版本，如 1.4.0", "its version, such as 1.4.0"),
      .required(title, .localized, "名称", "its title"),
      .optional(owner, .text, "由谁维护", "who keeps it"),
      .optional(
        defaultLocale, .choice(ReportLocale.allCases.map(\.rawValue)), "默认语言",
        "its first language"),
      .optional(
        timezone, .constant("Asia/Shanghai"), "时刻换算为日期的时区", "where an instant becomes a day"),
      .optional(appliesTo, .record(AppliesToKey.self), "适用的渠道", "the channels it is for"),
      .optional(
        minConfidence, .number, "低于此置信度的事实视为未知（默认 0.85）",
        "facts below this confidence are unknown (0.85 without it)"),
      .optional(
        waivable, .bool, "error 级规则的不通过能否豁免", "whether failures of error rules may be waived"),
    ])
}

/// The keys of `applies_to`.
enum AppliesToKey: String, RecordKey {
  case channels, subjects

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(channels, .list(of: .text), "渠道", "channels"),
      .optional(
        subjects, .list(of: .text),
        "所针对的事实：一项也没有申报或读到时，缺少的材料与本包无关",
        "facts that it is about: while none of them is declared or read, an absent material does not concern it"
      ),
    ])
}

/// The keys of one of `extends`.
enum ParentKey: String, RecordKey {
  case pack, version

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(pack, .text, "规则包编号", "the pack's id"),
      .optional(version, .text, "版本范围，如 \">=1.4 <2\"", "a range of versions such as \">=1.4 <2\""),
    ])
}

/// The keys of a change to rules.
enum OverrideKey: String, RecordKey {
  case severity, enabled, exact, why, params

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(severity, .choice(Severity.allCases.map(\.rawValue)), "严重程度", "the severity"),
      .optional(enabled, .bool, "是否启用；停用须写 why", "whether it is on; switching it off needs a why"),
      .optional(
        exact, .bool, "只按读出的文字比较", "compare with what was read and nothing else"),
      .optional(why, .text, "变更的原因", "the reason of the change"),
      .optional(params, .dictionary(of: .any), "参数的新值", "new values of parameters"),
    ])
}

/// The keys of one of `params`.
enum ParameterKey: String, RecordKey {
  case type, title
  case defaultValue = "default"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(type, .choice(DeclaredType.allCases.map(\.rawValue)), "类型", "its type"),
      .required(defaultValue, .any, "默认值", "its value unless it is changed"),
      .optional(title, .localized, "含义", "what it means"),
    ])
}

/// The keys of one of `lookups`.
enum LookupKey: String, RecordKey {
  case key, columns, rows, file, pivot

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(key, .text, "键所在的列", "the column of the keys"),
      .required(
        columns, .dictionary(of: .choice(DeclaredType.nullableTypes)), "各列的类型（加 ? 表示可为 null）",
        "the type of each column (? where null is allowed)"),
      .optional(rows, .list(of: .list(of: .any)), "各行", "the rows"),
      .optional(
        file, .text, "规则包文件夹或规则文件夹内的 CSV 文件",
        "a CSV file inside the pack's folder or the rules folder"),
      .optional(
        pivot, .record(PivotKey.self), "file 每行为一格时，列名与值所在的列",
        "for a file with a row for each cell: which columns name the cell's column and its value"),
    ], alternatives: [rows, file])
}

/// The keys of `pivot`.
enum PivotKey: String, RecordKey {
  case item, value

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(item, .text, "列名所在的列", "the column of the columns' names"),
      .required(value, .text, "值所在的列", "the column of the values"),
    ])
}

/// The keys of one of `verbs`.
enum CustomVerbKey: String, RecordKey {
  case title, params, assert, detail

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(title, .localized, "含义", "what it checks"),
      .required(
        params, .dictionary(of: .choice(DeclaredType.nullableTypes)), "参数及类型（加 ? 表示可为 null）",
        "its parameters with their types (? where null is allowed)"),
      .required(assert, .text, "用 |- 书写的 CEL 表达式", "an expression in CEL, under |-"),
      .optional(
        detail, .localized, "不成立时的说明，可用 {参数}",
        "what to say where it does not hold, with {parameter}"),
    ])
}
