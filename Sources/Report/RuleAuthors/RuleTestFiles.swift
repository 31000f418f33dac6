internal import Model

extension RuleTestReport {
  /// Writes the contract `dossier/rule-tests-v1`, for programs.
  package static func json(of run: RuleTestRun) -> String {
    let json: JSON = [
      "schema": "dossier/rule-tests-v1",
      "tests": .array(run.results.map(json(of:))),
      "coverage": run.coverage.map { .array($0.map(json(of:))) },
      "mutants": run.mutants.map { .array($0.map(json(of:))) },
      "summary": [
        "tests": .int(run.results.count), "failed": .int(run.failed.count),
        "survivors": .int(run.survivors.count), "untested": .int(run.untested.count),
      ],
    ]
    return json.text
  }

  private static func json(of result: RuleTestResult) -> JSON {
    [
      "pack": .string(result.pack), "rule": .string(result.rule),
      "number": .int(result.number), "name": .optional(result.name),
      "file": .string(result.file), "line": .int(result.position.line),
      "passed": .bool(result.hasPassed),
      "differences": .array(
        result.differences.map { difference in
          [
            "field": .string(difference.field), "expected": .string(difference.expected),
            "actual": .string(difference.actual),
          ]
        }),
    ]
  }

  private static func json(of coverage: RuleCoverage) -> JSON {
    [
      "pack": .string(coverage.pack), "rule": .string(coverage.rule),
      "tests": .int(coverage.testCount), "seen": .int(coverage.seen),
      "total": .int(coverage.total),
      "branches": .array(
        coverage.branches.map { branch in
          [
            "expression": .string(branch.expression), "line": .int(branch.position.line),
            "was_true": .bool(branch.wasTrue), "was_false": .bool(branch.wasFalse),
          ]
        }),
    ]
  }

  private static func json(of mutant: Mutant) -> JSON {
    let (fate, reason): (String, String?) =
      switch mutant.fate {
      case .noticed: ("noticed", nil)
      case .survived: ("survived", nil)
      case .accepted(let reason): ("accepted", reason)
      }
    return [
      "pack": .string(mutant.pack), "rule": .string(mutant.rule),
      "file": .string(mutant.file), "line": .int(mutant.position.line),
      "mutant": .string(mutant.name), "fate": .string(fate), "reason": .optional(reason),
    ]
  }

  /// Writes JUnit's XML with one suite per pack; surviving mutants and rules without tests are failures of their own.
  package static func junit(of run: RuleTestRun) -> String {
    struct Case {
      let pack: String
      let rule: String
      let name: String
      let failure: String?
    }
    var cases = run.results.map { result in
      Case(
        pack: result.pack, rule: result.rule,
        // allowed: a test need not have a name
        name: "\(result.rule) #\(result.number)" + (result.name.map { " " + $0 } ?? ""),
        failure: result.hasPassed
          ? nil
          : (["\(result.file):\(result.position.line):\(result.position.column)"]
            + result.differences.map(\.text.chinese)).joined(separator: "\n"))
    }
    cases += run.untested.map {
      Case(pack: $0.pack, rule: $0.rule, name: "\($0.rule) coverage", failure: "没有测试 · no tests")
    }
    cases += run.survivors.map {
      Case(pack: $0.pack, rule: $0.rule, name: "\($0.rule) mutant", failure: $0.name)
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuites name=\"dossier rules test\" tests=\"\(cases.count)\""
      + " failures=\"\(cases.count { $0.failure != nil })\">\n"
    for pack in Set(cases.map(\.pack)).sorted() {
      let own = cases.filter { $0.pack == pack }
      text +=
        "  <testsuite name=\"\(xml(pack))\" tests=\"\(own.count)\""
        + " failures=\"\(own.count { $0.failure != nil })\">\n"
      for item in own {
        let head =
          "    <testcase classname=\"\(xml(pack)).\(xml(item.rule))\" name=\"\(xml(item.name))\""
        guard let failure = item.failure else {
          text += head + "/>\n"
          continue
        }
        text += head + ">\n      <failure>\(xml(failure))</failure>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  /// Escaped line by line: what a test expects may stand in several.
  private static func xml(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { XML.escaped(String($0)) }.joined(separator: "\n")
  }
}
