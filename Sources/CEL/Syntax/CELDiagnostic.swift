package import Model

/// A diagnostic says what is wrong in the text or the types of an expression, in words for its author.
package struct CELDiagnostic: Error, Hashable, Sendable {
  /// The code is a short kebab-case name.
  package enum Code: String, Sendable, CaseIterable {
    case syntax
    case literal
    case tooLong = "too-long"
    case nestedTooDeep = "nested-too-deep"
    case macro
    case unknownName = "unknown-name"
    case unknownFunction = "unknown-function"
    case typeMismatch = "type-mismatch"
    case nullableOperand = "nullable-operand"
    case constant
    case resultType = "result-type"
  }

  package let code: Code
  /// The message ends with a hint where there is one.
  package let message: LocalizedText
  package let range: SourceRange

  package init(_ code: Code, _ message: LocalizedText, at range: SourceRange) {
    self.code = code
    self.message = message
    self.range = range
  }

  static let tooDeep = LocalizedText("表达式嵌套过深，请拆分", "the expression is nested too deep: split it")

  /// How many scalars of the first line are meant; 0 means a point, or a range that ends in another line.
  package var length: Int {
    range.start.line == range.end.line ? max(0, range.end.column - range.start.column) : 0
  }
}

/// All that is wrong in one expression, in the order of its text; never empty.
package struct CELDiagnostics: Error, Sendable {
  package let all: [CELDiagnostic]

  /// How many are reported at once; what follows the first ones is often their consequence.
  static let limit = 30
}

/// Collects diagnostics, one at most for each place.
struct DiagnosticList {
  private(set) var all: [CELDiagnostic] = []

  mutating func add(
    _ code: CELDiagnostic.Code, _ chinese: String, _ english: String, at range: SourceRange
  ) {
    guard !isFull, !all.contains(where: { $0.range == range }) else {
      return
    }
    all.append(CELDiagnostic(code, LocalizedText(chinese, english), at: range))
  }

  /// Whether nothing more is reported: looking for a suggestion is vain then.
  var isFull: Bool { all.count >= CELDiagnostics.limit }

  var sorted: [CELDiagnostic] { all.sorted { $0.range.start < $1.range.start } }
}
