internal import Model

/// Conversions between types, by the names of the types.
enum ConversionFunctions {
  static let all: [Function] = [
    Function(
      "int", "转为整数，小数舍去", "as an integer, cut towards zero",
      [
        .of { (value: Int) in value },
        .of { (value: UInt) throws(CELError) in
          guard let number = Int(exactly: value) else { throw CELError(.overflow, "int") }
          return number
        },
        .of { (value: Double) throws(CELError) in
          // Both ends are refused, as cel-spec has it: doubles near them are not exact.
          guard abs(value) < 9_223_372_036_854_775_808 else { throw CELError(.overflow, "int") }
          return Int(value)
        },
        .of { (value: String) throws(CELError) in
          guard let number = Int(value), !value.hasPrefix("+") else {
            throw CELError(.invalidArgument, "int")
          }
          return number
        },
        .of { (value: CELTimestamp) in value.seconds },
      ]),
    Function(
      "uint", "转为非负整数", "as an unsigned integer",
      [
        .of { (value: UInt) in value },
        .of { (value: Int) throws(CELError) in
          guard let number = UInt(exactly: value) else { throw CELError(.overflow, "uint") }
          return number
        },
        .of { (value: Double) throws(CELError) in
          guard value > -1, value < 18_446_744_073_709_551_616 else {
            throw CELError(.overflow, "uint")
          }
          return UInt(value)
        },
        .of { (value: String) throws(CELError) in
          guard let number = UInt(value), !value.hasPrefix("+") else {
            throw CELError(.invalidArgument, "uint")
          }
          return number
        },
      ]),
    Function(
      "double", "转为小数", "as a double",
      [
        .of { (value: Double) in value },
        .of { (value: Int) in Double(value) },
        .of { (value: UInt) in Double(value) },
        .of { (value: String) throws(CELError) in
          guard let number = Double(value), !value.contains("x"), !value.contains("X") else {
            throw CELError(.invalidArgument, "double")
          }
          return number
        },
      ]),
    Function(
      "bool", "转为真假（true、t、1 或 false、f、0）", "as a bool, from true, t, 1, false, f, 0",
      [
        .of { (value: Bool) in value },
        .of { (value: String) throws(CELError) in
          switch value {
          case "1", "t", "T", "true", "TRUE", "True": true
          case "0", "f", "F", "false", "FALSE", "False": false
          default: throw CELError(.invalidArgument, "bool")
          }
        },
      ]),
    Function(
      "string", "转为文本", "as a text",
      [
        .of(cost: Weight.sum) { (value: String) in value },
        .of { (value: Bool) in String(value) },
        .of { (value: Int) in String(value) },
        .of { (value: UInt) in String(value) },
        .of { (value: Double) in CELNumber.text(value) },
        .of(cost: Weight.sum) { (value: [UInt8]) throws(CELError) in
          guard let text = String(validating: value, as: UTF8.self) else {
            throw CELError(.invalidArgument, "string")
          }
          return text
        },
        .of { (value: CELTimestamp) in value.text },
        .of { (value: CELDuration) in value.secondsText },
        .of { (value: CalendarDate) in value.iso },
      ]),
    Function(
      "bytes", "转为字节（UTF-8）", "as bytes in UTF-8",
      [
        .of(cost: Weight.sum) { (value: [UInt8]) in value },
        .of(cost: Weight.sum) { (value: String) in Array(value.utf8) },
      ]),
    Function(
      "type", "值的类型", "the type of a value",
      [.init([.parameter("T")], .type) { .type($0[0].type) }]),
    Function(
      "dyn", "不检查类型的同一值", "the same value, its type not checked",
      [.init([.parameter("T")], .dyn) { $0[0] }]),
    Function(
      "timestamp", "由 RFC 3339 文本或秒数得时刻", "an instant, from RFC 3339 or seconds since 1970",
      [
        .of { (value: CELTimestamp) in value },
        .of { (value: String) throws(CELError) in
          guard let timestamp = CELTimestamp(rfc3339: value) else {
            throw CELError(.invalidArgument, "timestamp")
          }
          return timestamp
        },
        .of { (value: Int) throws(CELError) in
          guard let timestamp = CELTimestamp(checkedSeconds: value) else {
            throw CELError(.overflow, "timestamp")
          }
          return timestamp
        },
      ]),
    Function(
      "duration", "由 1h30m 之类的文本得时长", "a span of time, from a text such as 1h30m",
      [
        .of { (value: CELDuration) in value },
        .of { (value: String) throws(CELError) in
          guard let duration = CELDuration(units: value) else {
            throw CELError(.invalidArgument, "duration")
          }
          return duration
        },
      ]),
  ]
}

/// How numbers are written.
enum CELNumber {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
