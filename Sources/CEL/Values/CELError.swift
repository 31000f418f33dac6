package import Model

/// Why an expression has no value although all its facts are known: a defect of the rule.
package struct CELError: Error, Hashable, Sendable {
  package enum Code: String, Sendable, CaseIterable {
    case noSuchOverload = "no_such_overload"
    case noSuchKey = "no_such_key"
    case noSuchName = "no_such_name"
    case indexOutOfRange = "index_out_of_range"
    case overflow
    case divisionByZero = "division_by_zero"
    case invalidArgument = "invalid_argument"
    case duplicateKey = "duplicate_key"
    case costExceeded = "cost_exceeded"
    case nestedTooDeep = "nested_too_deep"
  }

  package let code: Code
  /// What it is about: a function's name, a key; empty where the code says it all.
  package let detail: String

  package init(_ code: Code, _ detail: String = "") {
    self.code = code
    self.detail = detail
  }
}

extension CELError {
  /// The error in words for the author of a rule.
  package var text: LocalizedText {
    let (chinese, english): (String, String) =
      switch code {
      case .noSuchOverload: ("该运算不适用于这些类型", "the operation does not take these types")
      case .noSuchKey: ("没有该键", "there is no such key")
      case .noSuchName: ("没有该名称", "there is no such name")
      case .indexOutOfRange: ("序号超出范围", "the index is out of range")
      case .overflow: ("数值溢出", "the number overflows")
      case .divisionByZero: ("除数为零", "division by zero")
      case .invalidArgument: ("参数无效", "the argument is not valid")
      case .duplicateKey: ("键重复", "the key is there twice")
      case .costExceeded: ("计算量超出上限", "the evaluation costs too much")
      case .nestedTooDeep: ("嵌套过深", "it is nested too deep")
      }
    guard !detail.isEmpty else { return LocalizedText(chinese, english) }
    let shown = Operator.symbol(detail) ?? detail
    return LocalizedText(chinese + "（\(shown)）", english + " (\(shown))")
  }
}
