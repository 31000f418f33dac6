internal import Model
internal import Schema

/// The verbs of `check` and `when`, with the options each takes beside itself.
enum Verb: String, CaseIterable {
  case equals
  case allEqual = "all_equal"
  case similar
  case matches
  case oneOf = "one_of"
  case before, after, within
  case atLeast = "at_least"
  case atMost = "at_most"
  case contains, unique
  case subsetOf = "subset_of"
  case supersetOf = "superset_of"
  case required, checksum, known, all, any, not

  /// The verb's own key and its options.
  var record: RecordSchema {
    let own = KeySchema(name: rawValue, isRequired: true, value: content, summary: summary)
    return RecordSchema(named: "check " + rawValue, [own] + options)
  }

  /// Any check; own verbs of packs are mappings of their own names.
  static let schema = ValueSchema.oneOf(
    allCases.map { .mapping($0.record) } + [.dictionary(of: .any)])

  private var content: ValueSchema {
    switch self {
    case .equals, .allEqual, .similar, .before, .after, .atLeast, .atMost, .subsetOf, .supersetOf:
      .list(of: .named("operand"))
    case .matches, .oneOf, .within, .contains, .unique, .checksum, .known: .named("operand")
    case .required:
      .oneOf([
        .named("operand"), .record(RequiredMaterialKey.self), .list(of: .named("operand")),
      ])
    case .all, .any: .list(of: .named("check"))
    case .not: .named("check")
    }
  }

  private var options: [KeySchema] {
    switch self {
    case .equals, .allEqual, .unique, .subsetOf, .supersetOf:
      [VerbOption.normalizing, VerbOption.nullMeaning]
    case .similar:
      [
        .required(
          VerbOption.min, .oneOf([.number, .record(ParameterOperandKey.self)]), "最低相似度（0 到 1）",
          "the least similarity, 0 to 1"),
        VerbOption.normalizing, VerbOption.nullMeaning,
      ]
    case .matches:
      [
        .required(VerbOption.pattern, .text, "RE2 正则表达式", "an RE2 pattern"), VerbOption.normalizing,
        VerbOption.nullMeaning,
      ]
    case .oneOf:
      [
        .required(
          VerbOption.values, .oneOf([.list(of: .any), .named("operand")]), "可取的值", "the values"),
        VerbOption.normalizing, VerbOption.nullMeaning,
      ]
    case .before, .after, .atLeast, .atMost: [VerbOption.nullMeaning]
    case .within:
      [
        .optional(VerbOption.from, .named("operand"), "不早于", "the first day"),
        .optional(VerbOption.to, .named("operand"), "不晚于", "the last day"),
        .optional(
          VerbOption.marginBefore, .named("operand"), "之前须有的余量", "days that must lie before"),
        .optional(
          VerbOption.marginAfter, .named("operand"), "之后须有的余量", "days that must be left after"),
        VerbOption.nullMeaning,
      ]
    case .contains:
      [
        .required(VerbOption.value, .named("operand"), "所含的值", "what it holds"),
        VerbOption.nullMeaning,
      ]
    case .checksum:
      [
        .required(
          VerbOption.scheme, .choice(ChecksumScheme.allCases.map(\.rawValue)), "校验方案", "the scheme"),
        VerbOption.nullMeaning,
      ]
    case .required, .known, .all, .any, .not: []
    }
  }

  /// What it demands, for the editor and the rule documentation.
  var summary: LocalizedText {
    switch self {
    case .equals: LocalizedText("两个值相等", "two values are equal")
    case .allEqual: LocalizedText("所有值相等", "all values are equal")
    case .similar: LocalizedText("两个文本足够相似", "two texts are similar enough")
    case .matches: LocalizedText("文本符合正则表达式", "a text matches a pattern")
    case .oneOf: LocalizedText("值在给定的几个之中", "a value is one of those listed")
    case .before:
      LocalizedText("第一个日期早于第二个", "the first date is before the second")
    case .after: LocalizedText("第一个日期晚于第二个", "the first date is after the second")
    case .within:
      LocalizedText("日期在期间之内（含两端）", "a date lies in a period, ends included")
    case .atLeast: LocalizedText("数值不小于", "a number is at least another")
    case .atMost: LocalizedText("数值不大于", "a number is at most another")
    case .contains: LocalizedText("列表或文本含有该值", "a list or a text holds a value")
    case .unique: LocalizedText("列表没有重复项", "a list holds nothing twice")
    case .subsetOf:
      LocalizedText("第一个列表的项都在第二个中", "all of the first list is in the second")
    case .supersetOf:
      LocalizedText("第二个列表的项都在第一个中", "all of the second list is in the first")
    case .required:
      LocalizedText("事实非空，或有该材料", "a fact is not empty, or a material is there")
    case .checksum: LocalizedText("校验位正确", "the check characters are right")
    case .known:
      LocalizedText("该事实已知（仅用于 when）", "a fact is known (in `when` alone)")
    case .all: LocalizedText("各项检查全部成立", "all checks hold")
    case .any: LocalizedText("至少一项检查成立", "one of the checks holds")
    case .not: LocalizedText("该检查不成立", "the check does not hold")
    }
  }
}

/// What a null operand makes of a check.
enum NullMeaning: String, CaseIterable { case pass, fail }
