internal import CEL
internal import Model
internal import Schema

/// Reads and compiles one rule.
struct RuleReader {
  let scope: Scope

  /// `nil` where a diagnostic was written that leaves nothing to judge with.
  func read(_ node: YAMLNode, into log: inout DiagnosticLog) -> Rule? {
    guard let entries = log.entries(of: node, RuleForm.rule) else { return nil }
    var scope = scope
    if let each = entries["for_each"] {
      guard let iteration = iteration(each, into: &log) else { return nil }
      scope.iteration = iteration
    }
    let id = entries["id"].flatMap { self.id($0, into: &log) }
    let title = entries["title"].flatMap { log.localized($0) }
    let severity: Severity? = entries["severity"].flatMap { log.choice($0, "严重程度", "severity") }
    let (condition, nonNull) = self.condition(entries["when"], scope, into: &log)
    let check = check(node, entries, scope, nonNull: nonNull, into: &log)
    let message = title.flatMap { title in
      MessageReader(scope: scope, check: check?.check).read(
        entries["message"], title: title, into: &log)
    }
    let rule = Rest(entries, scope, check, into: &log)
    guard let id, let title, let severity, let check, let message else { return nil }
    if case .some(nil) = condition { return nil }
    return Rule(
      id: id, title: title, severity: severity, materials: rule.materials, basis: rule.basis,
      tags: rule.tags, isWaivable: rule.isWaivable, since: rule.since, until: rule.until,
      isExact: rule.isExact, place: Place(log.file, node.position), condition: condition ?? nil,
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
      _ entries: [String: YAMLNode], _ scope: Scope, _ check: CompiledCheck?,
      into log: inout DiagnosticLog
    ) {
      materials = log.kinds(entries["materials"], scope)
      basis = RuleReader.basis(entries["basis"], into: &log)
      tags = log.strings(entries["tags"])
      fix = entries["fix"].flatMap {
        MessageReader(scope: scope, check: check?.check).read($0, into: &log)
      }
      isWaivable = entries["waivable"].flatMap { log.bool($0) }
      isExact = entries["exact"].flatMap { log.bool($0) } ?? false
      since = entries["since"].flatMap { log.date($0) }
      until = entries["until"].flatMap { log.date($0) }
      tests = TestReader(scope: scope).read(entries["tests"], into: &log)
      acceptedMutants = RuleReader.mutants(entries["accepted_mutants"], into: &log)
    }
  }

  private func id(_ node: YAMLNode, into log: inout DiagnosticLog) -> String? {
    guard let id = log.string(node) else { return nil }
    let wellFormed = PatternSyntax.matches(id, "^(" + RuleForm.idPattern + ")$")
    if !wellFormed {
      log.report(
        "rule-id", at: node, "规则编号的形式为 LIC-NAME-001", "a rule's id looks like LIC-NAME-001")
      return nil
    }
    return id
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
    _ node: YAMLNode, _ entries: [String: YAMLNode], _ scope: Scope, nonNull: Set<String>,
    into log: inout DiagnosticLog
  ) -> CompiledCheck? {
    switch (entries["check"], entries["assert"]) {
    case (let verb?, nil): return self.verb(verb, .check, scope, into: &log)
    case (nil, let text?):
      let compiler = ExpressionCompiler(scope: scope)
      return compiler.compile(text, .check, nonNull: nonNull, into: &log)
        .map { compiled($0, scope) }
    case (.some, let text?):
      log.report(
        "two-checks", at: text.position, "check 与 assert 只能有一个",
        "a rule has check or assert, not both")
    case (nil, nil):
      log.report(
        "missing-key", at: node.position, "缺少 check（动词）或 assert（CEL）",
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
    guard let entries = log.entries(of: node, RuleForm.iteration),
      let list = entries["in"], let path = log.string(list),
      let name = entries["as"], let variable = log.string(name)
    else { return nil }
    guard let kind = scope.lists[path] else {
      log.reportUnknown(
        "unknown-list", path, at: list.position, among: scope.lists.keys, "文档列表",
        "list of documents")
      return nil
    }
    guard PatternSyntax.matches(variable, "^" + RuleForm.variablePattern + "$"),
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
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [Finding.Basis] {
    let nodes = log.elements(of: node, "依据列表 [{kind, ref}]", "a list of [{kind, ref}]")
    return nodes.compactMap { node in
      guard let entries = log.entries(of: node, RuleForm.basis),
        let kindNode = entries["kind"],
        let kind: Finding.Basis.Kind = log.choice(kindNode, "依据类别", "kind of basis"),
        let reference = entries["ref"].flatMap({ log.string($0) })
      else { return nil }
      return Finding.Basis(kind: kind, reference: reference)
    }
  }

  private static func mutants(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [AcceptedMutant] {
    log.elements(of: node).compactMap { node in
      guard let entries = log.entries(of: node, RuleForm.mutant),
        let mutant = entries["mutant"].flatMap({ log.string($0) }),
        let reason = entries["reason"].flatMap({ log.string($0) })
      else { return nil }
      return AcceptedMutant(mutant: mutant, reason: reason, place: Place(log.file, node.position))
    }
  }
}
