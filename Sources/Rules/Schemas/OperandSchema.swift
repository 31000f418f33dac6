internal import Model
internal import Schema

/// What may stand in a slot of a verb.
enum OperandSchema {

  /// A bare text is a fact path; anything else says what it is.
  static let operand = ValueSchema.oneOf([
    .text, .record(ConstantKey.self), .record(ParameterOperandKey.self), .record(CellKey.self),
    .record(AppliedKey.self),
  ])
}

/// The key of an operand that is a constant.
enum ConstantKey: String, RecordKey {
  case value

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(value, .any, "常量", "a constant")
    ])
}

/// The key of an operand that is a setting of the pack.
enum ParameterOperandKey: String, RecordKey {
  case param

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(param, .text, "参数名", "the name of a parameter")
    ])
}

/// The keys of an operand that is a cell of a lookup.
enum CellKey: String, RecordKey {
  case lookup, key, column

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(lookup, .text, "查找表", "a lookup"),
      .required(key, .named("operand"), "键", "the key"),
      .required(column, .text, "列", "the column"),
    ])
}

/// The keys of an operand that is a fact, or a function over it.
enum AppliedKey: String, RecordKey {
  case fact, apply, with

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(fact, .text, "事实", "a fact"),
      .optional(apply, .text, "函数，如 birth_date", "a function such as birth_date"),
      .optional(
        with, .list(of: .named("operand")), "函数的其余参数", "the function's further arguments"),
    ])
}
