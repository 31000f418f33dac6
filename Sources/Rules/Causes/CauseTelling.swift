package import Model

extension RuleSet {
  /// Puts the findings of rules that wait for the same thing into one finding each, with what is to be done about it.
  ///
  /// Pure, and the last step: waivers are put to the rules' own findings before.
  package func tellingCauses(
    of judgement: Judgement, _ facts: FactSet, _ circumstances: Circumstances
  ) -> Judgement {
    CauseTelling(
      finder: CauseFinder(facts: facts, catalogue: catalogue, circumstances: circumstances),
      rules: Dictionary(
        members.map { ($0.rule.id, $0.rule) }, uniquingKeysWith: { first, _ in first })
    ).told(judgement)
  }
}

/// Folds what rules could not tell.
private struct CauseTelling {
  let finder: CauseFinder
  let rules: [String: Rule]

  /// Who waits for one thing.
  private struct Group {
    /// Told under it.
    var own: [Finding] = []
    /// Told under something that has to be settled first.
    var others: [Finding] = []
  }

  func told(_ judgement: Judgement) -> Judgement {
    var groups: [CauseSubject: Group] = [:]
    var findings: [(subject: CauseSubject?, finding: Finding)] = []
    for finding in judgement.findings {
      let subjects = finding.waiver == nil ? finder.subjects(of: finding) : []
      guard let first = subjects.first else {
        findings.append((nil, withCommands(finding)))
        continue
      }
      groups[first, default: Group()].own.append(finding)
      for other in subjects.dropFirst() { groups[other, default: Group()].others.append(finding) }
    }
    for subject in standalone where groups[subject] == nil { groups[subject] = Group() }
    for (subject, group) in groups { tell(subject, group, in: &findings) }
    findings.sort { Self.isBefore($0, $1) }
    var result = Judgement(verdicts: judgement.verdicts, findings: [])
    for (subject, finding) in findings {
      var finding = finding
      if let subject, let group = groups[subject] {
        let id = "c\(result.causes.count + 1)"
        finding.cause = id
        result.causes.append(cause(subject, id: id, group))
      }
      result.findings.append(finding)
    }
    return result
  }

  /// What is told although no rule waits for it.
  private var standalone: [CauseSubject] {
    let circumstances = finder.circumstances
    let files = circumstances.extractions.compactMap { extraction -> CauseSubject? in
      if !circumstances.losses(of: extraction.file).isEmpty {
        return extraction.notices.contains { $0.code.losesFile }
          ? finder.subject(ofFile: extraction.file) : nil
      }
      let isUnknown = extraction.notices.contains { $0.code == .kindUnknown }
      return isUnknown && extraction.documents.isEmpty ? .unknownFile(extraction.file) : nil
    }
    return (circumstances.isDeclarationBroken ? [.declaration] : []) + files.uniqued()
  }

  private func tell(
    _ subject: CauseSubject, _ group: Group,
    in findings: inout [(subject: CauseSubject?, finding: Finding)]
  ) {
    // What is not there at all may have a rule that says so.
    if case .undelivered(let kind) = subject,
      let index = findings.firstIndex(where: { $0.subject == nil && asks($0.finding, for: kind) })
    {
      findings[index].subject = subject
      findings[index].finding.waiting = group.own
      return
    }
    let words = CauseWords(finder: finder, rules: rules)
    findings.append((subject, words.finding(of: subject, own: group.own, others: group.others)))
  }

  /// Whether a failure is that no document of the kind is there.
  private func asks(_ finding: Finding, for kind: MaterialKind) -> Bool {
    finding.verdict == .fail
      && rules[finding.rule]?.check.names.contains(NameSpace.materials + kind.rawValue) == true
  }

  /// A failure for want of DNS evidence says which questions to ask.
  private func withCommands(_ finding: Finding) -> Finding {
    guard asks(finding, for: .dnsRecords) else { return finding }
    var finding = finding
    finding.fix = MailQuestions(facts: finder.facts).fix(ofAnswers: .dnsRecords, to: [])
    return finding
  }

  private func cause(_ subject: CauseSubject, id: String, _ group: Group) -> Cause {
    let circumstances = finder.circumstances
    let waiting = Set((group.own + group.others).map(\.rule)).sorted()
    switch subject {
    case .unread(let code):
      let losses = circumstances.losses(by: code)
      return Cause(
        id: id, kind: subject.kind, file: losses.files.first, rules: waiting,
        notices: losses.notices)
    case .unknownFile(let file):
      return Cause(
        id: id, kind: subject.kind, file: file, rules: waiting,
        notices: circumstances.doubts(of: file))
    case .declaration:
      return Cause(
        id: id, kind: subject.kind, file: circumstances.declarationFile, rules: waiting,
        notices: circumstances.notices.filter { $0.code == .declarationInvalid })
    case .undeclared, .draft:
      return Cause(
        id: id, kind: subject.kind, file: circumstances.declarationFile, rules: waiting,
        notices: circumstances.notices.filter { $0.code == .declarationMissing })
    case .declaredValue(let key):
      return Cause(
        id: id, kind: subject.kind, file: circumstances.declarationFile, rules: waiting,
        notices: circumstances.notices.filter { $0.details["fact"] == key })
    case .undelivered, .answers, .conflict, .values:
      return Cause(id: id, kind: subject.kind, file: subject.file, rules: waiting)
    }
  }

  private static func isBefore(
    _ left: (subject: CauseSubject?, finding: Finding),
    _ right: (subject: CauseSubject?, finding: Finding)
  ) -> Bool {
    let isBroken = (left.subject == .declaration, right.subject == .declaration)
    if isBroken.0 != isBroken.1 { return isBroken.0 }
    let (first, second) = (left.finding, right.finding)
    if first.weight != second.weight { return first.weight < second.weight }
    if first.rule != second.rule { return first.rule < second.rule }
    let places = [first, second].map { [$0.element].compactMap(\.self) }
    if places[0] != places[1] { return places[0].lexicographicallyPrecedes(places[1]) }
    let subjects = [left, right].map { [$0.subject?.name].compactMap(\.self) }
    return subjects[0].lexicographicallyPrecedes(subjects[1])
  }
}
