internal import CEL
internal import Model
internal import Schema

/// Reads and compiles `verbs`.
struct CustomVerbReader {
  let scope: Scope

  func read(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> CustomVerb? {
    guard let record = log.record(entry.value, CustomVerbKey.self),
      hasName(entry, into: &log), let parameters = parameters(record[.params], into: &log),
      let node = record[.assert], let text = ExpressionText(node, into: &log)
    else { return nil }
    let title = log.localized(record[.title])
    let detail = record[.detail].flatMap { self.detail($0, parameters, into: &log) }
    var variables: [String: CELType] = [:]
    for parameter in parameters {
      let type = parameter.type.celType
      variables[parameter.name] = parameter.isNullable ? .nullable(type) : type
    }
    let compiler = CELCompiler(
      CELEnvironment(variables: variables, functions: scope.functions))
    switch compiler.compile(
      text.text, startingAt: text.start, margin: text.margin, expecting: .bool)
    {
    case .failure(let diagnostics):
      for diagnostic in diagnostics.all { log.add(diagnostic) }
      return nil
    case .success(let checked):
      for parameter in parameters where !checked.names.contains(parameter.name) {
        log.report(
          "unused-verb-param", at: record[.params]?.position ?? entry.keyPosition,
          level: .warning, "参数「\(parameter.name)」没有用到",
          "the parameter \"\(parameter.name)\" is not used")
      }
      return CustomVerb(
        name: entry.key, title: title, parameters: parameters, expression: checked.expression,
        detail: detail)
    }
  }

  private func hasName(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> Bool {
    let isTaken = Verb(rawValue: entry.key) != nil || CheckCompiler.optionKeys.contains(entry.key)
    guard isTaken || !PatternSyntax.matches(entry.key, "^" + RuleSchema.variablePattern + "$")
    else {
      return true
    }
    log.report(
      "verb-name", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
      isTaken ? "「\(entry.key)」是内置的动词或选项，请换名" : "动词的名称须为小写英文",
      isTaken
        ? "\"\(entry.key)\" is a built-in verb or option: take another name"
        : "a verb's name is in lower case")
    return false
  }

  private func parameters(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [CustomVerb.Parameter]? {
    guard let node, let entries = node.mapping, !entries.isEmpty else {
      if let node { log.wrongType(node, "参数（名称: 类型）", "parameters (name: type)") }
      return nil
    }
    var parameters: [CustomVerb.Parameter] = []
    for entry in entries {
      guard let (type, isNullable) = DeclaredType.nullable(entry.value, into: &log) else {
        return nil
      }
      parameters.append(.init(name: entry.key, type: type, isNullable: isNullable))
    }
    return parameters
  }

  private func detail(
    _ node: YAMLNode, _ parameters: [CustomVerb.Parameter], into log: inout DiagnosticLog
  ) -> LocalizedText? {
    guard let text = log.localized(node) else { return nil }
    for language in [text.chinese, text.english] {
      for (name, _) in MessageTemplate.names(in: language)
      where !parameters.contains(where: { $0.name == name }) {
        log.reportUnknown(
          "unknown-placeholder", name, at: node.position, among: parameters.map(\.name), "参数",
          "parameter")
      }
    }
    return text
  }
}
