internal import Model
internal import Schema

/// The keys of a rule and of its tests.
package enum RuleSchema {
  /// `AREA-TOPIC-001`; the topic is optional.
  package static let idPattern = "[A-Z][A-Z0-9]*(-[A-Z][A-Z0-9]*)?-[0-9]{3}"
  static let variablePattern = "[a-z][a-z0-9_]*"
}

/// The keys of a rule.
enum RuleKey: String, RecordKey {
  case id, title, severity, materials, when, check, assert, message, fix, basis, tags, since
  case until, exact, waivable, tests
  case forEach = "for_each"
  case acceptedMutants = "accepted_mutants"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        id, .pattern(RuleSchema.idPattern), "编号，如 LIC-NAME-001", "its id, such as LIC-NAME-001"),
      .required(title, .localized, "要求，一句话", "what is demanded, in a sentence"),
      .required(
        severity, .choice(Severity.allCases.map(\.rawValue)), "不通过时的严重程度",
        "how bad a failure is"),
      .optional(
        materials, .list(of: .text), "所需的材料；没有时规则不适用",
        "the materials it needs; without them it does not apply"),
      .optional(
        when, .oneOf([.named("check"), .text]), "适用条件：动词或 CEL", "where it applies: a verb, or CEL"
      ),
      .optional(
        forEach, .record(IterationKey.self), "对一类文档逐份判断", "judge each document of a kind"),
      .optional(check, .named("check"), "检查：动词", "what is checked: a verb"),
      .optional(assert, .text, "检查：用 |- 书写的 CEL", "what is checked: CEL, under |-"),
      .optional(
        message, .localized, "不通过时的说明，可用 {license.name}、{check.detail} 等",
        "what to say of a failure, with {license.name}, {check.detail} and so on"),
      .optional(fix, .localized, "如何改正", "what to do"),
      .optional(basis, .list(of: .record(BasisKey.self)), "依据", "where the demand comes from"),
      .optional(tags, .list(of: .text), "标签", "tags"),
      .optional(
        since, .date, "生效日；之前只警告", "the first day in force; before it the rule only warns"),
      .optional(until, .date, "失效日（含）", "the last day in force"),
      .optional(
        exact, .bool, "只按读出的文字比较，不做逐字比对（按假设读取）",
        "compare with what was read and nothing else: no reading by hypothesis"),
      .optional(waivable, .bool, "不通过能否豁免", "whether a failure may be waived"),
      .optional(tests, .list(of: .record(TestKey.self)), "测试", "its tests"),
      .optional(
        acceptedMutants, .list(of: .record(MutantKey.self)), "测试不能发现、也不必发现的变异及理由",
        "mutants that no test notices and none need notice, with reasons"),
    ], alternatives: [check, assert])
}

/// The keys of `for_each`.
enum IterationKey: String, RecordKey {
  case list = "in"
  case variable = "as"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(list, .text, "文档列表，如 documents.id_card_front", "such as documents.id_card_front"),
      .required(variable, .pattern(RuleSchema.variablePattern), "变量名", "the variable's name"),
    ])
}

/// The keys of one of `basis`.
enum BasisKey: String, RecordKey {
  case kind, ref, passage

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        kind, .choice(Finding.Basis.Kind.allCases.map(\.rawValue)), "依据类别", "its kind"),
      .required(ref, .text, "出处：sources.csv 中的编号", "where it is written: an id of sources.csv"),
      .optional(passage, .text, "出处中的位置或要点", "where in it, or what it says there"),
    ])
}

/// The keys of one of `tests`.
enum TestKey: String, RecordKey {
  case name, given, absent, unclassified, doubtful, drafted, params, expect, because, tentative
  case expected, actual, message

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(name, .text, "名称", "its name"),
      .optional(
        given, .dictionary(of: .any), "已知的事实；其余均未读出",
        "the facts that are known; all others are unread"),
      .optional(absent, .list(of: .text), "没有的材料", "materials of which there is none"),
      .optional(unclassified, .list(of: .text), "未能识别的文件", "files that were not recognized"),
      .optional(doubtful, .list(of: .text), "读得不够确定的事实", "given facts of too little confidence"),
      .optional(drafted, .bool, "申报是否为草稿", "whether the declaration is a draft"),
      .optional(params, .dictionary(of: .any), "参数的值", "values of parameters"),
      .required(expect, .choice(Verdict.allCases.map(\.rawValue)), "结论", "the verdict"),
      .optional(because, .list(of: .text), "无法判断的原因：这些事实", "the facts that keep it from deciding"),
      .optional(
        tentative, .choice(["pass", "fail"]), "按不确定的值得出的结论", "the verdict by the doubtful values"),
      .optional(expected, .text, "报告的应为值", "the expected value that is reported"),
      .optional(actual, .text, "报告的实际值", "the actual value that is reported"),
      .optional(
        message, .dictionary(of: .text), "报告的说明（zh-CN、en）",
        "the message that is reported (zh-CN, en)"),
    ])
}

/// The keys of one of `accepted_mutants`.
enum MutantKey: String, RecordKey {
  case mutant, reason

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        mutant, .text, "变异，如 rules test --mutate 所列", "the mutant as rules test --mutate lists it"),
      .required(reason, .text, "理由", "why it may live"),
    ])
}
