internal import CEL
internal import Model
internal import Schema

// Verbs that packs make.
extension CheckCompiler {
  /// Keys beside an own verb's.
  static let optionKeys: Set = ["normalize", "null_means", "min", "pattern", "values", "scheme"]

  /// `{same_person: [a, b]}`, `{same_person: {a: ..., b: ...}}`, or one operand where there is one parameter.
  mutating func custom(_ verb: CustomVerb, _ node: YAMLNode, _ content: YAMLNode) -> Check? {
    let own = RecordSchema(named: verb.name, [.named(verb.name)] + VerbOption.record.keys)
    guard let options = log.record(node, VerbOption.self, as: own),
      let nodes = slots(verb, content)
    else { return nil }
    var operands: [Operand] = []
    var guardedOperands: [Operand] = []
    var replacements: [String: Expression] = [:]
    for (parameter, node) in zip(verb.parameters, nodes) {
      guard let operand = operand(node) else { return nil }
      guard fits(operand, parameter) else {
        log.report(
          "type-mismatch", at: node,
          "\(verb.name) 的参数 \(parameter.name) 类型为 \(parameter.type.rawValue)，而不是 \(operand.type.authorName)",
          "\(parameter.name) of \(verb.name) is a \(parameter.type.rawValue), not a \(operand.type.authorName)"
        )
        return nil
      }
      operands.append(operand)
      if operand.isNullable, !parameter.isNullable { guardedOperands.append(operand) }
      replacements[parameter.name] = operand.expression
    }
    let core = builder.substituting(replacements, in: verb.expression)
    let call = Call(verb: .all, content: content, options: options, node: node)
    let expression =
      guardedOperands.isEmpty && options[.nullMeans] == nil
      ? core : guarded(core, guardedOperands, call)
    guard let expression else { return nil }
    let shown = zip(verb.parameters, operands).map { (name: $0.name, shown: $1.shown) }
    return Check(
      expression: expression,
      explanation: .custom(.init(detail: verb.detail, operands: shown)))
  }

  /// The operands in the order of the parameters.
  private mutating func slots(_ verb: CustomVerb, _ content: YAMLNode) -> [YAMLNode]? {
    let names = verb.parameters.map(\.name)
    if let entries = content.mapping, entries.contains(where: { names.contains($0.key) }) {
      let parameters = RecordSchema(named: verb.name, names.map(KeySchema.named))
      guard let found = log.entries(of: content, parameters),
        names.allSatisfy({ found[$0] != nil })
      else { return nil }
      return names.compactMap { found[$0] }
    }
    let nodes = content.sequence.map { $0 } ?? [content]
    let isOneList = names.count == 1 && content.sequence != nil && nodes.count != 1
    guard nodes.count == names.count, !isOneList else {
      log.report(
        "operands", at: content.position,
        "\(verb.name) 需要 \(names.count) 个操作数：\(names.joined(separator: "、"))",
        "\(verb.name) takes \(names.count) operands: \(names.joined(separator: ", "))")
      return nil
    }
    return nodes
  }

  private func fits(_ operand: Operand, _ parameter: CustomVerb.Parameter) -> Bool {
    let wanted = parameter.type.celType
    if operand.type == .dyn || operand.type == wanted { return true }
    return operand.type.isList && wanted.isList
  }
}
