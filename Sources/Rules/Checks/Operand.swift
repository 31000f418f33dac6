internal import CEL
internal import Model
internal import Schema

/// A slot of a verb, resolved.
struct Operand {
  /// The value before any normalizing.
  let expression: Expression
  /// Without null.
  let type: CELType
  let isNullable: Bool
  let source: Quotation.Source
  let isDeclared: Bool
  let node: YAMLNode

  /// Whether the value is of the rule file, not of the submission.
  var isGiven: Bool { source == .literal }
  /// Of the facts behind it.
  var keys: [String] {
    switch source {
    case .literal: []
    case .value(let key): [key]
    case .derived(let keys): keys
    }
  }
  var shown: Shown { Shown(expression: expression, source: source) }

  /// An int as a double.
  func asDouble(_ builder: inout ExpressionBuilder) -> Operand {
    let position = node.position
    let converted: Expression
    if case .literal(let value) = expression.kind {
      converted = builder.literal(value.fitting(.double), at: position)
    } else {
      converted = builder.call("double", [expression], at: position)
    }
    return Operand(
      expression: converted, type: .double, isNullable: isNullable, source: source,
      isDeclared: isDeclared, node: node)
  }

  static let numbers: Set<CELType> = [.int, .uint, .double]

  /// Whether values of both types can be equal or ordered at all.
  func isComparable(with other: Operand) -> Bool {
    let bothNumbers = Self.numbers.contains(type) && Self.numbers.contains(other.type)
    let bothLists = type.isList && other.type.isList
    return type == other.type || type == .dyn || other.type == .dyn || bothNumbers || bothLists
      || type == .null || other.type == .null
  }
}

extension CELType {
  var isList: Bool { if case .list = self { true } else { false } }

  /// As rule authors write it.
  var authorName: String {
    switch self {
    case .duration: "duration"
    case .list(let element) where element != .dyn: "list<\(element.authorName)>"
    default: name
    }
  }
}

/// Reads operands: a bare string is a fact path, anything else says what it is.
struct OperandReader {
  let scope: Scope

  func read(
    _ node: YAMLNode, _ builder: inout ExpressionBuilder, into log: inout DiagnosticLog
  ) -> Operand? {
    guard let mapping = node.mapping else { return fact(node, node, &builder, into: &log) }
    let first = mapping.map(\.key).first { ["value", "param", "lookup", "fact"].contains($0) }
    switch first {
    case "value": return literal(node, &builder, into: &log)
    case "param": return parameter(node, &builder, into: &log)
    case "lookup": return cell(node, &builder, into: &log)
    case "fact": return applied(node, &builder, into: &log)
    default:
      log.report(
        "operand", at: node.position,
        "操作数应为事实路径，或 {value:}、{param:}、{lookup:, key:, column:}、{fact:, apply:, with:}",
        "an operand is a fact path or one of {value:}, {param:}, {lookup:, key:, column:}, {fact:, apply:, with:}"
      )
      return nil
    }
  }

  func fact(
    _ node: YAMLNode, _ outer: YAMLNode, _ builder: inout ExpressionBuilder,
    into log: inout DiagnosticLog
  ) -> Operand? {
    guard case .string(let path) = node.scalar else {
      if let text = node.text {
        log.report(
          "operand", at: node, "此处应为事实路径；常量请写 {value: \(text)}",
          "a fact path is wanted here; write a constant as {value: \(text)}")
      } else {
        log.wrongType(node, "事实路径", "a fact path")
      }
      return nil
    }
    guard let declaration = scope.fact(path) else {
      let isText =
        node.style == .quoted || !path.utf8.allSatisfy { $0 < 0x80 } || !path.contains(".")
      log.reportUnknown(
        "unknown-fact", path, at: node.position, among: scope.factPaths, called: scope.factNames(),
        "事实", "fact",
        otherwise: isText
          ? LocalizedText(
            "；若是常量，请写 {value: \(path)}", "; a constant is written {value: \(path)}") : nil)
      return nil
    }
    return Operand(
      expression: builder.identifier(path, at: node.position), type: CELType(declaration.type),
      isNullable: declaration.isNullable, source: .value(declaration.key),
      isDeclared: declaration.origin == .declared, node: outer)
  }

  private func literal(
    _ node: YAMLNode, _ builder: inout ExpressionBuilder, into log: inout DiagnosticLog
  ) -> Operand? {
    guard let content = log.record(node, ConstantKey.self)?[.value] else {
      return nil
    }
    guard let value = CELValue(literal: content) else {
      log.wrongType(content, "常量", "a constant")
      return nil
    }
    return Operand(
      expression: builder.literal(value, at: content.position), type: value.type,
      isNullable: false, source: .literal, isDeclared: false, node: node)
  }

  private func parameter(
    _ node: YAMLNode, _ builder: inout ExpressionBuilder, into log: inout DiagnosticLog
  ) -> Operand? {
    guard let entry = log.record(node, ParameterOperandKey.self)?[.param],
      let name = log.string(entry)
    else { return nil }
    guard let parameter = scope.parameters[name] else {
      log.reportUnknown(
        "unknown-param", name, at: entry.position, among: scope.parameters.keys, "参数", "parameter",
        otherwise: scope.elsewhere.parameter(name))
      return nil
    }
    return Operand(
      expression: builder.identifier(NameSpace.parameters + name, at: entry.position),
      type: parameter.type, isNullable: false, source: .literal, isDeclared: false, node: node)
  }

  private func cell(
    _ node: YAMLNode, _ builder: inout ExpressionBuilder, into log: inout DiagnosticLog
  ) -> Operand? {
    guard let record = log.record(node, CellKey.self),
      let nameNode = record[.lookup], let name = log.string(nameNode),
      let columnNode = record[.column], let column = log.string(columnNode),
      let keyNode = record[.key]
    else { return nil }
    guard let lookup = scope.lookups[name] else {
      log.reportUnknown(
        "unknown-lookup", name, at: nameNode.position, among: scope.lookups.keys, "查找表", "lookup",
        otherwise: scope.elsewhere.lookup(name))
      return nil
    }
    guard let type = lookup.columns[column] else {
      log.reportUnknown(
        "unknown-column", column, at: columnNode.position, among: lookup.columns.keys, "列", "column"
      )
      return nil
    }
    guard let key = read(keyNode, &builder, into: &log) else { return nil }
    guard key.type == lookup.keyType, !key.isNullable else {
      log.report(
        "type-mismatch", at: keyNode,
        "查找表「\(name)」的键类型为 \(lookup.keyType.authorName)，不能用 \(key.type.authorName)",
        "the keys of lookup \"\(name)\" are \(lookup.keyType.authorName), not \(key.type.authorName)"
      )
      return nil
    }
    if let constant = constant(key), lookup.rows[constant] == nil {
      log.reportMissing(
        constant, in: lookup, at: keyNode[ConstantKey.value]?.position ?? keyNode.position)
      return nil
    }
    let cells = builder.identifier(
      NameSpace.lookups + name + "." + column, at: nameNode.position)
    var (cellType, isNullable) = (type, false)
    if case .nullable(let inner) = type { (cellType, isNullable) = (inner, true) }
    return Operand(
      expression: builder.call(Operator.index, [cells, key.expression], at: nameNode.position),
      type: cellType, isNullable: isNullable, source: .literal, isDeclared: false, node: node)
  }

  /// The key of a lookup that is known before any submission is: a constant or a parameter's value.
  private func constant(_ key: Operand) -> CELValue? {
    switch key.expression.kind {
    case .literal(let value): value
    case .identifier(let name) where name.hasPrefix(NameSpace.parameters):
      scope.parameters[String(name.dropFirst(NameSpace.parameters.count))]?.value
    default: nil
    }
  }
}
