internal import CEL
package import Model
internal import Schema

extension RuleLibrary {
  /// Returns what is unwise in rules that load: each is a warning with its place.
  package func style() -> [Diagnostic] {
    packs.flatMap { pack in
      let names = UnusedNames(pack: pack, users: users(of: pack)).diagnostics()
      let rules = pack.rules.flatMap {
        RuleStyle(rule: $0, pack: pack, catalogue: catalogue).diagnostics()
      }
      return names + rules
    } + DuplicateRules(packs: packs).diagnostics()
      + UnusedSources(packs: packs, registers: sources).diagnostics()
  }

  /// The pack and those that extend it, which may use its names.
  private func users(of pack: Pack) -> [Pack] {
    packs.filter { other in closure(of: [other]).contains { $0.id == pack.id } }
  }
}

/// The style of one rule.
struct RuleStyle {
  let rule: Rule
  let pack: Pack
  let catalogue: FactCatalogue

  func diagnostics() -> [Diagnostic] {
    tests() + texts() + reasons() + decidedness() + hiddenUnknowns() + mutants()
  }

  private func warning(_ code: String, _ chinese: String, _ english: String) -> Diagnostic {
    rule.location.diagnostic(
      code, level: .warning, "\(rule.id)：\(chinese)", "\(rule.id): \(english)")
  }

  private func tests() -> [Diagnostic] {
    let verdicts = Set(rule.tests.map(\.wanted.verdict))
    if verdicts.isEmpty {
      return [warning("no-tests", "没有测试；请写 tests", "there are no tests; write some under tests")]
    }
    let missing = [Verdict.pass, .fail].filter { !verdicts.contains($0) }.map(\.rawValue)
    guard !missing.isEmpty else { return [] }
    let names = missing.joined(separator: "、")
    return [
      warning("one-sided-tests", "没有结论为 \(names) 的测试", "no test expects \(names)")
    ]
  }

  private func texts() -> [Diagnostic] {
    let texts = [rule.title, rule.message.text, rule.fix?.text].compactMap(\.self)
    let untranslated = texts.filter { text in
      // Names in quotation marks may well be Chinese; a text that is mostly so is not English.
      let letters = text.english.unicodeScalars.filter(\.properties.isAlphabetic)
      return letters.count { $0.properties.isIdeographic } * 2 > letters.count
    }
    return untranslated.map { text in
      warning(
        "untranslated", "英文文本未翻译：\(text.english)",
        "the English text is not English: \(text.english)")
    }
  }

  private func reasons() -> [Diagnostic] {
    var found: [Diagnostic] = []
    if rule.severity == .error, rule.basis.isEmpty {
      found.append(
        warning("no-basis", "error 级规则须有依据 basis", "an error rule says where it comes from: basis"))
    }
    if rule.severity > .note, rule.fix == nil {
      found.append(warning("no-fix", "没有说明如何改正（fix）", "it does not say what to do: fix"))
    }
    return found
  }

  /// A rule that says the same whatever is known.
  private func decidedness() -> [Diagnostic] {
    if let since = rule.since, let until = rule.until, until < since {
      return [
        warning("never-in-force", "until 早于 since，永不生效", "never in force: until is before since")
      ]
    }
    if let condition = rule.condition, result(of: condition) == false {
      return [warning("never-applies", "适用条件永不成立", "its condition never holds")]
    }
    switch result(of: rule.check) {
    case true?:
      return [warning("never-fails", "检查永远成立，规则不会不通过", "its check always holds: it can never fail")]
    case false?: return [warning("always-fails", "检查永不成立", "its check never holds")]
    case nil: break
    }
    return rule.check.expression.selfComparisons.map { source in
      warning("compared-with-itself", "与自身比较：\(source)", "compared with itself: \(source)")
    }
  }

  /// What it comes to with all facts unknown; `nil` where that depends on them, or on what a profile sets.
  private func result(of check: CompiledCheck) -> Bool? {
    let changes = (pack.overrides + pack.profiles.values.joined())
      .filter { $0.pattern.matches(rule.id) }.flatMap(\.parameters)
    let changed = Set(changes.map(\.name))
    var evaluator = Evaluator(functions: pack.functions) { path in
      guard path.hasPrefix(NameSpace.parameters) else { return .unknown([path]) }
      let name = String(path.dropFirst(NameSpace.parameters.count))
      return changed.contains(name)
        ? .unknown([path]) : pack.parameters[name].map { .value($0.value) }
    }
    guard !check.expression.asksForKnown else { return nil }
    return evaluator.evaluate(check.program).bool
  }

  /// Ways to write a rule that lets an unread fact pass for an empty one.
  private func hiddenUnknowns() -> [Diagnostic] {
    [rule.condition, rule.check].compactMap(\.self).flatMap { check in
      check.expression.all.compactMap { part -> Diagnostic? in
        guard case .call(let function, let arguments) = part.kind else { return nil }
        let place = SourceLocation(rule.location.file, part.range.start)
        switch function {
        case "orValue", "or":
          return place.diagnostic(
            "hides-unknown", level: .warning,
            "\(rule.id)：\(function) 会把未读出的事实当作默认值；未知应保持未知",
            "\(rule.id): \(function) makes a default of a fact that was not read; let unknown stay unknown"
          )
        case Operator.equal, Operator.notEqual:
          guard arguments.count == 2, case .literal(.null) = arguments[1].kind,
            case .identifier(let name) = arguments[0].kind,
            let fact = catalogue[rule.iteration?.keys[name] ?? name], !fact.isNullable
          else { return nil }
          return place.diagnostic(
            "hides-unknown", level: .warning,
            "\(rule.id)：\(name) 不会为 null；未读出的事实是未知，请在 when 中用 known(\(name))",
            "\(rule.id): \(name) is never null; a fact that was not read is unknown: ask known(\(name)) under when"
          )
        default: return nil
        }
      }
    }
  }

  /// Accepted mutants that the rule does not have (any more).
  private func mutants() -> [Diagnostic] {
    guard !rule.acceptedMutants.isEmpty else { return [] }
    let member = RuleSet.Member(rule: rule, pack: pack)
    let names = Set(MutationRun(member: member, catalogue: catalogue).mutants().map(\.name))
    return rule.acceptedMutants.filter { !names.contains($0.mutant) }.map { accepted in
      let hint = Hint(accepted.mutant, among: names)
      return accepted.location.diagnostic(
        "stale-mutant", level: .warning, "\(rule.id) 没有这个变异\(hint.chinese)",
        "\(rule.id) has no such mutant\(hint.english)")
    }
  }
}

extension Expression {
  /// This and everything below it.
  var all: [Expression] { [self] + children.flatMap(\.all) }

  fileprivate var asksForKnown: Bool {
    all.contains { if case .call(Operator.known, _) = $0.kind { true } else { false } }
  }

  /// Comparisons both sides of which are written alike.
  fileprivate var selfComparisons: [String] {
    let comparing: Set = [
      Operator.equal, Operator.notEqual, Operator.less, Operator.lessOrEqual, Operator.greater,
      Operator.greaterOrEqual,
    ]
    return all.compactMap { part in
      guard case .call(let function, let sides) = part.kind, comparing.contains(function),
        sides.count == 2, sides[0].source == sides[1].source
      else { return nil }
      return part.source
    }
  }
}
