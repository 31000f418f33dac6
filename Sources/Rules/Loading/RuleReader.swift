internal import CEL
internal import Model
internal import Schema

/// Reads and compiles one rule.
struct RuleReader {
  let scope: Scope

  /// `nil` where a diagnostic was written that leaves nothing to judge with.
  func read(_ node: YAMLNode, into log: inout DiagnosticLog) -> Rule? {
    guard let record = log.record(node, RuleKey.self) else { return nil }
    var scope = scope
    if let each = record[.forEach] {
      guard let iteration = iteration(each, into: &log) else { return nil }
      scope.iteration = iteration
    }
    let id = record[.id].flatMap { self.id($0, into: &log) }
    let title = log.localized(record[.title])
    let severity: Severity? = log.choice(record[.severity], "严重程度", "severity")
    let (condition, nonNull) = self.condition(record[.when], scope, into: &log)
    let check = check(record, scope, nonNull: nonNull, into: &log)
    let message = title.flatMap { title in
      MessageReader(scope: scope, check: check?.check).read(
        record[.message], title: title, into: &log)
    }
    let rule = Rest(record, scope, check, into: &log)
    guard let id, let title, let severity, let check, let message else { return nil }
    if case .some(nil) = condition { return nil }
    return Rule(
      id: id, title: title, severity: severity, materials: rule.materials, basis: rule.basis,
      tags: rule.tags, isWaivable: rule.isWaivable, since: rule.since, until: rule.until,
      isExact: rule.isExact, location: SourceLocation(log.file, node.position),
      idLocation: SourceLocation(
        log.file, record[.id]?.position ?? node.position, length: id.unicodeScalars.count),
      condition: condition ?? nil,
      check: check,
      iteration: scope.iteration, message: message, fix: rule.fix, tests: rule.tests,
      acceptedMutants: rule.acceptedMutants)
  }

  /// The keys that do not take part in deciding.
  private struct Rest {
    let materials: [MaterialKind]
    let basis: [Finding.Basis]
    let tags: [String]
    let fix: MessageTemplate?
    let isWaivable: Bool?
    let isExact: Bool
    let since: CalendarDate?
    let until: CalendarDate?
    let tests: [RuleTest]
    let acceptedMutants: [AcceptedMutant]

    init(
      _ record: Record<RuleKey>, _ scope: Scope, _ check: CompiledCheck?,
      into log: inout DiagnosticLog
    ) {
      materials = log.kinds(record[.materials], scope)
      basis = RuleReader.basis(record[.basis], scope.sources, into: &log)
      tags = log.strings(record[.tags])
      fix = record[.fix].flatMap {
        MessageReader(scope: scope, check: check?.check).read($0, into: &log)
      }
      isWaivable = log.bool(record[.waivable])
      isExact = log.bool(record[.exact]) ?? false
      since = log.date(record[.since])
      until = log.date(record[.until])
      tests = TestReader(scope: scope).read(record[.tests], into: &log)
      acceptedMutants = RuleReader.mutants(record[.acceptedMutants], into: &log)
    }
  }

  private func id(_ node: YAMLNode, into log: inout DiagnosticLog) -> String? {
    guard let id = log.string(node) else { return nil }
    let wellFormed = PatternSyntax.matches(id, "^(" + RuleSchema.idPattern + ")$")
    if !wellFormed {
      let meant = Self.wellFormed(id).map { ("；请写 \($0)", "; write \($0)") } ?? ("", "")
      log.report(
        "rule-id", at: node, "规则编号的形式为 LIC-NAME-001（大写英文与三位数字）\(meant.0)",
        "a rule's id looks like LIC-NAME-001\(meant.1)")
      return nil
    }
    return id
  }

  /// The id that is meant: in capitals, with three digits.
  private static func wellFormed(_ id: String) -> String? {
    var parts = id.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let last = parts.popLast() else { return nil }
    let digits = last.drop { !$0.isNumber }
    let letters = last.prefix { !$0.isNumber }
    if !letters.isEmpty { parts.append(String(letters)) }
    guard digits.count <= 3, let number = Int(digits.isEmpty ? "1" : String(digits)) else {
      return nil
    }
    let text = String(number)
    let meant = (parts + [String(repeating: "0", count: 3 - text.count) + text])
      .joined(separator: "-")
    return PatternSyntax.matches(meant, "^(" + RuleSchema.idPattern + ")$") ? meant : nil
  }

  /// A condition, `.some(nil)` where it does not compile, and the names that it tells not to be null.
  private func condition(
    _ node: YAMLNode?, _ scope: Scope, into log: inout DiagnosticLog
  ) -> (condition: CompiledCheck??, nonNull: Set<String>) {
    guard let node else { return (nil, []) }
    guard node.mapping == nil else { return (.some(verb(node, .condition, scope, into: &log)), []) }
    let compiler = ExpressionCompiler(scope: scope)
    guard let checked = compiler.compile(node, .condition, into: &log) else {
      return (.some(nil), [])
    }
    return (.some(compiled(checked, scope)), checked.nonNullWhereTrue)
  }

  /// What `check` or `assert` says; exactly one of them.
  private func check(
    _ record: Record<RuleKey>, _ scope: Scope, nonNull: Set<String>,
    into log: inout DiagnosticLog
  ) -> CompiledCheck? {
    switch (record[.check], record[.assert]) {
    case (let verb?, nil): return self.verb(verb, .check, scope, into: &log)
    case (nil, let text?):
      guard text.mapping == nil else {
        log.report(
          "cel-text", at: text.position, "assert 用 CEL 表达式，写在 |- 之下；动词请写 check: {…}",
          "assert takes an expression in CEL, under |-; write a verb as check: {...}")
        return nil
      }
      let compiler = ExpressionCompiler(scope: scope)
      return compiler.compile(text, .check, nonNull: nonNull, into: &log)
        .map { compiled($0, scope) }
    case (.some, let text?):
      log.report(
        "two-checks", at: text.position, "check 与 assert 只能有一个",
        "a rule has check or assert, not both")
    case (nil, nil):
      log.report(
        "missing-key", at: record.node.position, "缺少 check（动词）或 assert（CEL）",
        "check (a verb) or assert (CEL) is missing")
    }
    return nil
  }

  private func compiled(_ checked: CheckedExpression, _ scope: Scope) -> CompiledCheck {
    CompiledCheck(
      DerivedExplanation(scope: scope).check(checked.expression), checked.program)
  }

  private func verb(
    _ node: YAMLNode, _ use: CheckCompiler.Use, _ scope: Scope, into log: inout DiagnosticLog
  ) -> CompiledCheck? {
    var compiler = CheckCompiler(scope: scope, use: use, log: log)
    let check = compiler.compile(node)
    log = compiler.log
    guard let check else { return nil }
    guard check.expression.depth <= Evaluator.depthLimit else {
      log.report("nesting", at: node.position, "检查嵌套过深", "the check is nested too deep")
      return nil
    }
    // A verb's tree passes the checker of CEL like any other; nulls the verb has asked about itself.
    var environment = scope.compiler.environment
    environment.checking = .standard
    switch CELCompiler(environment).check(check.expression, expecting: .bool) {
    case .success(let checked):
      return CompiledCheck(
        Check(expression: checked.expression, explanation: check.explanation), checked.program)
    case .failure(let diagnostics):
      for diagnostic in diagnostics.all { log.add(diagnostic) }
      return nil
    }
  }

  private func iteration(_ node: YAMLNode, into log: inout DiagnosticLog) -> Iteration? {
    guard let record = log.record(node, IterationKey.self),
      let list = record[.list], let path = log.string(list),
      let name = record[.variable], let variable = log.string(name)
    else { return nil }
    guard let kind = scope.lists[path] else {
      log.reportUnknown(
        "unknown-list", path, at: list.position, among: scope.lists.keys, "文档列表",
        "list of documents")
      return nil
    }
    guard PatternSyntax.matches(variable, "^" + RuleSchema.variablePattern + "$"),
      !scope.catalogue.keys.contains(where: { $0.hasPrefix(variable + ".") })
    else {
      log.report(
        "variable", at: name, "变量名须为小写英文，且不能与事实前缀相同",
        "a variable is a lower-case name that no fact starts with")
      return nil
    }
    return Iteration(variable: variable, kind: kind, catalogue: scope.catalogue)
  }

  private static func basis(
    _ node: YAMLNode?, _ sources: SourceRegister, into log: inout DiagnosticLog
  ) -> [Finding.Basis] {
    if let node, node.text != nil, node.scalar != .null {
      log.wrongType(
        node, "依据列表 [{kind, ref}]", "a list of [{kind, ref}]",
        instead: "[{kind: house, ref: ...}]")
      return []
    }
    let nodes = log.elements(of: node, "依据列表 [{kind, ref}]", "a list of [{kind, ref}]")
    return nodes.compactMap { node in
      guard let record = log.record(node, BasisKey.self) else { return nil }
      let kind: Finding.Basis.Kind? = log.choice(record[.kind], "依据类别", "kind of basis")
      let source = log.source(record[.ref], of: sources)
      let passage = log.string(record[.passage])
      guard let kind, let source else { return nil }
      return Finding.Basis(kind: kind, source: source, passage: passage)
    }
  }

  private static func mutants(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [AcceptedMutant] {
    log.elements(of: node).compactMap { node -> AcceptedMutant? in
      guard let record = log.record(node, MutantKey.self),
        let mutant = log.string(record[.mutant]),
        let reason = log.string(record[.reason])
      else { return nil }
      return AcceptedMutant(
        mutant: mutant, reason: reason, location: SourceLocation(log.file, node.position))
    }
  }
}

extension DiagnosticLog {
  /// Names of material kinds, each checked.
  mutating func kinds(_ node: YAMLNode?, _ scope: Scope) -> [MaterialKind] {
    texts(node).compactMap { node in
      guard let kind = string(node) else { return nil }
      if !scope.kinds.contains(kind) {
        reportUnknown(
          "unknown-kind", kind, at: node.position, among: scope.kinds, called: scope.kindNames,
          "材料", "material")
      }
      return MaterialKind(rawValue: kind)
    }
  }
}
