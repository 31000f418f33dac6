internal import CEL
internal import Model
internal import StrictYAML

/// Reads and compiles one rule.
struct RuleReader {
  let scope: Scope

  /// `nil` where a diagnostic was written that leaves nothing to judge with.
  func read(_ node: YAMLNode, into log: inout DiagnosticLog) -> Rule? {
    guard let entries = keys(of: node, into: &log) else { return nil }
    var scope = scope
    if let each = entries["for_each"] {
      guard let iteration = iteration(each, into: &log) else { return nil }
      scope.iteration = iteration
    }
    let id = entries["id"].flatMap { self.id($0, into: &log) }
    let title = entries["title"].flatMap { log.localized($0) }
    let severity: Severity? = entries["severity"].flatMap { log.choice($0, "严重程度", "severity") }
    let condition = entries["when"].map { compile($0, .condition, scope, into: &log) }
    let check = entries["check"].flatMap { compile($0, .check, scope, into: &log) }
    let message = title.flatMap {
      MessageReader(scope: scope).read(entries["message"], title: $0, into: &log)
    }
    let rule = Rest(entries, scope, into: &log)
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

    init(_ entries: [String: YAMLNode], _ scope: Scope, into log: inout DiagnosticLog) {
      materials = log.kinds(entries["materials"], scope)
      basis = RuleReader.basis(entries["basis"], into: &log)
      tags = log.strings(entries["tags"])
      fix = entries["fix"].flatMap { MessageReader(scope: scope).read($0, into: &log) }
      isWaivable = entries["waivable"].flatMap { log.bool($0) }
      isExact = entries["exact"].flatMap { log.bool($0) } ?? false
      since = entries["since"].flatMap { log.date($0) }
      until = entries["until"].flatMap { log.date($0) }
      tests = TestReader(scope: scope).read(entries["tests"], into: &log)
      acceptedMutants = RuleReader.mutants(entries["accepted_mutants"], into: &log)
    }
  }

  /// The entries; CEL text in `assert` is told as what it is rather than as a missing `check`.
  private func keys(
    of node: YAMLNode, into log: inout DiagnosticLog
  ) -> [String: YAMLNode]? {
    if let text = node["assert"] {
      log.reportTextForm(text)
      return nil
    }
    return log.entries(of: node, RuleForm.rule)
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

  private func compile(
    _ node: YAMLNode, _ use: CheckCompiler.Use, _ scope: Scope, into log: inout DiagnosticLog
  ) -> Check? {
    var compiler = CheckCompiler(scope: scope, use: use, log: log)
    let check = compiler.compile(node)
    log = compiler.log
    guard let check, check.expression.depth > Evaluator.depthLimit else { return check }
    log.report("nesting", at: node.position, "检查嵌套过深", "the check is nested too deep")
    return nil
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
