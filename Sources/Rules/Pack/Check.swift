internal import CEL
internal import Model

/// A verb with its operands, compiled: the expression decides, the rest tells people about it.
struct Check: Sendable {
  let expression: Expression
  let explanation: Explanation

  init(expression: Expression, explanation: Explanation) {
    self.expression = expression
    self.explanation = explanation
  }

  /// A check that relates one value to another.
  init(
    _ expression: Expression, _ relation: Relation, _ actual: Shown, _ expected: Shown? = nil,
    whole: Shown? = nil
  ) {
    self.init(
      expression: expression,
      explanation: .comparison(
        .init(relation: relation, actual: actual, expected: expected, whole: whole)))
  }
}

/// Where the texts of a finding come from once a check has failed.
indirect enum Explanation: Sendable {
  case comparison(RelationCheck)
  case all([Check])
  case any([Check])
  case not(Check)
  /// Of a quantifier over a list: the elements that are not as wanted are what is wrong.
  case each(Comprehension)
  /// A verb that a pack makes.
  case custom(Custom)
  /// Nothing beside the rule's own texts.
  case plain

  struct Custom: Sendable {
    /// With `{parameter}`; without it the first two operands are shown.
    let detail: LocalizedText?
    /// By the names of the parameters, in their order.
    let operands: [(name: String, shown: Shown)]
  }

  /// Values of which one is to be as a relation to the other wants it.
  struct RelationCheck: Sendable {
    let relation: Relation
    let actual: Shown
    let expected: Shown?
    /// What lacks the elements of ``actual``.
    var whole: Shown?
  }
}

/// A part of a check whose value is shown, by its place in the trace.
struct Shown: Sendable {
  let expression: Expression
  let source: Quotation.Source
}

/// What a comparison wants of its actual value.
enum Relation: Sendable {
  case equal, before, after, notBefore, notAfter, atLeast, atMost, oneOf, matching
  case containing, including, lacking, unique
  case rightChecksum, notEmpty, present, similar, meant

  /// Before an expected value.
  var sign: String {
    switch self {
    case .equal, .oneOf, .matching, .containing, .including, .lacking, .unique, .rightChecksum,
      .notEmpty,
      .present, .similar, .meant:
      ""
    case .before: "< "
    case .after: "> "
    case .notBefore, .atLeast: "≥ "
    case .notAfter, .atMost: "≤ "
    }
  }

  /// What stands for `{check.detail}` where a list should be empty.
  static let unwanted = LocalizedText(
    "不应有：{check.actual}", "there should be none of {check.actual}")

  /// What stands for `{check.detail}`; the values follow as placeholders of their own.
  var detail: LocalizedText {
    switch self {
    case .equal:
      LocalizedText(
        "应为「{check.expected}」，实为「{check.actual}」",
        "\"{check.expected}\" is wanted, it is \"{check.actual}\"")
    case .before, .after, .notBefore, .notAfter, .atLeast, .atMost:
      LocalizedText(
        "应{check.expected}，实为 {check.actual}", "{check.expected} is wanted, it is {check.actual}")
    case .oneOf:
      LocalizedText(
        "应为「{check.expected}」之一，实为「{check.actual}」",
        "one of {check.expected} is wanted, it is \"{check.actual}\"")
    case .matching:
      LocalizedText(
        "「{check.actual}」不符合格式 {check.expected}",
        "\"{check.actual}\" does not have the form {check.expected}")
    case .containing:
      LocalizedText(
        "「{check.actual}」中没有「{check.expected}」", "\"{check.expected}\" is not in \"{check.actual}\""
      )
    case .including:
      LocalizedText("{check.expected} 中没有：{check.actual}", "{check.expected} lacks {check.actual}")
    case .lacking:
      LocalizedText("{check.whole} 中没有：{check.actual}", "{check.whole} lacks {check.actual}")
    case .unique:
      LocalizedText("重复：{check.actual}", "there more than once: {check.actual}")
    case .rightChecksum:
      LocalizedText(
        "「{check.actual}」的校验位不正确", "the check characters of \"{check.actual}\" are wrong")
    case .similar:
      LocalizedText(
        "「{check.actual}」与「{check.expected}」不够相似",
        "\"{check.actual}\" is not similar enough to \"{check.expected}\"")
    case .meant:
      LocalizedText("「{check.actual}」不符合要求", "\"{check.actual}\" is not as demanded")
    case .notEmpty: LocalizedText("内容为空", "it is empty")
    case .present:
      LocalizedText("缺少材料 {check.expected}", "{check.expected} is missing")
    }
  }
}

extension Explanation {
  /// Whether a failure can name elements that are missing: `{check.missing}`.
  var tellsMissing: Bool {
    switch self {
    case .comparison(let comparison):
      comparison.relation == .including || comparison.relation == .lacking
    case .each: true
    case .all(let checks), .any(let checks): checks.contains { $0.explanation.tellsMissing }
    case .not(let check): check.explanation.tellsMissing
    case .custom, .plain: false
    }
  }

  /// Whether a failure can tell where two texts differ: `{check.difference}`.
  var tellsDifference: Bool {
    switch self {
    case .comparison(let comparison): comparison.relation == .equal
    case .all(let checks), .any(let checks): checks.contains { $0.explanation.tellsDifference }
    case .not, .each, .custom, .plain: false
    }
  }
}
