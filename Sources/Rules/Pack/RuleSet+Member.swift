internal import CEL
internal import Model

extension RuleSet {
  /// A rule with what its expressions may read beside facts, as overrides left both.
  ///
  /// A class: each judgement hands it on to readers and writers, which copy one reference.
  final class Member: Sendable {
    let rule: Rule
    let pack: Pack
    let isEnabled: Bool
    /// What the overrides changed, in their order.
    let changes: [Change]
    /// Of the rule's expressions; asked for at each judgement, so found once.
    let checksummedNames: Set<String>
    let readsDeclaration: Bool

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

    init(rule: Rule, pack: Pack, isEnabled: Bool = true, changes: [Change] = []) {
      self.rule = rule
      self.pack = pack
      self.isEnabled = isEnabled
      self.changes = changes
      checksummedNames = rule.checksummedNames
      readsDeclaration = rule.readsDeclaration
    }

    /// The same with other values of parameters, as a test asks for.
    func with(_ values: [String: CELValue]) -> Member {
      var pack = pack
      for (name, value) in values {
        guard let parameter = pack.parameters[name] else { continue }
        pack.parameters[name] = Parameter(
          declared: parameter.declared, value: value, title: parameter.title)
      }
      return Member(rule: rule, pack: pack, isEnabled: isEnabled, changes: changes)
    }

    /// The same with another condition and check, as a mutant has them.
    func with(condition: CompiledCheck?, check: CompiledCheck) -> Member {
      var rule = rule
      rule.condition = condition
      rule.check = check
      return Member(rule: rule, pack: pack, isEnabled: isEnabled, changes: changes)
    }

    /// The rule after those overrides that name it.
    convenience init(
      rule: Rule, pack: Pack, overrides: [(origin: String, override: Override)]
    ) {
      var overridden = Overridden(rule: rule, pack: pack)
      for (origin, override) in overrides where override.pattern.matches(rule.id) {
        overridden.apply(override, origin)
      }
      self.init(
        rule: overridden.rule, pack: overridden.pack, isEnabled: overridden.isEnabled,
        changes: overridden.changes)
    }
  }

  /// A rule while overrides change it.
  private struct Overridden {
    var rule: Rule
    var pack: Pack
    var isEnabled = true
    var changes: [Member.Change] = []

    mutating func apply(_ override: Override, _ origin: String) {
      func note(_ content: Member.Change.Content) {
        changes.append(Member.Change(content: content, reason: override.reason, origin: origin))
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
