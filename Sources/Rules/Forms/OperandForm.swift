internal import Model

/// What may stand in a slot of a verb.
enum OperandForm {
  static let value = Record([
    .required("value", .any, "常量", "a constant")
  ])
  static let parameter = Record([
    .required("param", .text, "参数名", "the name of a parameter")
  ])
  static let cell = Record([
    .required("lookup", .text, "查找表", "a lookup"),
    .required("key", .named("operand"), "键", "the key"),
    .required("column", .text, "列", "the column"),
  ])
  static let applied = Record([
    .required("fact", .text, "事实", "a fact"),
    .optional("apply", .text, "函数，如 birth_date", "a function such as birth_date"),
    .optional(
      "with", .list(of: .named("operand")), "函数的其余参数", "the function's further arguments"),
  ])

  /// A bare text is a fact path; anything else says what it is.
  static let operand = Form.oneOf([
    .text, .record(value), .record(parameter), .record(cell), .record(applied),
  ])
}
