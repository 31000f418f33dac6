import Model

@testable import CEL

/// An environment like that of a rule, and short forms to compile in it.
enum Compiling {
  static let variables: [String: CELType] = [
    "license.name": .string, "license.term_to": .nullable(.date),
    "license.established_on": .date, "license.registered_capital_amount": .double,
    "declared.company.name": .string, "declared.mail.provider": .string,
    "declared.company.short_name": .nullable(.string), "submission.submitted_on": .date,
    "seal.signature": .string, "org.departments": .list(.string),
    "contacts.departments": .list(.string), "contacts.count": .int,
    "lookup.spf": .map(.string, .map(.string, .string)), "params.id_card_margin": .duration,
    "a": .bool, "b": .bool, "n": .int, "xs": .list(.int), "any": .dyn,
  ]

  static let environment = CELEnvironment(variables: variables, functions: library)

  static func compile(
    _ text: String, at start: TextPosition = TextPosition(line: 1, column: 1),
    expecting type: CELType? = nil, nonNull: Set<String> = []
  ) -> Result<CheckedExpression, CELDiagnostics> {
    CELCompiler(environment).compile(
      text, startingAt: start, expecting: type, nonNull: nonNull)
  }

  /// The diagnostics, none where the text compiles.
  static func diagnostics(_ text: String) -> [CELDiagnostic] {
    switch compile(text) {
    case .success: []
    case .failure(let found): found.all
    }
  }
}
