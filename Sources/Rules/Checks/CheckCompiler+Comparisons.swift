internal import CEL
internal import Model
internal import Schema

// equals, all_equal, before, after, within, at_least, at_most.
extension CheckCompiler {
  /// Types that a verb takes.
  enum Wanted {
    case dates, numbers, texts, lists

    func holds(_ type: CELType) -> Bool {
      switch self {
      case .dates: type == .date || type == .timestamp || type == .dyn
      case .numbers: Operand.numbers.contains(type) || type == .duration || type == .dyn
      case .texts: type == .string || type == .dyn
      case .lists: type.isList || type == .dyn
      }
    }

    var name: LocalizedText {
      switch self {
      case .dates: LocalizedText("日期", "a date")
      case .numbers: LocalizedText("数字", "a number")
      case .texts: LocalizedText("文本", "a text")
      case .lists: LocalizedText("列表", "a list")
      }
    }
  }

  /// All pairs, so that two known values that differ decide although a third is unknown.
  mutating func equality(_ call: Call) -> Check? {
    let limit = call.verb == .equals ? 2 : 16
    guard let operands = operands(call, atLeast: 2, atMost: limit),
      isComparable(operands), let forms = normalized(operands, call)
    else { return nil }
    var pairs: [Check] = []
    for left in operands.indices {
      for right in operands.indices.dropFirst(left + 1) {
        let equal = builder.call(
          Operator.equal, [forms[left], forms[right]], at: call.position)
        // Without normalizing null equals null and nothing else.
        let needsGuard = call.options[.normalize] != nil || call.options[.nullMeans] != nil
        let pair = [operands[left], operands[right]]
        guard let expression = needsGuard ? guarded(equal, pair, call) : equal else { return nil }
        pairs.append(Check(expression: expression, explanation: explanation(pair)))
      }
    }
    if pairs.count == 1 { return pairs[0] }
    return Check(
      expression: builder.conjunction(pairs.map(\.expression), at: call.position),
      explanation: .all(pairs))
  }

  /// `actual` is what the company declared, else what the submission says rather than the rule file,
  /// else the first operand.
  private func explanation(_ pair: [Operand]) -> Explanation {
    let (first, second) = (pair[0], pair[1])
    let isSwapped =
      second.isDeclared != first.isDeclared
      ? second.isDeclared : first.isGiven && !second.isGiven
    return .comparison(
      .init(
        relation: .equal, actual: (isSwapped ? second : first).shown,
        expected: (isSwapped ? first : second).shown))
  }

  private mutating func isComparable(_ operands: [Operand]) -> Bool {
    var isComparable = true
    for operand in operands.dropFirst() where !operand.isComparable(with: operands[0]) {
      let types = (operands[0].type.authorName, operand.type.authorName)
      log.report(
        "type-mismatch", at: operand.node, "类型 \(types.1) 不能与 \(types.0) 比较",
        "a \(types.1) cannot be compared with a \(types.0)")
      isComparable = false
    }
    return isComparable
  }

  mutating func ordering(
    _ call: Call, _ relation: Relation, _ function: String, of types: Wanted
  ) -> Check? {
    guard let operands = operands(call, atLeast: 2, atMost: 2), hasTypes(operands, types),
      isComparable(operands)
    else { return nil }
    let core = builder.call(function, operands.map(\.expression), at: call.position)
    guard let expression = guarded(core, operands, call) else { return nil }
    return Check(expression, relation, operands[0].shown, operands[1].shown)
  }

  mutating func hasTypes(_ operands: [Operand], _ types: Wanted) -> Bool {
    var holds = true
    for operand in operands where !types.holds(operand.type) {
      let other = scope.sibling(of: operand.keys.first) { types.holds(CELType($0)) }
      let hint = other.map { ("；是否想写 \($0)？", "; did you mean \($0)?") } ?? ("", "")
      log.report(
        "type-mismatch", at: operand.node,
        "此处应为\(types.name.chinese)，而不是 \(operand.type.authorName)\(hint.0)",
        "\(types.name.english) is wanted here, not a \(operand.type.authorName)\(hint.1)")
      holds = false
    }
    return holds
  }

  /// Both ends count as inside; a null end is open, and so is one with a null margin.
  mutating func within(_ call: Call) -> Check? {
    guard let subject = operand(call.content), hasTypes([subject], .dates) else { return nil }
    guard call.options[.from] != nil || call.options[.to] != nil else {
      log.report(
        "missing-key", at: call.position, "within 须有 from 或 to", "within needs from or to")
      return nil
    }
    let ends = [
      end(.from, margin: .marginBefore, .notBefore, subject, call),
      end(.to, margin: .marginAfter, .notAfter, subject, call),
    ]
    var checks: [Check] = []
    for end in ends {
      switch end {
      case .absent: break
      case .wrong: return nil
      case .check(let check): checks.append(check)
      }
    }
    let both = builder.conjunction(checks.map(\.expression), at: call.position)
    guard let expression = guarded(both, [subject], call) else { return nil }
    return Check(expression: expression, explanation: .all(checks))
  }

  private enum End {
    case absent, wrong
    case check(Check)
  }

  private mutating func end(
    _ key: VerbOption, margin: VerbOption, _ relation: Relation, _ subject: Operand, _ call: Call
  ) -> End {
    guard let node = call.options[key] else {
      guard let margin = call.options[margin] else { return .absent }
      log.report(
        "unused-margin", at: margin, "没有 \(key.rawValue)，余量无作用",
        "without \(key.rawValue) the margin does nothing")
      return .wrong
    }
    guard let bound = operand(node), hasTypes([bound], .dates) else { return .wrong }
    var limit = bound.expression
    var nullable = bound.isNullable ? [bound] : []
    if let marginNode = call.options[margin] {
      guard let margin = operand(marginNode) else { return .wrong }
      guard margin.type == .duration else {
        log.report(
          "type-mismatch", at: marginNode,
          "余量应为时长（如 {value: 30d}），而不是 \(margin.type.authorName)",
          "a margin is a duration such as {value: 30d}, not a \(margin.type.authorName)")
        return .wrong
      }
      // Where no margin is known to be asked for, the end is as open as without one.
      if margin.isNullable { nullable.append(margin) }
      let function = relation == .notAfter ? Operator.subtract : Operator.add
      limit = builder.call(function, [limit, margin.expression], at: node.position)
    }
    let function = relation == .notAfter ? Operator.lessOrEqual : Operator.greaterOrEqual
    var expression = builder.call(function, [subject.expression, limit], at: node.position)
    if !nullable.isEmpty {
      let open = nullable.map { operand in
        let null = builder.literal(.null, at: node.position)
        return builder.call(Operator.equal, [operand.expression, null], at: node.position)
      }
      expression = builder.disjunction(open + [expression], at: node.position)
    }
    return .check(
      Check(expression, relation, subject.shown, Shown(expression: limit, source: bound.source)))
  }
}
