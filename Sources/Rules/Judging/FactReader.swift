internal import CEL
internal import Model

/// What the names in a rule's expressions stand for in one submission.
struct FactReader {
  /// Which facts count as values.
  enum Trust { case known, alsoDoubtful }

  /// What rules see of a fact whatever its state, once a value was looked for in the line it was read from.
  enum Substitute {
    case value(Value)
    case valueAsRead
    case unknown
  }

  let judged: JudgedFacts
  let member: RuleSet.Member
  /// The document of a `for_each`, `nil` elsewhere.
  let element: AssembledDocument?
  let trust: Trust
  /// Facts whose value a repair by check digits has made: of no worth to a rule that tests these.
  var distrusted: Set<String>
  /// By path as the rule writes it.
  var substitutes: [String: Substitute] = [:]

  private var facts: FactSet { judged.set }
  var pack: Pack { member.pack }
  var catalogue: FactCatalogue { judged.catalogue }

  /// The fact behind a path as the rule writes it; `nil` where nothing is known of it.
  func fact(_ path: String) -> ResolvedFact? {
    if let key = member.rule.iteration?.keys[path] { return element?.facts[key] }
    return facts.facts[path]
  }

  /// The key of a path: `card.name` is `id_front.name`.
  func key(_ path: String) -> String { member.rule.iteration?.keys[path] ?? path }

  /// The id of the element's document where the fact is the element's own.
  func document(ofFact key: String) -> String? {
    member.rule.iteration?.keys.values.contains(key) == true ? element?.id : nil
  }

  /// What a name comes to; `nil` for names that no loaded rule has.
  func resolve(_ name: String) -> Evaluation? {
    if name.hasPrefix(NameSpace.parameters) {
      let parameter = pack.parameters[String(name.dropFirst(NameSpace.parameters.count))]
      return parameter.map { .value($0.value) }
    }
    if name.hasPrefix(NameSpace.lookups) {
      let parts = name.dropFirst(NameSpace.lookups.count).split(separator: ".", maxSplits: 1)
      guard let table = parts.first else { return nil }
      let column = parts.count > 1 ? String(parts[1]) : nil
      return pack.lookups[String(table)]?.map(column).map { .value(.map($0)) }
    }
    if name.hasPrefix(NameSpace.materials) {
      let kind = MaterialKind(rawValue: String(name.dropFirst(NameSpace.materials.count)))
      if judged.kinds.contains(kind) { return .value(.bool(true)) }
      return facts.mayHide(kind) ? .unknown([name]) : .value(.bool(false))
    }
    guard let declaration = catalogue[key(name)] else { return nil }
    guard let value = value(name), let value = CELValue(value, as: declaration) else {
      return .unknown([name])
    }
    return .value(value)
  }

  private func value(_ name: String) -> Value? {
    switch substitutes[name] {
    case .value(let value): return value
    case .valueAsRead: return fact(name)?.value
    case .unknown: return nil
    case nil:
      guard let fact = fact(name), isTrusted(fact.state), !distrusted.contains(name) else {
        return nil
      }
      return fact.value
    }
  }

  /// Whether rules see a value.
  func isKnown(_ path: String) -> Bool { value(path) != nil }

  private func isTrusted(_ state: FactState) -> Bool {
    switch state {
    case .known: true
    case .doubtful: trust == .alsoDoubtful
    case .conflicting, .unread, .noDocument: false
    }
  }
}

extension CELValue {
  /// The value if it has its declared type; rules were checked against that.
  init?(_ value: Value, as declaration: FactDeclaration) {
    switch (value, declaration.type) {
    case (.null, _): self = .null
    case (.int(let number), .double): self = .double(Double(number))
    default:
      guard value.type == declaration.type else { return nil }
      self = CELValue(value)
    }
    if case .null = self, !declaration.isNullable { return nil }
  }
}
