internal import CEL
package import Model
internal import Schema

/// A test of a rule made from a real case: what it read there, with its verdict.
package struct RuleTestDraft: Sendable {
  package let rule: String
  package let verdict: Verdict
  /// The lines to paste, indented as they stand in the file.
  package let text: String
  /// The file and the 1-based line after which they belong; with a column they belong before the bracket that stands there.
  package let file: String
  package let line: Int
  package let column: Int?
  /// Whether the test as it is written comes to the verdict of the case: a rule may ask for more than facts say, such as
  /// the picture of a line.
  package let isFaithful: Bool
}

extension RuleLibrary {
  /// Makes a test of what a rule says of a submission, personal values replaced by invented ones; `nil` where there is
  /// no such rule.
  package func testDraft(of id: String, from facts: FactSet) -> RuleTestDraft? {
    let found = packs.lazy.compactMap { pack in
      pack.rules.first { $0.id == id }.map { RuleSet.Member(rule: $0, pack: pack) }
    }
    return found.first.map {
      TestDrafting(member: $0, facts: JudgedFacts(facts, catalogue)).draft()
    }
  }
}

/// Writes the test of one rule.
private struct TestDrafting {
  let member: RuleSet.Member
  let facts: JudgedFacts

  private var rule: Rule { member.rule }

  func draft() -> RuleTestDraft {
    let outcome = RuleJudge(member: member, judged: facts).judge()
    let runner = RuleTestRunner(member: member, catalogue: facts.catalogue)
    var elements: [AssembledDocument?] = [nil]
    if let iteration = rule.iteration {
      let documents = facts.set.elements(of: iteration.kind)
      if !documents.isEmpty { elements = documents }
    }
    let tests: [RuleTest] = elements.map { self.test(of: $0, outcome) }
    let faithful = tests.first { runner.differences(of: $0).isEmpty }
    let test: RuleTest = faithful ?? tests[0]
    let place = PastingPlace(of: rule)
    let (text, column): (String, Int?) =
      switch place.form {
      case .lines(let indent, let needsKey):
        (
          ((needsKey ? ["tests:"] : []) + written(test).map { (needsKey ? "  " : "") + $0 })
            .map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n"), nil
        )
      case .brackets(let column, let needsComma, let needsKey):
        (
          (needsComma ? ", " : "")
            + (needsKey ? "tests: [\(inBrackets(test))]" : inBrackets(test)), column
        )
      }
    return RuleTestDraft(
      rule: rule.id, verdict: outcome.verdict, text: text, file: rule.location.path,
      line: place.line, column: column, isFaithful: faithful != nil)
  }

  // MARK: What was read

  private func test(of element: AssembledDocument?, _ outcome: RuleJudge.Outcome) -> RuleTest {
    let reader = FactReader(
      judged: facts, member: member, element: element, trust: .known, distrusted: [])
    var names = rule.names
    if rule.since != nil || rule.until != nil { names.insert("run.as_of") }
    let read = names.sorted().compactMap { name in
      reader.fact(name).flatMap { fact in
        fact.value.map { (name: name, key: reader.key(name), fact: fact, value: $0) }
      }
    }.filter { $0.fact.state == .known || $0.fact.state == .doubtful }
    func isPersonal(_ key: String) -> Bool { facts.catalogue[key]?.isPersonal == true }
    var invented = InventedValues(
      personal: personalTexts, besides: read.flatMap { $0.value.texts })
    var given: [String: Value] = [:]
    for (name, key, _, value) in read {
      given[name] = invented.value(value, of: key, isPersonal: isPersonal(key))
    }
    let doubtful = read.filter { read in
      read.fact.state == .doubtful
        || member.checksummedNames.contains(read.name) && facts.set.isOnlyRepaired(read.fact)
    }
    let missing = kinds.subtracting(facts.kinds)
    let unknown = Set(outcome.findings.flatMap(\.unknown).map(\.fact))
    let isOfFacts = unknown.allSatisfy {
      facts.catalogue[$0] != nil && $0 != UnknownWords.materialsKey
    }
    return RuleTest(
      name: "取自真实提交，个人信息已替换", given: given, absent: missing,
      unclassified: missing.contains(where: facts.set.mayHide) ? ["未识别.jpg"] : [],
      doubtful: Set(doubtful.map(\.name)), isDrafted: facts.set.isDrafted, parameters: [:],
      wanted: RuleTest.Wanted(
        verdict: outcome.verdict,
        unknown: outcome.verdict == .cannotTell && isOfFacts && rule.iteration == nil
          ? unknown : nil,
        tentative: nil, expected: nil, actual: nil, message: [:]),
      position: rule.location.position)
  }

  /// What is personal in the whole case: what a rule reads may name anybody in it.
  private var personalTexts: [String] {
    let all = Array(facts.set.facts.values) + facts.set.documents.flatMap(\.facts.values)
    let personal = all.filter { fact in
      facts.catalogue[fact.key]?.isPersonal == true || fact.key.hasSuffix("legal_representative")
    }
    return personal.flatMap { ($0.alternatives + [$0.value].compactMap(\.self)).flatMap(\.texts) }
      .uniqued()
  }

  private var kinds: Set<MaterialKind> {
    let asked = rule.names.filter { $0.hasPrefix(NameSpace.materials) }
      .map { MaterialKind(rawValue: String($0.dropFirst(NameSpace.materials.count))) }
    return Set(rule.materials + asked)
  }

  // MARK: Writing

  private func written(_ test: RuleTest) -> [String] {
    let given = test.given.sorted { $0.key < $1.key }
    let lines = entries(of: test).flatMap { key, value in
      key == .given && !given.isEmpty
        ? ["given:"] + given.map { "  \($0.key): \($0.value.yaml)" } : ["\(key.rawValue): \(value)"]
    }
    return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  private func inBrackets(_ test: RuleTest) -> String {
    "{" + entries(of: test).map { "\($0.rawValue): \($1)" }.joined(separator: ", ") + "}"
  }

  /// What a test says, each value in one line.
  private func entries(of test: RuleTest) -> [(TestKey, String)] {
    var entries: [(TestKey, String)] = test.name.map { [(.name, $0)] } ?? []  // allowed: no name
    let given = test.given.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.yaml)" }
    entries.append((.given, "{" + given.joined(separator: ", ") + "}"))
    func add(_ key: TestKey, _ texts: [String]) {
      guard !texts.isEmpty else { return }
      entries.append((key, "[\(texts.joined(separator: ", "))]"))
    }
    add(.absent, test.absent.map(\.rawValue).sorted())
    add(.unclassified, test.unclassified)
    add(.doubtful, test.doubtful.sorted())
    if test.isDrafted { entries.append((.drafted, "true")) }
    entries.append((.expect, test.wanted.verdict.rawValue))
    if let unknown = test.wanted.unknown { add(.because, unknown.sorted()) }
    return entries
  }
}

extension Value {
  /// The texts that it is or holds.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .null, .bool, .int, .double, .date: []
    }
  }

  /// As a rule file writes it.
  var yaml: String {
    switch self {
    case .string(let text): text.yaml
    case .list(let items): "[" + items.map(\.yaml).joined(separator: ", ") + "]"
    case .double(let number) where number == number.rounded() && abs(number) < 1e15:
      String(Int(number))
    case .null: "null"
    case .bool, .int, .double, .date: text
    }
  }
}

extension String {
  /// Plain where YAML takes it as it is, else in double quotes.
  fileprivate var yaml: String {
    let isPlain =
      !isEmpty && first?.isLetter == true
      && !["null", "true", "false", "yes", "no"].contains(lowercased())
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.isIdeographic
          || ("0"..."9").contains(scalar) || "（）·-_./".unicodeScalars.contains(scalar)
      }
    if isPlain { return self }
    let escaped = escaped { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: nil
      }
    }
    return "\"" + escaped + "\""
  }
}
