internal import CEL
internal import Model
internal import Schema

/// Compiles CEL text in rule files, with diagnostics that point into the file.
struct ExpressionCompiler {
  let scope: Scope

  /// The checked tree of `node`'s text; `nil` where a diagnostic was written.
  ///
  /// - Parameters:
  ///   - use: Where it stands; only a condition may ask whether a fact is known.
  ///   - nonNull: Names that the rule's condition tells not to be null.
  func compile(
    _ node: YAMLNode, _ use: CheckCompiler.Use, nonNull: Set<String> = [],
    into log: inout DiagnosticLog
  ) -> CheckedExpression? {
    guard let text = ExpressionText(node, into: &log) else { return nil }
    let result = scope.compiler.compile(
      text.text, startingAt: text.start, margin: text.margin, expecting: .bool, nonNull: nonNull,
      rewriting: rewritten)
    switch result {
    case .failure(let diagnostics):
      for diagnostic in diagnostics.all { log.add(diagnostic) }
      return nil
    case .success(let checked):
      let problems = problems(in: checked.expression, use, into: &log)
      return problems ? nil : checked
    }
  }

  // MARK: Lookups

  /// `lookup.spf[key].include` becomes `lookup.spf.include[key]`: columns have types of their own.
  func rewritten(_ expression: Expression) -> Expression {
    let parts = expression.mappingChildren(rewritten)
    guard case .select(let row, let column, isTest: false) = parts.kind,
      case .call(Operator.index, let arguments) = row.kind, arguments.count == 2,
      case .select(let root, let table, isTest: false) = arguments[0].kind,
      root.isIdentifier("lookup"), scope.lookups[table] != nil
    else { return parts }
    let name = Expression(
      id: arguments[0].id, range: parts.range,
      kind: .identifier(NameSpace.lookups + table + "." + column))
    return Expression(
      id: parts.id, range: parts.range,
      kind: .call(function: Operator.index, arguments: [name, arguments[1]]))
  }

  /// What the checker of CEL does not know of: keys of lookups, and what a check may not ask.
  private func problems(
    in expression: Expression, _ use: CheckCompiler.Use, into log: inout DiagnosticLog
  ) -> Bool {
    var hasProblem = false
    switch expression.kind {
    case .call(Operator.known, _) where use == .check:
      log.report(
        "known", at: expression.range.start, "known 只能用于 when：未读出的事实不是申报人的错误",
        "known is for when alone: a fact that was not read is nobody's mistake")
      hasProblem = true
    case .call(Operator.index, let arguments) where arguments.count == 2:
      if case .identifier(let name) = arguments[0].kind,
        case .literal(let key) = arguments[1].kind,
        let lookup = scope.lookup(ofColumn: name), lookup.rows[key] == nil
      {
        log.reportMissing(key, in: lookup, at: arguments[1].range.start)
        hasProblem = true
      }
    default: break
    }
    for child in expression.children where problems(in: child, use, into: &log) {
      hasProblem = true
    }
    return hasProblem
  }
}

extension DiagnosticLog {
  /// A constant key that is no row of a lookup.
  mutating func reportMissing(_ key: CELValue, in lookup: Lookup, at position: TextPosition) {
    let keys = lookup.rows.entries.map(\.key.text)
    let hint = Hint(key.text, among: keys)
    report(
      "unknown-row", at: position, length: key.text.unicodeScalars.count,
      "查找表「\(lookup.name)」没有键「\(key.text)」\(hint.chinese)",
      "the lookup \"\(lookup.name)\" has no key \"\(key.text)\"\(hint.english)")
  }

  mutating func add(_ diagnostic: CELDiagnostic) {
    // Rule authors know names as facts.
    let code = diagnostic.code == .unknownName ? "unknown-fact" : diagnostic.code.rawValue
    report(
      code, at: diagnostic.range.start, length: diagnostic.length, diagnostic.message.chinese,
      diagnostic.message.english)
  }
}
