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
    case .equals: LocalizedText(chinese: "两个值相等", english: "two values are equal")
    case .allEqual: LocalizedText(chinese: "所有值相等", english: "all values are equal")
    case .similar: LocalizedText(chinese: "两个文本足够相似", english: "two texts are similar enough")
    case .matches: LocalizedText(chinese: "文本符合正则表达式", english: "a text matches a pattern")
    case .oneOf: LocalizedText(chinese: "值在给定的几个之中", english: "a value is one of those listed")
    case .before:
      LocalizedText(chinese: "第一个日期早于第二个", english: "the first date is before the second")
    case .after: LocalizedText(chinese: "第一个日期晚于第二个", english: "the first date is after the second")
    case .within:
      LocalizedText(chinese: "日期在期间之内（含两端）", english: "a date lies in a period, ends included")
    case .atLeast: LocalizedText(chinese: "数值不小于", english: "a number is at least another")
    case .atMost: LocalizedText(chinese: "数值不大于", english: "a number is at most another")
    case .contains: LocalizedText(chinese: "列表或文本含有该值", english: "a list or a text holds a value")
    case .unique: LocalizedText(chinese: "列表没有重复项", english: "a list holds nothing twice")
    case .subsetOf:
      LocalizedText(chinese: "第一个列表的项都在第二个中", english: "all of the first list is in the second")
    case .supersetOf:
      LocalizedText(chinese: "第二个列表的项都在第一个中", english: "all of the second list is in the first")
    case .required:
      LocalizedText(chinese: "事实非空，或有该材料", english: "a fact is not empty, or a material is there")
    case .checksum: LocalizedText(chinese: "校验位正确", english: "the check characters are right")
    case .known:
      LocalizedText(chinese: "该事实已知（仅用于 when）", english: "a fact is known (in `when` alone)")
    case .all: LocalizedText(chinese: "各项检查全部成立", english: "all checks hold")
    case .any: LocalizedText(chinese: "至少一项检查成立", english: "one of the checks holds")
    case .not: LocalizedText(chinese: "该检查不成立", english: "the check does not hold")
    }
  }
}

/// What a null operand makes of a check.
enum NullMeaning: String, CaseIterable { case pass, fail }
