internal import CEL
internal import Model

extension RuleLibrary {
  /// Runs the tests of all rules whose id, tag or pack id contains `filter`, in the order of the files.
  package func runTests(filter: String?) -> [RuleTestResult] {
    packs.flatMap { pack in
      pack.rules.filter { rule in
        guard let filter else { return true }
        return ([rule.id, pack.id] + rule.tags).contains { $0.contains(filter) }
      }.flatMap { rule in
        rule.tests.enumerated().map { index, test in
          RuleTestRunner(member: .init(rule: rule, pack: pack), catalogue: catalogue)
            .run(test, number: index + 1)
        }
      }
    }
  }
}

/// Runs one test of a rule.
struct RuleTestRunner {
  let member: RuleSet.Member
  let catalogue: FactCatalogue

  func run(_ test: RuleTest, number: Int) -> RuleTestResult {
    let judge = RuleJudge(member: member, facts: facts(of: test), catalogue: catalogue)
    let (verdict, findings) = judge.judge()
    var differences: [LocalizedText] = []
    if verdict != test.verdict {
      let why = Self.why(findings)
      differences.append(
        LocalizedText(
          chinese: "结论：应为 \(test.verdict.rawValue)，实为 \(verdict.rawValue)\(why.chinese)",
          english:
            "verdict: expected \(test.verdict.rawValue), got \(verdict.rawValue)\(why.english)"))
    }
    let unknown = Set(findings.flatMap(\.unknown).map(\.fact))
    if let wanted = test.unknown, wanted != unknown {
      let lists = (Self.list(wanted), Self.list(unknown))
      differences.append(
        LocalizedText(
          chinese: "原因：应为 \(lists.0)，实为 \(lists.1)",
          english: "because: expected \(lists.0), got \(lists.1)"))
    }
    return RuleTestResult(
      pack: member.pack.id, rule: member.rule.id, number: number, name: test.name,
      file: member.pack.path, position: test.position, differences: differences)
  }

  private static func list(_ names: Set<String>) -> String {
    "[" + names.sorted().joined(separator: ", ") + "]"
  }

  private static func why(_ findings: [Finding]) -> LocalizedText {
    guard let finding = findings.first else { return LocalizedText(chinese: "", english: "") }
    let message = finding.filledMessage(\.text)
    return LocalizedText(chinese: "：" + message.chinese, english: ": " + message.english)
  }

  /// The submission that a test describes: its facts are known, all others unread, and there is a document
  /// of each kind that the rule asks for unless the test says otherwise.
  private func facts(of test: RuleTest) -> FactSet {
    let rule = member.rule
    var flat: [String: ResolvedFact] = [:]
    var own: [String: ResolvedFact] = [:]
    for (path, value) in test.given {
      let fact = ResolvedFact(
        key: rule.iteration?.keys[path] ?? path,
        state: test.doubtful.contains(path) ? .doubtful : .known, value: value,
        confidence: test.doubtful.contains(path) ? 0.5 : 1, evidence: [])
      if rule.iteration?.keys[path] == nil { flat[path] = fact } else { own[fact.key] = fact }
    }
    let kinds = wantedKinds.subtracting(test.absent).sorted()
    let documents = kinds.enumerated().map { index, kind in
      AssembledDocument(
        id: "m\(index + 1)", kind: kind, role: nil, confidence: 1, file: kind.rawValue, pages: [0],
        facts: kind == rule.iteration?.kind ? own : [:])
    }
    return FactSet(
      facts: flat, documents: documents, unclassifiedFiles: test.unclassified,
      isDrafted: test.isDrafted)
  }

  private var wantedKinds: Set<MaterialKind> {
    let rule = member.rule
    let asked = rule.names.filter { $0.hasPrefix(NameSpace.materials) }
      .map { MaterialKind(rawValue: String($0.dropFirst(NameSpace.materials.count))) }
    return Set(rule.materials + asked + [rule.iteration?.kind].compactMap(\.self))
  }
}
