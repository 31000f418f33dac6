internal import CEL
package import Model
internal import Schema

extension RuleLibrary {
  /// Runs the tests of all rules whose id, tag or pack id contains `filter`, in the order of the files.
  package func runTests(filter: String?) -> [RuleTestResult] {
    members(filter: filter).flatMap { member in
      let runner = RuleTestRunner(member: member, catalogue: catalogue)
      return member.rule.tests.enumerated().map { runner.run($1, number: $0 + 1) }
    }
  }

  /// The rules whose id, tag or pack id contains `filter`, as their packs have them.
  func members(filter: String?) -> [RuleSet.Member] {
    packs.flatMap { pack in
      pack.rules.filter { rule in
        guard let filter else { return true }
        return ([rule.id, pack.id] + rule.tags).contains { $0.contains(filter) }
      }.map { RuleSet.Member(rule: $0, pack: pack) }
    }
  }
}

/// Runs the tests of a rule.
struct RuleTestRunner {
  let member: RuleSet.Member
  let catalogue: FactCatalogue

  func run(_ test: RuleTest, number: Int) -> RuleTestResult {
    RuleTestResult(
      pack: member.pack.id, rule: member.rule.id, number: number, name: test.name,
      file: member.rule.location.path, position: test.position, differences: differences(of: test))
  }

  /// What comes out otherwise than `test` says.
  func differences(of test: RuleTest) -> [RuleTestResult.Difference] {
    let member = member.with(test.parameters)
    let outcome = RuleJudge(member: member, judged: JudgedFacts(facts(of: test), catalogue)).judge()
    let (verdict, findings) = (outcome.verdict, outcome.findings)
    let wanted = test.wanted
    var differences: [RuleTestResult.Difference] = []
    func compare(_ field: String, _ expected: String?, _ actual: String?) {
      guard let expected, expected != actual else { return }
      differences.append(.init(field: field, expected: expected, actual: actual ?? "—"))
    }
    if verdict != wanted.verdict {
      differences.append(
        .init(
          field: "expect", expected: wanted.verdict.rawValue, actual: verdict.rawValue,
          remark: findings.first?.filledMessage(\.text)))
    }
    let finding = findings.first
    compare(
      "because", wanted.unknown.map(Self.list),
      Self.list(Set(findings.flatMap(\.unknown).map(\.fact))))
    compare("tentative", wanted.tentative?.rawValue, finding?.tentative?.rawValue)
    compare("expected", wanted.expected, finding?.expected?.text)
    compare("actual", wanted.actual, finding?.actual?.text)
    for (locale, message) in wanted.message.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      compare("message.\(locale.rawValue)", message, finding?.filledMessage(\.text)[locale])
    }
    return differences
  }

  private static func list(_ names: Set<String>) -> String {
    "[" + names.sorted().joined(separator: ", ") + "]"
  }

  /// The submission that a test describes: its facts are known, all others unread, and there is a document
  /// of each kind that the rule asks for unless the test says otherwise.
  func facts(of test: RuleTest) -> FactSet {
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
      facts: flat, documents: documents.filter { $0.kind != .image && $0.kind != .stamp },
      pictures: documents.filter { $0.kind == .image },
      stamps: documents.filter { $0.kind == .stamp },
      hidingFiles: test.unclassified.map { HidingFile(file: $0, contents: .anything) },
      isDrafted: test.isDrafted)
  }

  private var wantedKinds: Set<MaterialKind> {
    let rule = member.rule
    let asked = rule.names.filter { $0.hasPrefix(NameSpace.materials) }
      .map { MaterialKind(rawValue: String($0.dropFirst(NameSpace.materials.count))) }
    return Set(rule.materials + asked + [rule.iteration?.kind].compactMap(\.self))
  }
}
