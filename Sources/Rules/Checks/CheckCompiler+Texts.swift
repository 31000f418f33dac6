internal import CEL
internal import Model
internal import Schema

// matches, one_of, checksum, required, and normalizing.
extension CheckCompiler {
  /// The operands' expressions in the form of `normalize`, if the check has it.
  mutating func normalized(_ operands: [Operand], _ call: Call) -> [Expression]? {
    guard let node = call.options[.normalize] else { return operands.map(\.expression) }
    guard let profile = profile(node), hasTypes(operands, .texts) else { return nil }
    return operands.map { operand in
      builder.call("norm", [operand.expression, profile], at: operand.node.position)
    }
  }

  /// The name of a normalizer as a constant.
  mutating func profile(_ node: YAMLNode) -> Expression? {
    guard let name = log.string(node) else { return nil }
    guard scope.normalizers[name] != nil else {
      log.reportUnknown(
        "unknown-normalizer", name, at: node.position, among: scope.normalizers.keys, "规范化",
        "normalizer")
      return nil
    }
    return builder.literal(.string(name), at: node.position)
  }

  /// `similarity(left, right) >= min`.
  mutating func similarity(_ call: Call) -> Check? {
    guard let operands = operands(call, atLeast: 2, atMost: 2), hasTypes(operands, .texts),
      let forms = normalized(operands, call), let node = call.options[.min],
      let least = share(node)
    else { return nil }
    let measured = builder.call("similarity", forms, at: call.position)
    let core = builder.call(Operator.greaterOrEqual, [measured, least], at: call.position)
    guard let expression = guarded(core, operands, call) else { return nil }
    return Check(expression, .similar, operands[0].shown, operands[1].shown)
  }

  /// A share from 0 to 1, or a parameter that holds one.
  private mutating func share(_ node: YAMLNode) -> Expression? {
    if node.mapping != nil {
      guard let parameter = operand(node) else { return nil }
      guard parameter.type == .double, parameter.isGiven else {
        log.wrongType(node, "0 到 1 的数或 double 参数", "a number from 0 to 1 or a double parameter")
        return nil
      }
      return parameter.expression
    }
    guard let value = log.double(node) else { return nil }
    guard (0...1).contains(value) else {
      log.report("range", at: node, "应在 0 与 1 之间", "it lies between 0 and 1")
      return nil
    }
    return builder.literal(.double(value), at: node.position)
  }

  /// True where the pattern matches somewhere, as in CEL; `^` and `$` make it the whole text.
  mutating func matches(_ call: Call) -> Check? {
    guard let subject = operand(call.content), hasTypes([subject], .texts),
      let node = call.options[.pattern], let pattern = log.string(node),
      let forms = normalized([subject], call), let form = forms.first
    else { return nil }
    if let reason = PatternSyntax.problem(in: pattern) {
      log.report(
        "pattern", at: node, "正则表达式（RE2）不成立：\(reason)", "not a regular expression (RE2): \(reason)")
      return nil
    }
    let literal = builder.literal(.string(pattern), at: node.position)
    let core = builder.member("matches", of: form, literal, at: call.position)
    guard let expression = guarded(core, [subject], call) else { return nil }
    return Check(expression, .matching, subject.shown, Shown(expression: literal, source: .literal))
  }

  mutating func oneOf(_ call: Call) -> Check? {
    guard let subject = operand(call.content), let node = call.options[.values],
      let (values, list) = values(node, for: subject), let forms = normalized([subject], call)
    else { return nil }
    let isIn: Expression
    if let node = call.options[.normalize] {
      // The listed values are normalized too: `values.exists(v, norm(v, ...) == norm(subject, ...))`.
      guard let profile = profile(node) else { return nil }
      let variable = "@value"
      let element = builder.identifier(variable, at: call.position)
      let form = builder.call("norm", [element, profile], at: call.position)
      let equal = builder.call(Operator.equal, [form, forms[0]], at: call.position)
      isIn = builder.exists(in: values, variable: variable, predicate: equal, at: call.position)
    } else {
      isIn = builder.call(Operator.contained, [forms[0], values], at: call.position)
    }
    let needsGuard =
      call.options[.normalize] != nil || call.options[.nullMeans] != nil
      || list?.isNullable == true
    let operands = [subject, list].compactMap(\.self)
    guard let expression = needsGuard ? guarded(isIn, operands, call) : isIn else { return nil }
    return Check(expression, .oneOf, subject.shown, Shown(expression: values, source: .literal))
  }

  /// A list of constants, or an operand that is a list and may be null.
  private mutating func values(
    _ node: YAMLNode, for subject: Operand
  ) -> (expression: Expression, operand: Operand?)? {
    guard let nodes = node.sequence else {
      guard let list = operand(node) else { return nil }
      guard list.type.isList || list.type == .dyn else {
        log.wrongType(node, "常量列表或列表参数", "a list of constants or a parameter that is a list")
        return nil
      }
      return (list.expression, list)
    }
    var values: [CELValue] = []
    for node in nodes {
      // `valid` is a constant here, not a fact path.
      let text = subject.type == .string ? node.text.map(CELValue.string) : CELValue(literal: node)
      guard let value = text?.fitting(subject.type),
        value.type == subject.type || subject.type == .dyn || value.isNumber
      else {
        log.wrongType(
          node, "类型 \(subject.type.authorName) 的常量", "a constant of type \(subject.type.authorName)"
        )
        return nil
      }
      values.append(value)
    }
    return (builder.literal(.list(values), at: node.position), nil)
  }

  mutating func checksum(_ call: Call) -> Check? {
    guard let subject = operand(call.content), hasTypes([subject], .texts),
      let node = call.options[.scheme],
      let scheme: ChecksumScheme = log.choice(node, "校验方案", "scheme")
    else { return nil }
    let literal = builder.literal(.string(scheme.rawValue), at: node.position)
    let core = builder.call("checksum", [subject.expression, literal], at: call.position)
    guard let expression = guarded(core, [subject], call) else { return nil }
    return Check(expression, .rightChecksum, subject.shown)
  }

  /// `when: {known: declared.company.capital}`: the rule is for submissions of which that is known.
  ///
  /// As a check it would blame the applicant for what was not read.
  mutating func known(_ call: Call) -> Check? {
    guard use == .condition else {
      log.report(
        "known", at: call.position, "known 只能用于 when：未读出的事实不是申报人的错误",
        "known is for when alone: a fact that was not read is nobody's mistake")
      return nil
    }
    guard let subject = operand(call.content) else { return nil }
    guard case .identifier = subject.expression.kind, case .value = subject.source else {
      log.wrongType(call.content, "事实路径", "a fact path")
      return nil
    }
    let known = builder.call(Operator.known, [subject.expression], at: call.content.position)
    return Check(expression: known, explanation: .plain)
  }

  /// `{required: fact}` fails where the fact is known to be empty, `{required: {material: kind}}` where
  /// every file was read and none is of that kind.
  mutating func required(_ call: Call) -> Check? {
    if let mapping = call.content.mapping, mapping.contains(where: { $0.key == "material" }) {
      return requiredMaterial(call)
    }
    if let nodes = call.content.sequence {
      let checks = nodes.compactMap { requiredFact($0, call) }
      guard checks.count == nodes.count, !checks.isEmpty else { return nil }
      return Check(
        expression: builder.conjunction(checks.map(\.expression), at: call.position),
        explanation: .all(checks))
    }
    return requiredFact(call.content, call)
  }

  private mutating func requiredFact(_ node: YAMLNode, _ call: Call) -> Check? {
    guard let subject = operand(node) else { return nil }
    var terms: [Expression] = []
    if subject.isNullable {
      let null = builder.literal(.null, at: node.position)
      terms.append(
        builder.call(Operator.notEqual, [subject.expression, null], at: node.position))
    }
    if subject.type == .string {
      let anything = builder.literal(.string(#"[^\s　]"#), at: node.position)
      terms.append(
        builder.member("matches", of: subject.expression, anything, at: node.position))
    } else if subject.type.isList {
      let size = builder.call("size", [subject.expression], at: node.position)
      let zero = builder.literal(.int(0), at: node.position)
      terms.append(builder.call(Operator.greater, [size, zero], at: node.position))
    }
    return Check(builder.conjunction(terms, at: node.position), .notEmpty, subject.shown)
  }

  private mutating func requiredMaterial(_ call: Call) -> Check? {
    guard let node = log.record(call.content, RequiredMaterialKey.self)?[.material],
      let kind = log.string(node)
    else { return nil }
    guard scope.kinds.contains(kind) else {
      log.reportUnknown(
        "unknown-kind", kind, at: node.position, among: scope.kinds, called: scope.kindNames, "材料",
        "material")
      return nil
    }
    let present = builder.identifier(NameSpace.materials + kind, at: node.position)
    let name = builder.literal(.string(kind), at: node.position)
    return Check(
      present, .present, Shown(expression: present, source: .literal),
      Shown(expression: name, source: .literal))
  }
}

extension CELValue {
  fileprivate var isNumber: Bool { Operand.numbers.contains(type) }
}
