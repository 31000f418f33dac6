internal import CEL
package import Model
internal import Schema

/// A test that a rule lacks, ready to be written where its tests stand.
package struct MissingTest: Sendable {
  /// A part of the rule that no test makes come out so.
  package struct Branch: Hashable, Sendable {
    package let expression: String
    package let outcome: Bool
  }

  package let verdict: Verdict
  /// `nil` where it is the verdict that no test comes to.
  package let branch: Branch?
  /// With a comma before it where the place needs one.
  package let text: String
  package let file: String
  /// The 1-based line below which the text belongs; with a column it belongs before what stands there.
  package let line: Int
  package let column: Int?
}

extension RuleLibrary {
  /// Returns tests for verdicts that no test of a rule comes to, and for parts of it that none makes true or false.
  ///
  /// They are found by changing the facts of its other tests one at a time; what that does not find is left out.
  package func missingTests(of id: String) -> [MissingTest] {
    guard let member = members(filter: id).first(where: { $0.rule.id == id }) else { return [] }
    return TestSearch(member: member, catalogue: catalogue).tests
  }
}

/// Looks for facts that a rule judges in ways that its tests do not show.
private struct TestSearch {
  let member: RuleSet.Member
  let catalogue: FactCatalogue

  /// How many sets of facts are tried.
  private static let limit = 400

  private var rule: Rule { member.rule }
  private var runner: RuleTestRunner { RuleTestRunner(member: member, catalogue: catalogue) }

  var tests: [MissingTest] {
    var verdicts = Set([Verdict.pass, .fail]).subtracting(rule.tests.map(\.wanted.verdict))
    var branches = Set(unseen(by: rule.tests, seen: false))
    var found: [MissingTest] = []
    for test in trials.prefix(Self.limit) where !verdicts.isEmpty || !branches.isEmpty {
      let judged = JudgedFacts(runner.facts(of: test), catalogue)
      let verdict = RuleJudge(member: member.with(test.parameters), judged: judged).judge().verdict
      guard verdict == .pass || verdict == .fail || verdict == .notApplicable else { continue }
      if verdicts.remove(verdict) != nil {
        branches.subtract(unseen(by: [test], seen: true))
        found.append(missing(test, verdict, nil))
        continue
      }
      let reached = unseen(by: [test], seen: true).filter(branches.contains)
      guard let first = reached.first else { continue }
      branches.subtract(reached)
      found.append(missing(test, verdict, first))
    }
    return found
  }

  /// The parts with the outcomes that tests show, or do not.
  private func unseen(by tests: [RuleTest], seen: Bool) -> [MissingTest.Branch] {
    runner.coverage(of: tests).branches.flatMap { branch in
      [(branch.wasTrue, true), (branch.wasFalse, false)].filter { $0.0 == seen }.map {
        MissingTest.Branch(expression: branch.expression, outcome: $0.1)
      }
    }
  }

  // MARK: Facts

  /// The facts of tests with one of them changed; without tests, facts of the right types.
  private var trials: [RuleTest] {
    let plain = rule.tests.filter {
      $0.doubtful.isEmpty && $0.unclassified.isEmpty && !$0.isDrafted
    }
    let names = rule.names.filter { declaration($0) != nil }.sorted()
    let values = Dictionary(
      uniqueKeysWithValues: names.map { ($0, candidates($0)) })
    let typed = values.compactMapValues(\.first)
    let starts = plain.isEmpty ? [test(given: typed, like: nil)] : plain
    var trials = starts.map { test(given: $0.given, like: $0) }
    for start in starts {
      for name in names {
        for value in values[name, default: []] where start.given[name] != value {
          var given = start.given
          given[name] = value
          trials.append(test(given: given, like: start))
        }
      }
    }
    return trials
  }

  private func declaration(_ name: String) -> FactDeclaration? {
    catalogue[rule.iteration?.keys[name] ?? name]
  }

  /// Values that a fact may have: those of tests, of the rule's own text and near them, of facts of the same type.
  private func candidates(_ name: String) -> [Value] {
    guard let declaration = declaration(name) else { return [] }
    let given = rule.tests.flatMap { test in
      test.given.filter { other, _ in self.declaration(other)?.type == declaration.type }
        .sorted { $0.key < $1.key }.map(\.value)
    }
    let ofNames = rule.tests.compactMap { $0.given[name] }
    let written = literals.filter { $0.type == declaration.type }
    var values = ofNames + written + given + written.flatMap(\.neighbours)
    values += Self.typical(declaration.type)
    if declaration.isNullable { values.append(.null) }
    return values.uniqued()
  }

  /// Constants of the rule.
  private var literals: [Value] {
    func all(_ expression: Expression) -> [Value] {
      var found = expression.children.flatMap(all)
      if case .literal(let value) = expression.kind, let plain = Value(value) {
        found.append(plain)
      }
      return found
    }
    let parts = [rule.condition, rule.check].compactMap { $0?.expression }
    let settings = rule.names.filter { $0.hasPrefix(NameSpace.parameters) }.sorted().compactMap {
      member.pack.parameters[String($0.dropFirst(NameSpace.parameters.count))]?.value
    }
    return parts.flatMap(all) + settings.compactMap(Value.init)
  }

  private static func typical(_ type: ValueType) -> [Value] {
    switch type {
    case .bool: [.bool(true), .bool(false)]
    case .int: [.int(1), .int(0), .int(1000)]
    case .double: [.double(1), .double(0), .double(1000)]
    case .string: [.string("甲"), .string("乙")]
    case .date:
      [CalendarDate(iso: "2026-01-31"), CalendarDate(iso: "2016-01-31")].compactMap {
        $0.map(Value.date)
      }
    case .list: [.list([]), .list([.string("甲")])]
    }
  }

  private func test(given: [String: Value], like test: RuleTest?) -> RuleTest {
    RuleTest(
      name: nil, given: given,
      // allowed: without a test there is every material
      absent: test?.absent ?? [], unclassified: [], doubtful: [], isDrafted: false,
      // allowed: without a test there are the pack's own values
      parameters: test?.parameters ?? [:],
      wanted: RuleTest.Wanted(
        verdict: .pass, unknown: nil, tentative: nil, expected: nil, actual: nil, message: [:]),
      position: rule.location.position)
  }

  // MARK: Writing

  private func missing(
    _ test: RuleTest, _ verdict: Verdict, _ branch: MissingTest.Branch?
  ) -> MissingTest {
    let place = PastingPlace(of: rule)
    let written = "{" + entries(test, verdict).joined(separator: ", ") + "}"
    var text: String
    var column: Int?
    switch place.form {
    case .lines(let indent, let needsKey):
      let blanks = String(repeating: " ", count: indent)
      text = (needsKey ? blanks + "tests:\n  " : "") + blanks + "- " + written
    case .brackets(let at, let needsComma, let needsKey):
      text = (needsComma ? ", " : "") + (needsKey ? "tests: [\(written)]" : written)
      column = at
    }
    return MissingTest(
      verdict: verdict, branch: branch, text: text, file: rule.location.path, line: place.line,
      column: column)
  }

  private func entries(_ test: RuleTest, _ verdict: Verdict) -> [String] {
    func mapping(_ texts: [String]) -> String { "{" + texts.joined(separator: ", ") + "}" }
    var entries: [String] = []
    if !test.parameters.isEmpty {
      let values = test.parameters.sorted { $0.key < $1.key }
      entries.append("params: " + mapping(values.map { "\($0.key): \($0.value.text)" }))
    }
    let given = test.given.sorted { $0.key < $1.key }
    entries.append("given: " + mapping(given.map { "\($0.key): \($0.value.yaml)" }))
    if !test.absent.isEmpty {
      entries.append("absent: [\(test.absent.map(\.rawValue).sorted().joined(separator: ", "))]")
    }
    return entries + ["expect: \(verdict.rawValue)"]
  }
}

extension Value {
  /// A constant of CEL as a fact has it; `nil` for what no fact is.
  fileprivate init?(_ value: CELValue) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .string(let text): self = .string(text)
    case .date(let date): self = .date(date)
    default: return nil
    }
  }

  /// Numbers just beside it.
  fileprivate var neighbours: [Value] {
    switch self {
    case .int(let value): [.int(value &+ 1), .int(value &- 1)]
    case .double(let value): [.double(value + 1), .double(value - 1)]
    default: []
    }
  }
}
