internal import CEL
internal import Model

/// Says in words what an expression asks.
struct ExpressionWords {
  /// What a name is called: a fact's printed label beside its key.
  let label: (String) -> LocalizedText

  /// A sentence about an expression that is a bool.
  func sentence(_ expression: Expression) -> LocalizedText {
    switch expression.kind {
    case .call(Operator.and, _): words("以下全部成立", "all of these hold")
    case .call(Operator.or, _): words("以下至少一项成立", "one of these holds")
    case .call(Operator.not, _): words("以下不成立", "this does not hold")
    case .call(Operator.conditional, _):
      words("若第一项成立则取第二项，否则取第三项", "the second if the first holds, else the third")
    case .call(let function, let arguments) where arguments.count == 2:
      pair(function, arguments[0], arguments[1]) ?? plain(expression)
    case .comprehension(let fold): quantifier(fold) ?? plain(expression)
    case .identifier(let name) where name.hasPrefix(NameSpace.materials):
      words(
        "有材料 \(name.dropFirst(NameSpace.materials.count))",
        "there is a \(name.dropFirst(NameSpace.materials.count))")
    case .call(Operator.known, let arguments) where arguments.count == 1:
      join(words("已知 ", ""), term(arguments[0]), words("", " is known"))
    default: plain(expression)
    }
  }

  private func words(_ chinese: String, _ english: String) -> LocalizedText {
    LocalizedText(chinese, english)
  }

  private func plain(_ expression: Expression) -> LocalizedText {
    words(expression.source, expression.source)
  }

  private func join(_ parts: LocalizedText...) -> LocalizedText {
    LocalizedText(parts.map(\.chinese).joined(), parts.map(\.english).joined())
  }

  /// A function or an operator of two operands.
  private func pair(
    _ function: String, _ left: Expression, _ right: Expression
  ) -> LocalizedText? {
    if let sentence = ofList(function, left, right) { return sentence }
    if case .literal(.null) = right.kind {
      if function == Operator.equal {
        return join(term(left), words(" 为空（如长期）", " is null (such as 长期)"))
      }
      if function == Operator.notEqual {
        return join(term(left), words(" 不为空", " is not null"))
      }
    }
    guard let relation = Self.relations[function] else { return nil }
    let form =
      left.profile.map { words("（按 \($0) 规范化）", " (in the form \($0))") } ?? words("", "")
    return join(term(left), relation, term(right), form)
  }

  private static let relations: [String: LocalizedText] = [
    Operator.equal: LocalizedText(" 等于 ", " equals "),
    Operator.notEqual: LocalizedText(" 不等于 ", " differs from "),
    Operator.less: LocalizedText(" 小于（早于）", " is before "),
    Operator.lessOrEqual: LocalizedText(" 不大于（不晚于）", " is at most "),
    Operator.greater: LocalizedText(" 大于（晚于）", " is after "),
    Operator.greaterOrEqual: LocalizedText(" 不小于（不早于）", " is at least "),
    Operator.contained: LocalizedText(" 在其中：", " is in "),
    "contains": LocalizedText(" 含有 ", " contains "),
    "startsWith": LocalizedText(" 开头为 ", " begins with "),
    "endsWith": LocalizedText(" 结尾为 ", " ends with "),
    "matches": LocalizedText(" 符合格式 ", " has the form "),
    "checksum": LocalizedText(" 校验位正确：", " has right check characters: "),
  ]

  /// `size(missing(part, whole)) == 0` and its like.
  private func ofList(
    _ function: String, _ left: Expression, _ right: Expression
  ) -> LocalizedText? {
    guard function == Operator.equal, case .literal(.int(0)) = right.kind,
      case .call("size", let sized) = left.kind,
      case .call(let inner, let lists) = sized.first?.kind
    else { return nil }
    switch (inner, lists.count) {
    case ("missing", 2...):
      return join(
        term(lists[0]), words(" 的各项都在 ", " is wholly in "), term(lists[1]), words(" 中", ""))
    case ("duplicates", 1...):
      return join(term(lists[0]), words(" 没有重复项", " holds nothing twice"))
    default: return nil
    }
  }

  private func quantifier(_ fold: Comprehension) -> LocalizedText? {
    guard let predicate = fold.predicate else { return nil }
    let range = term(fold.iterationRange)
    let asked = sentence(predicate)
    switch fold.step.kind {
    case .call(Operator.and, _):
      return join(
        range, words(" 的每一项 \(fold.variable)：", ": each \(fold.variable) has "), asked)
    case .call(Operator.or, _):
      return join(
        range, words(" 中有一项 \(fold.variable)：", ": some \(fold.variable) has "), asked)
    default:
      return join(
        range, words(" 中恰有一项 \(fold.variable)：", ": exactly one \(fold.variable) has "), asked)
    }
  }

  /// What an operand is called.
  private func term(_ expression: Expression) -> LocalizedText {
    switch expression.kind {
    case .literal(let value): words("「\(value.text)」", "\"\(value.text)\"")
    case .identifier(let name): label(name)
    case .call("norm", let arguments): arguments.first.map(term) ?? plain(expression)
    case .call(Operator.add, let sides) where sides.count == 2:
      join(term(sides[0]), words(" 加 ", " plus "), term(sides[1]))
    case .call(Operator.subtract, let sides) where sides.count == 2:
      join(term(sides[0]), words(" 减 ", " less "), term(sides[1]))
    default: plain(expression)
    }
  }
}

extension Expression {
  /// The normalizer that a call of `norm` names.
  fileprivate var profile: String? {
    guard case .call("norm", let arguments) = kind, arguments.count == 2,
      case .literal(.string(let name)) = arguments[1].kind
    else { return nil }
    return name
  }
}
