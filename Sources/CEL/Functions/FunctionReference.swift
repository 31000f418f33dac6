package import Model

/// The one table that the documentation of macros, functions and operators is made of.
package struct FunctionReference: Sendable {
  /// An entry describes one macro, function or operator.
  package struct Entry: Sendable {
    package let name: String
    /// How it is written, with types where it has any.
    package let forms: [String]
    package let summary: LocalizedText
  }

  package let macros: [Entry]
  package let functions: [Entry]
  package let operators: [Entry]

  /// All of a library, each part sorted by name.
  package init(of library: FunctionLibrary) {
    macros = Macro.all.map { Entry(name: $0.name, forms: [$0.usage], summary: $0.summary) }
      .sorted { $0.name < $1.name }
    functions = library.functions.filter { Function.isWritten($0.name) }.map { function in
      Entry(
        name: function.name, forms: function.overloads.map { $0.signature(of: function.name) },
        summary: function.summary)
    }
    operators = library.functions.compactMap { function in
      Operator.symbol(function.name).map { symbol in
        Entry(
          name: symbol, forms: function.overloads.map { $0.form(ofOperator: function.name) },
          summary: function.summary)
      }
    }
  }
}

extension Function.Overload {
  /// `date + duration -> date`.
  fileprivate func form(ofOperator name: String) -> String {
    let types = parameters.map(\.shown)
    let symbol = Operator.symbol(name) ?? name
    let call =
      switch (name, types.count) {
      case (Operator.index, 2): "\(types[0])[\(types[1])]"
      case (Operator.optionalIndex, 2): "\(types[0])[?\(types[1])]"
      case (_, 1): symbol + types[0]
      default: types.joined(separator: " \(symbol) ")
      }
    return call + " -> " + result.shown
  }
}
