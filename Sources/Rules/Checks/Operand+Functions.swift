internal import CEL
internal import Model
internal import Schema

// Functions over facts.
extension OperandReader {
  /// `{fact: id_front.number, apply: birth_date}`: a function over a fact, with further operands as
  /// arguments where it takes more: `{fact: id_front.born_on, apply: age_at, with: [run.as_of]}`.
  func applied(
    _ node: YAMLNode, _ builder: inout ExpressionBuilder, into log: inout DiagnosticLog
  ) -> Operand? {
    guard let record = log.record(node, AppliedKey.self),
      let subject = record[.fact].flatMap({ fact($0, node, &builder, into: &log) })
    else { return nil }
    guard let nameNode = record[.apply] else {
      guard let rest = record[.with] else { return subject }
      log.report("operand", at: rest, "with 须与 apply 同用", "with goes with apply")
      return nil
    }
    let nodes = log.elements(of: record[.with], "操作数列表", "a list of operands")
    let rest = nodes.compactMap { read($0, &builder, into: &log) }
    guard rest.count == nodes.count, let name = log.string(nameNode) else { return nil }
    let arguments = [subject] + rest
    guard let overload = overload(of: name, nameNode, for: arguments, into: &log) else {
      return nil
    }
    let isNullable: Bool
    let type: CELType
    if case .nullable(let inner) = overload.result {
      (type, isNullable) = (inner, true)
    } else {
      (type, isNullable) = (overload.result, false)
    }
    var keysRead: [String] = []
    for key in arguments.flatMap(\.keys) where !keysRead.contains(key) { keysRead.append(key) }
    return Operand(
      expression: builder.call(name, arguments.map(\.expression), at: nameNode.position),
      type: type, isNullable: isNullable, source: .derived(keysRead),
      isDeclared: arguments.contains(where: \.isDeclared), node: node)
  }

  /// The function's form that takes such arguments; a nullable argument only where null is one.
  private func overload(
    of name: String, _ nameNode: YAMLNode, for arguments: [Operand], into log: inout DiagnosticLog
  ) -> Function.Overload? {
    let functions = scope.functions.functions.filter { function in
      function.overloads.contains { $0.parameters.count == arguments.count && !function.isOperator }
    }
    guard let function = functions.first(where: { $0.name == name }) else {
      log.reportUnknown(
        "unknown-function", name, at: nameNode.position, among: functions.map(\.name),
        "\(arguments.count) 个参数的函数", "function of \(arguments.count) arguments")
      return nil
    }
    let overload = function.overloads.first { overload in
      overload.parameters.count == arguments.count
        && zip(arguments, overload.parameters).allSatisfy { argument, parameter in
          if case .nullable(let inner) = parameter {
            argument.type == .null || argument.type.fits(inner)
          } else {
            argument.type.fits(parameter) && !argument.isNullable
          }
        }
    }
    if let overload { return overload }
    let types = arguments.map { $0.type.authorName + ($0.isNullable ? "?" : "") }
      .joined(separator: ", ")
    log.report(
      "type-mismatch", at: nameNode, "函数 \(name) 不能用于类型 \(types)",
      "\(name) does not take \(arguments.count == 1 ? "a " : "")\(types)")
    return nil
  }
}

extension Function {
  fileprivate var isOperator: Bool {
    name.contains("_") && name.hasSuffix("_") || name.hasPrefix("@")
  }
}
