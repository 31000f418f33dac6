internal import CEL
internal import Model

extension RuleSet {
  /// A rule with what its expressions may read beside facts, as overrides left both.
  struct Member: Sendable {
    private(set) var rule: Rule
    private(set) var pack: Pack
    private(set) var isEnabled = true
    /// What the overrides changed, in their order.
    private(set) var changes: [Change] = []
    /// Of the rule's expressions; asked for at each judgement, so found once.
    private(set) var checksummedNames: Set<String>
    private(set) var readsDeclaration: Bool

    /// One thing that an override says of the rule.
    struct Change: Sendable {
      enum Content: Sendable {
        case severity(Severity)
        case disabled
        case enabled
        case exact
        case byHypothesis
        case parameter(String, CELValue)
      }

      let content: Content
      let reason: String?
      /// The pack, with the profile if it is one's.
      let origin: String
    }

    init(rule: Rule, pack: Pack) {
      self.rule = rule
      self.pack = pack
      checksummedNames = rule.checksummedNames
      readsDeclaration = rule.readsDeclaration
    }

    /// The same with other values of parameters, as a test asks for.
    func with(_ values: [String: CELValue]) -> Member {
      var changed = self
      for (name, value) in values {
        guard let parameter = pack.parameters[name] else { continue }
        changed.pack.parameters[name] = Parameter(
          declared: parameter.declared, value: value, title: parameter.title)
      }
      return changed
    }

    /// The same with another condition and check, as a mutant has them.
    func with(condition: CompiledCheck?, check: CompiledCheck) -> Member {
      var changed = self
      changed.rule.condition = condition
      changed.rule.check = check
      changed.checksummedNames = changed.rule.checksummedNames
      changed.readsDeclaration = changed.rule.readsDeclaration
      return changed
    }

    /// The rule after those overrides that name it.
    init(
      rule: Rule, pack: Pack, changes: [(origin: String, override: Override)],
      catalogue: FactCatalogue
    ) {
      self.init(rule: rule, pack: pack)
      for (origin, override) in changes where override.pattern.matches(rule.id) {
        apply(override, origin)
      }
    }

    private mutating func apply(_ override: Override, _ origin: String) {
      func note(_ content: Change.Content) {
        changes.append(Change(content: content, reason: override.reason, origin: origin))
      }
      if let severity = override.severity {
        rule.severity = severity
        note(.severity(severity))
      }
      if let isEnabled = override.isEnabled {
        self.isEnabled = isEnabled
        note(isEnabled ? .enabled : .disabled)
      }
      if let isExact = override.isExact {
        rule.isExact = isExact
        note(isExact ? .exact : .byHypothesis)
      }
      for change in override.parameters {
        // Types were checked when the library was loaded; a glob may name rules of other packs too.
        guard let parameter = pack.parameters[change.name],
          let value = parameter.declared.value(of: change.content)
        else { continue }
        pack.parameters[change.name] = Parameter(
          declared: parameter.declared, value: value, title: parameter.title)
        note(.parameter(change.name, value))
      }
    }
  }
}
