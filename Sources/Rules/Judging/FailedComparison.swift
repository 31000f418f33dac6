internal import CEL
internal import Model

/// The values that made a check fail: those of the first comparison that is false.
struct FailedComparison {
  private(set) var expected: Quotation?
  private(set) var actual: Quotation?
  /// The elements of a list that are not as they should be.
  private(set) var unwanted: (list: CELValue, source: Quotation.Source)?
  /// Where both texts differ: `星 → 银`.
  private(set) var difference: Quotation?
  /// In words, with `{check.expected}`, `{check.actual}` and the names of ``arguments``.
  private(set) var detail: LocalizedText?
  /// Of the detail of a verb that a pack makes.
  private(set) var arguments: [String: Quotation] = [:]

  /// What lacks the elements of ``actual``.
  private(set) var whole: Quotation?
  private(set) var relation = Finding.ValueRelation.values

  /// Whether the words say which values of facts were compared, as read and not as computed from.
  var tellsValues: Bool {
    // Elements of lists and the words of own verbs tell them already.
    guard detail != nil, arguments.isEmpty, unwanted == nil else { return detail != nil }
    return [actual, expected].compactMap(\.self).allSatisfy { quotation in
      if case .derived = quotation.source { false } else { true }
    }
  }

  /// Evaluates again with a trace; only what is reported needs one.
  init(_ check: CompiledCheck, _ pack: Pack, _ reader: FactReader) {
    var evaluator = Evaluator(functions: pack.functions, trace: Trace()) { reader.resolve($0) }
    _ = evaluator.evaluate(check.program)
    let trace = evaluator.trace
    guard let failed = Self.failed(check.check, wanted: true, trace) else { return }
    let values = ShownValues(pack: pack, reader: reader, trace: trace)
    switch failed {
    case .comparison(let comparison) where comparison.counted != nil:
      unwanted = comparison.counted.flatMap(values.list)
      actual = unwanted.flatMap { values.shown($0.list, $0.source) }
      if actual != nil { expected = Quotation("无", english: "none") }
      detail = Relation.unwanted
    case .comparison(let comparison):
      expected = comparison.expected.flatMap {
        values.quotation($0, sign: comparison.relation.sign)
      }
      actual = comparison.relation == .present ? nil : values.quotation(comparison.actual)
      unwanted = values.list(comparison.actual)
      whole = comparison.whole.flatMap { values.quotation($0) }
      switch comparison.relation {
      case .matching: relation = .pattern
      case .lacking: relation = .missing
      default: break
      }
      detail = comparison.relation.detail
      if comparison.relation == .equal { difference = Self.difference(actual, expected) }
    case .each(let fold):
      unwanted = values.unwanted(fold)
      actual = unwanted.flatMap { values.shown($0.list, $0.source) }
      detail = Relation.meant.detail
    case .custom(let custom): set(custom, values)
    case .all, .any, .not, .plain: break
    }
  }

  private mutating func set(_ custom: Explanation.Custom, _ values: ShownValues) {
    actual = custom.operands.first.flatMap { values.quotation($0.shown) }
    expected = custom.operands.dropFirst().first.flatMap { values.quotation($0.shown) }
    guard var text = custom.detail else {
      detail = Relation.meant.detail
      return
    }
    // Names of their own: a parameter of a verb may be called as another placeholder is.
    for (name, shown) in custom.operands {
      let own = "check.of." + name
      arguments[own] = values.quotation(shown) ?? Quotation("?")
      text = LocalizedText(
        text.chinese.replacing("{\(name)}", with: "{\(own)}"),
        text.english.replacing("{\(name)}", with: "{\(own)}"))
    }
    detail = text
  }

  /// The first explanation below `check` that is not as wanted and has something to tell.
  private static func failed(
    _ check: Check, wanted: Bool, _ trace: Trace?
  ) -> Explanation? {
    guard trace?[check.expression.id].last?.bool == !wanted else { return nil }
    switch check.explanation {
    // Under `not` both values are right by themselves; what is wrong is that they agree.
    case .comparison, .each, .custom: return wanted ? check.explanation : nil
    case .all(let checks), .any(let checks):
      return checks.lazy.compactMap { failed($0, wanted: wanted, trace) }.first
    case .not(let check): return failed(check, wanted: !wanted, trace)
    case .plain: return nil
    }
  }

  /// What is left of two texts without what they begin and end with alike.
  private static func difference(_ left: Quotation?, _ right: Quotation?) -> Quotation? {
    guard let left, let right else { return nil }
    let (first, second) = (Array(left.text), Array(right.text))
    let prefix = zip(first, second).prefix { $0 == $1 }.count
    let suffix = zip(first.dropFirst(prefix).reversed(), second.dropFirst(prefix).reversed())
      .prefix { $0 == $1 }.count
    func middle(_ text: [Character]) -> String {
      let middle = text[prefix..<(text.count - suffix)]
      return middle.isEmpty ? "（无）" : String(middle)
    }
    return Quotation(
      middle(first) + " → " + middle(second), source: .derived(left.keys + right.keys))
  }
}

extension Explanation.RelationCheck {
  /// The list of which nothing is wanted, where a check asks its size to be 0: to people the elements
  /// are what is wrong, not their number.
  fileprivate var counted: Shown? {
    guard [.equal, .atMost, .notAfter].contains(relation),
      case .literal(.int(0))? = expected?.expression.kind,
      case .call("size", let lists) = actual.expression.kind, let list = lists.first,
      lists.count == 1
    else { return nil }
    return Shown(expression: list, source: actual.source)
  }
}

/// The values of parts of a check, as a trace has them.
private struct ShownValues {
  let pack: Pack
  let reader: FactReader
  let trace: Trace?

  func quotation(_ shown: Shown, sign: String = "") -> Quotation? {
    guard let value = value(shown.expression) else { return nil }
    var quotation =
      sign.isEmpty
      ? value.quotation(nil, reader.catalogue, source: shown.source)
      : Quotation(sign + value.shown(nil), source: shown.source, isLimit: true)
    quotation.document = quotation.valueKey.flatMap(reader.document)
    return quotation
  }

  /// The elements of a list; nothing of defects, which a rule's message says in words.
  func shown(_ list: CELValue, _ source: Quotation.Source) -> Quotation? {
    list.holdsDefects ? nil : list.quotation(nil, reader.catalogue, source: source)
  }

  func list(_ shown: Shown) -> (list: CELValue, source: Quotation.Source)? {
    guard let value = value(shown.expression), case .list = value else { return nil }
    return (value, shown.source)
  }

  private func value(_ expression: Expression) -> CELValue? {
    if case .literal(let value) = expression.kind { return value }
    if let value = trace?[expression.id].last?.value { return value }
    // A side that decided nothing was skipped.
    var evaluator = Evaluator(functions: pack.functions) { reader.resolve($0) }
    return evaluator.evaluate(expression).value
  }

  /// The elements of a quantifier's list that are not as it asks.
  func unwanted(_ fold: Comprehension) -> (list: CELValue, source: Quotation.Source)? {
    guard let predicate = fold.predicate, case .list(let elements)? = value(fold.iterationRange)
    else { return nil }
    let program = Program(predicate, functions: pack.functions)
    let unwanted = elements.filter { element in
      var evaluator = Evaluator { name in
        name == fold.variable ? .value(element) : reader.resolve(name)
      }
      return evaluator.evaluate(program).bool == false
    }
    let keys = fold.iterationRange.names.map(reader.key).filter { reader.catalogue[$0] != nil }
    return (.list(unwanted), .derived(keys))
  }
}
