internal import CEL
internal import Model

/// Judges one submission by one rule.
struct RuleJudge {
  let member: RuleSet.Member
  let judged: JudgedFacts

  private var rule: Rule { member.rule }
  private var facts: FactSet { judged.set }

  /// What the condition and the check come to together.
  enum Decision {
    case decided(Verdict)
    case open(Set<String>)
    case defect(CELError)

    /// Whether it may change once values are looked for in the lines of facts.
    var dependsOnReadings: Bool {
      switch self {
      case .decided(.fail), .open: true
      case .decided, .defect: false
      }
    }
  }

  /// What a rule says of a submission, or of one element.
  struct Outcome {
    var verdict: Verdict
    var findings: [Finding] = []
    /// What was looked for in its line to pass.
    var hypotheses: [HypothesisTest] = []
  }

  func judge() -> Outcome {
    if let until = rule.until, let today = asOf, today > until {
      return Outcome(verdict: .notApplicable)
    }
    let missing = rule.materials.filter { !judged.kinds.contains($0) }
    // Of what is not there a file could still be a part; else the rule does not apply.
    guard missing.allSatisfy(mayBeThere) else { return Outcome(verdict: .notApplicable) }
    guard let iteration = rule.iteration else { return judge(element: nil, missing: missing) }
    let elements = facts.elements(of: iteration.kind)
    if elements.isEmpty {
      guard mayBeThere(iteration.kind) else { return Outcome(verdict: .notApplicable) }
      return Outcome(
        verdict: .cannotTell,
        findings: [writer(element: nil).missingMaterials([iteration.kind], [])])
    }
    let results = elements.map { judge(element: $0, missing: missing) }
    let worst: [Verdict] = [.fail, .ruleError, .cannotTell, .pass]
    let verdict = worst.first { verdict in results.contains { $0.verdict == verdict } }
    return Outcome(
      verdict: verdict ?? .notApplicable, findings: results.flatMap(\.findings),
      hypotheses: results.flatMap(\.hypotheses))
  }

  /// Whether a document of the kind may be in one of the files, and the pack is about this submission at all.
  private func mayBeThere(_ kind: MaterialKind) -> Bool {
    guard facts.mayHide(kind) else { return false }
    let subjects = member.pack.subjects
    return subjects.isEmpty || subjects.contains { facts.facts[$0]?.isNamed == true }
  }

  private func judge(
    element: AssembledDocument?, missing: [MaterialKind]
  ) -> Outcome {
    var known = reader(element, .known)
    var (firm, names) = decide(known)
    if !missing.isEmpty || isDraft {
      // Where the condition is false the rule does not apply, whatever is missing.
      if case .decided(.notApplicable) = firm { return Outcome(verdict: .notApplicable) }
      let finding =
        missing.isEmpty
        ? writer(element: element).drafted(names)
        : writer(element: element).missingMaterials(missing, names)
      return Outcome(verdict: .cannotTell, findings: [finding])
    }
    let trials =
      firm.dependsOnReadings && !rule.isExact ? HypothesisTrials(rule.check.expression, known) : nil
    if let trials, !trials.substitutes.isEmpty {
      known.substitutes = trials.substitutes
      let (decision, read) = decide(known)
      firm = decision
      names += read
    }
    let tests = trials.map(\.tests) ?? []  // allowed: nothing was tried
    switch firm {
    case .decided(.fail):
      return Outcome(
        verdict: .fail,
        findings: [writer(element: element).failure(known, names).explained(by: tests)])
    case .decided(let verdict): return Outcome(verdict: verdict, hypotheses: tests)
    case .defect(let error):
      return Outcome(verdict: .ruleError, findings: [writer(element: element).defect(error, names)])
    case .open(let unknown):
      let doubtful = reader(element, .alsoDoubtful)
      let (second, _) = decide(doubtful)
      var tentative: Verdict?
      if case .decided(let verdict) = second { tentative = verdict }
      let finding = writer(element: element).open(unknown, names, tentative: tentative, doubtful)
      return Outcome(verdict: .cannotTell, findings: [finding.explained(by: tests)])
    }
  }

  /// Decides and tells which names were read.
  private func decide(_ reader: FactReader) -> (decision: Decision, names: [String]) {
    var evaluator = Evaluator(functions: member.pack.functions) { reader.resolve($0) }
    var openCondition: Set<String> = []
    if let condition = rule.condition {
      switch evaluator.evaluate(condition.program) {
      case .value(.bool(true)): break
      case .value(.bool(false)): return (.decided(.notApplicable), evaluator.namesRead)
      case .value: return (.defect(CELError(.noSuchOverload)), evaluator.namesRead)
      case .failure(let error): return (.defect(error), evaluator.namesRead)
      case .unknown(let names): openCondition = names
      }
    }
    let decision: Decision
    switch evaluator.evaluate(rule.check.program) {
    case .value(.bool(true)): decision = .decided(.pass)
    // A failure that may not apply is none: the condition has to be known.
    case .value(.bool(false)):
      decision = openCondition.isEmpty ? .decided(.fail) : .open(openCondition)
    case .value: decision = .defect(CELError(.noSuchOverload))
    case .failure(let error): decision = .defect(error)
    case .unknown(let names): decision = .open(openCondition.union(names))
    }
    return (decision, evaluator.namesRead)
  }

  private func reader(_ element: AssembledDocument?, _ trust: FactReader.Trust) -> FactReader {
    var reader = FactReader(
      judged: judged, member: member, element: element, trust: trust, distrusted: [])
    for name in member.checksummedNames {
      if let fact = reader.fact(name), facts.isOnlyRepaired(fact) { reader.distrusted.insert(name) }
    }
    return reader
  }

  private func writer(element: AssembledDocument?) -> FindingWriter {
    FindingWriter(
      member: member, judged: judged, severity: severity, element: element,
      reader: reader(element, .known))
  }

  private var isDraft: Bool { facts.isDrafted && member.readsDeclaration }

  private var asOf: CalendarDate? { facts.facts["run.as_of"]?.value?.date }

  /// A rule that is not yet in force only warns.
  private var severity: Severity {
    guard let since = rule.since, let today = asOf, today < since else { return rule.severity }
    return min(rule.severity, .warning)
  }
}

extension ResolvedFact {
  /// Whether the declaration or a document says something of it, however surely.
  fileprivate var isNamed: Bool {
    switch state {
    case .known, .doubtful, .conflicting: true
    case .unread, .noDocument: false
    }
  }
}
