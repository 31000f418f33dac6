internal import CEL
internal import Model

/// The parts of a rule's expressions with what each comes to in one submission.
struct ExplainedTree {
  let member: RuleSet.Member
  let catalogue: FactCatalogue
  let facts: FactSet?
  let document: AssembledDocument?

  private var iteration: Iteration? { member.rule.iteration }

  func part(_ expression: Expression) -> RuleExplanation.Part { part(expression, [:]) }

  /// - Parameter bound: The variables of quantifiers around it, with their elements.
  private func part(
    _ expression: Expression, _ bound: [String: CELValue]
  ) -> RuleExplanation.Part {
    let outcome = outcome(of: expression, bound, .known)
    var trusted: RuleExplanation.Outcome?
    if case .unknown = outcome {
      let second = self.outcome(of: expression, bound, .alsoDoubtful)
      if second == .holds || second == .fails { trusted = second }
    }
    let children = children(of: expression, bound)
    return RuleExplanation.Part(
      words: words.sentence(expression), source: expression.source, outcome: outcome,
      ifTrusted: trusted, values: children.isEmpty ? readings(of: expression, bound) : [],
      children: children)
  }

  private func children(
    of expression: Expression, _ bound: [String: CELValue]
  ) -> [RuleExplanation.Part] {
    switch expression.kind {
    case .call(let function, _) where [Operator.and, Operator.or].contains(function):
      return expression.terms(of: function).map { part($0, bound) }
    case .call(Operator.not, let terms), .call(Operator.conditional, let terms):
      return terms.map { part($0, bound) }
    case .comprehension(let fold):
      guard let predicate = fold.predicate, fold.secondVariable == nil,
        case .list(let elements)? = value(of: fold.iterationRange, bound)
      else { return [] }
      return elements.prefix(Self.elementLimit).map { element in
        var inner = bound
        inner[fold.variable] = element
        return part(predicate, inner)
      }
    default: return []
    }
  }

  /// More elements of a quantifier tell nobody more.
  private static let elementLimit = 50

  // MARK: Evaluating

  private func reader(_ trust: FactReader.Trust) -> FactReader? {
    facts.map { facts in
      FactReader(
        judged: JudgedFacts(facts, catalogue), member: member, element: document, trust: trust,
        distrusted: [])
    }
  }

  private func result(
    of expression: Expression, _ bound: [String: CELValue], _ trust: FactReader.Trust
  ) -> Evaluation? {
    guard let reader = reader(trust) else { return nil }
    var evaluator = Evaluator(functions: member.pack.functions) { name in
      bound[name].map(Evaluation.value) ?? reader.resolve(name)
    }
    return evaluator.evaluate(expression)
  }

  private func value(of expression: Expression, _ bound: [String: CELValue]) -> CELValue? {
    result(of: expression, bound, .known)?.value
  }

  private func outcome(
    of expression: Expression, _ bound: [String: CELValue], _ trust: FactReader.Trust
  ) -> RuleExplanation.Outcome? {
    switch result(of: expression, bound, trust) {
    case .value(.bool(let holds)): holds ? .holds : .fails
    case .unknown(let names): .unknown(names.sorted())
    case .failure(let error): .failure(error.code.rawValue)
    case .value, nil: nil
    }
  }

  // MARK: Names

  private var words: ExpressionWords { ExpressionWords(label: label) }

  private func label(_ name: String) -> LocalizedText {
    if name.hasPrefix(NameSpace.parameters) {
      let parameter = member.pack.parameters[String(name.dropFirst(NameSpace.parameters.count))]
      let value = parameter.map { "（\($0.value.text)）" } ?? ""  // allowed: names were checked
      return LocalizedText(name + value, name + value)
    }
    guard let declaration = catalogue[iteration?.keys[name] ?? name] else {
      return LocalizedText(name, name)
    }
    let (label, key) = (declaration.label, declaration.key)
    return LocalizedText(
      label.chinese == key ? name : "\(name)（\(label.chinese)）",
      label.english == key ? name : "\(name) (\(label.english))")
  }

  private func readings(
    of expression: Expression, _ bound: [String: CELValue]
  ) -> [RuleExplanation.Reading] {
    guard let reader = reader(.known) else { return [] }
    return expression.namesInOrder.compactMap { name in
      if let element = bound[name] {
        return .init(
          name: name, label: LocalizedText(name, name),
          value: Quotation(element.text, source: .derived(reader.keys(expression.names))),
          state: nil, confidence: nil, evidence: [])
      }
      if name.hasPrefix(NameSpace.lookups) || name.hasPrefix(NameSpace.materials) { return nil }
      let key = reader.key(name)
      let fact = reader.fact(name)
      let value =
        fact.map { fact in fact.value.map { Quotation(CELValue($0).text, source: .value(key)) } }
        ?? reader.resolve(name)?.value.map { Quotation($0.text) }
      return .init(
        name: name, label: label(name), value: value,
        state: catalogue[key] == nil ? nil : fact?.state ?? .unread, confidence: fact?.confidence,
        evidence: fact.map(\.evidence) ?? [])  // allowed: a setting has no evidence
    }
  }
}

extension FactReader {
  /// The keys of those names that are facts.
  fileprivate func keys(_ names: [String]) -> [String] {
    names.map(key).filter { catalogue[$0] != nil }
  }
}

extension Expression {
  /// The names below it in the order of the source, each once.
  fileprivate var namesInOrder: [String] {
    var names: [String] = []
    func visit(_ expression: Expression) {
      if case .identifier(let name) = expression.kind, !names.contains(name) { names.append(name) }
      expression.children.forEach(visit)
    }
    visit(self)
    return names
  }
}
