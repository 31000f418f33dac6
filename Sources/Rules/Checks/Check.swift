internal import CEL
internal import Model

/// A verb with its operands, compiled: the expression decides, the rest tells people about it.
struct Check: Sendable {
  let expression: Expression
  let explanation: Explanation
}

/// Where the texts of a finding come from once a check has failed.
indirect enum Explanation: Sendable {
  case comparison(Comparison)
  case all([Check])
  case any([Check])
  case not(Check)
  /// Nothing beside the rule's own texts.
  case plain

  struct Comparison: Sendable {
    let relation: Relation
    let actual: Shown
    let expected: Shown?
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
  case containing, including, unique
  case rightChecksum, notEmpty, present, similar

  /// Before an expected value.
  var sign: String {
    switch self {
    case .equal, .oneOf, .matching, .containing, .including, .unique, .rightChecksum, .notEmpty,
      .present, .similar:
      ""
    case .before: "< "
    case .after: "> "
    case .notBefore, .atLeast: "≥ "
    case .notAfter, .atMost: "≤ "
    }
  }

  /// What stands for `{check.detail}`; the values follow as placeholders of their own.
  var detail: LocalizedText {
    switch self {
    case .equal:
      LocalizedText(
        chinese: "应为「{check.expected}」，实为「{check.actual}」",
        english: "\"{check.expected}\" is wanted, it is \"{check.actual}\"")
    case .before, .after, .notBefore, .notAfter, .atLeast, .atMost:
      LocalizedText(
        chinese: "应{check.expected}，实为 {check.actual}",
        english: "{check.expected} is wanted, it is {check.actual}")
    case .oneOf:
      LocalizedText(
        chinese: "应为「{check.expected}」之一，实为「{check.actual}」",
        english: "one of {check.expected} is wanted, it is \"{check.actual}\"")
    case .matching:
      LocalizedText(
        chinese: "「{check.actual}」不符合格式 {check.expected}",
        english: "\"{check.actual}\" does not have the form {check.expected}")
    case .containing:
      LocalizedText(
        chinese: "「{check.actual}」中没有「{check.expected}」",
        english: "\"{check.expected}\" is not in \"{check.actual}\"")
    case .including:
      LocalizedText(
        chinese: "{check.expected} 中没有：{check.actual}",
        english: "{check.expected} lacks {check.actual}")
    case .unique:
      LocalizedText(chinese: "重复：{check.actual}", english: "there more than once: {check.actual}")
    case .rightChecksum:
      LocalizedText(
        chinese: "「{check.actual}」的校验位不正确",
        english: "the check characters of \"{check.actual}\" are wrong")
    case .similar:
      LocalizedText(
        chinese: "「{check.actual}」与「{check.expected}」不够相似",
        english: "\"{check.actual}\" is not similar enough to \"{check.expected}\"")
    case .notEmpty: LocalizedText(chinese: "内容为空", english: "it is empty")
    case .present:
      LocalizedText(chinese: "缺少材料 {check.expected}", english: "{check.expected} is missing")
    }
  }
}
