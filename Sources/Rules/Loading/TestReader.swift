internal import CEL
internal import Model
internal import Schema

/// Reads the `tests` of a rule; given facts have the types of the catalogue.
struct TestReader {
  let scope: Scope

  func read(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [RuleTest] {
    log.elements(of: node, "测试列表", "a list of tests").compactMap { test($0, into: &log) }
  }

  private func test(_ node: YAMLNode, into log: inout DiagnosticLog) -> RuleTest? {
    guard let record = log.record(node, TestKey.self),
      let expect = record[.expect],
      let verdict: Verdict = log.choice(expect, "结论", "verdict")
    else { return nil }
    let given = given(record[.given], into: &log)
    let doubtful = paths(record[.doubtful], into: &log)
    for path in doubtful where given[path] == nil && scope.fact(path) != nil {
      log.report(
        "doubtful", at: record[.doubtful]?.position ?? node.position,
        "「\(path)」须同时写在 given 中", "\"\(path)\" must be under given as well")
    }
    return RuleTest(
      name: log.string(record[.name]), given: given,
      absent: Set(log.kinds(record[.absent], scope)),
      unclassified: log.strings(record[.unclassified]), doubtful: Set(doubtful),
      isDrafted: log.bool(record[.drafted]) ?? false,
      parameters: parameters(record[.params], into: &log),
      wanted: wanted(verdict, record, into: &log), position: node.position)
  }

  private func wanted(
    _ verdict: Verdict, _ record: Record<TestKey>, into log: inout DiagnosticLog
  ) -> RuleTest.Wanted {
    let because = record[.because].map { paths($0, into: &log) }
    var message: [ReportLocale: String] = [:]
    for entry in log.pairs(of: record[.message], "键值表（语言: 文本）", "a mapping (language: text)") {
      guard let locale = ReportLocale(rawValue: entry.key) else {
        log.reportUnknown(
          "unknown-value", entry.key, at: entry.keyPosition,
          among: ReportLocale.allCases.map(\.rawValue), "语言", "language")
        continue
      }
      message[locale] = log.string(entry.value)
    }
    return RuleTest.Wanted(
      verdict: verdict,
      unknown: because.map { paths in Set(paths.compactMap { scope.fact($0)?.key }) },
      tentative: log.choice(record[.tentative], "结论", "verdict"),
      expected: log.string(record[.expected]),
      actual: log.string(record[.actual]), message: message)
  }

  private func parameters(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [String: CELValue] {
    var values: [String: CELValue] = [:]
    for entry in log.pairs(of: node, "键值表（参数: 值）", "a mapping (parameter: value)") {
      guard let parameter = scope.parameters[entry.key] else {
        log.reportUnknown(
          "unknown-param", entry.key, at: entry.keyPosition, among: scope.parameters.keys, "参数",
          "parameter", otherwise: scope.elsewhere.parameter(entry.key))
        continue
      }
      values[entry.key] = log.value(entry.value, of: parameter.declared)
    }
    return values
  }

  private func given(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [String: Value] {
    var given: [String: Value] = [:]
    for entry in log.pairs(of: node, "键值表（事实: 值）", "a mapping (fact: value)") {
      guard let declaration = scope.fact(entry.key) else {
        reportUnknownFact(entry.key, entry.keyPosition, &log)
        continue
      }
      guard let value = Value(of: entry.value, type: declaration.type) else {
        log.wrongType(
          entry.value, "类型 \(declaration.type.rawValue) 的值",
          "a value of type \(declaration.type.rawValue)",
          instead: entry.value.text.flatMap { DeclaredType(declaration.type).meant(by: $0) })
        continue
      }
      if value == .null, !declaration.isNullable {
        log.report(
          "not-nullable", at: entry.value, "\(entry.key) 不会为 null；未读出的事实请不要写",
          "\(entry.key) is never null; leave out a fact that is not read")
        continue
      }
      given[entry.key] = value
    }
    return given
  }

  private func paths(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [String] {
    let nodes = log.elements(of: node, "事实路径的列表", "a list of fact paths")
    return nodes.compactMap { node in
      guard let path = log.string(node) else { return nil }
      if scope.fact(path) == nil { reportUnknownFact(path, node.position, &log) }
      return path
    }
  }

  private func reportUnknownFact(
    _ path: String, _ position: TextPosition, _ log: inout DiagnosticLog
  ) {
    log.reportUnknown(
      "unknown-fact", path, at: position, among: scope.factPaths, called: scope.factNames(), "事实",
      "fact")
  }
}

extension Value {
  /// The node as a value of a fact's type, or null.
  fileprivate init?(of node: YAMLNode, type: ValueType) {
    if node.scalar == .null {
      self = .null
      return
    }
    switch (type, node.scalar) {
    case (.bool, .bool(let value)): self = .bool(value)
    case (.int, .int(let value)): self = .int(value)
    case (.double, .int(let value)): self = .double(Double(value))
    case (.double, .double(let value)): self = .double(value)
    case (.string, .some):
      guard let text = node.text else { return nil }
      self = .string(text)
    case (.date, .some):
      guard let date = node.text.flatMap(CalendarDate.init(iso:)) else { return nil }
      self = .date(date)
    case (.list, nil):
      guard let nodes = node.sequence else { return nil }
      let texts = nodes.compactMap { $0.text.map(Value.string) }
      guard texts.count == nodes.count else { return nil }
      self = .list(texts)
    default: return nil
    }
  }
}
