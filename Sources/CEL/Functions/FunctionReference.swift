package import Model

/// The documentation of a library's functions and of the macros, made of their own declarations.
package enum FunctionReference {
  /// One page of Markdown: macros, functions, operators, each with its types.
  package static func markdown(of library: FunctionLibrary, locale: ReportLocale) -> String {
    let isChinese = locale == .chinese
    let functions = library.functions.filter { Function.isWritten($0.name) }
    let operators = library.functions.filter { Operator.symbol($0.name) != nil }
    var lines = [isChinese ? "# 表达式中的函数" : "# Functions in expressions", ""]
    lines += section(
      isChinese ? "宏" : "Macros", isChinese ? "写法" : "Written", locale,
      Macro.all.map { ([$0.usage], $0.summary) })
    lines += section(
      isChinese ? "函数" : "Functions", isChinese ? "写法与类型" : "Written, with types", locale,
      functions.map { function in
        (function.overloads.map { $0.signature(of: function.name) }, function.summary)
      })
    lines += section(
      isChinese ? "运算符" : "Operators", isChinese ? "写法与类型" : "Written, with types", locale,
      operators.map { function in
        (function.overloads.map { $0.use(ofOperator: function.name) }, function.summary)
      })
    return lines.joined(separator: "\n")
  }

  private static func section(
    _ title: String, _ heading: String, _ locale: ReportLocale,
    _ rows: [(written: [String], summary: LocalizedText)]
  ) -> [String] {
    let result = locale == .chinese ? "结果" : "Gives"
    return ["## " + title, "", "| \(heading) | \(result) |", "| --- | --- |"]
      + rows.map { row in
        let written = row.written.map { "`" + escaped($0) + "`" }.joined(separator: "<br>")
        return "| \(written) | \(escaped(row.summary[locale])) |"
      } + [""]
  }

  // A bar ends a cell, even in code.
  private static func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}

extension Function.Overload {
  /// `date + duration -> date`.
  fileprivate func use(ofOperator name: String) -> String {
    let types = parameters.map(\.shown)
    let call =
      switch (name, types.count) {
      case (Operator.index, 2): "\(types[0])[\(types[1])]"
      case (Operator.optionalIndex, 2): "\(types[0])[?\(types[1])]"
      case (_, 1): (Operator.symbol(name) ?? name) + types[0]
      default: types.joined(separator: " \(Operator.symbol(name) ?? name) ")
      }
    return call + " -> " + result.shown
  }
}
