import Foundation
import Model
import Rules
import Tables
import Testing

@testable import Editor

@Suite struct ActionsTests {
  private static func pack(_ rules: String, _ settings: String = "") -> String {
    """
    schema: dossier/pack-v1
    pack: {id: house, version: 1.0.0, title: {zh-CN: 自家, en: Ours}}
    \(settings)rules:
    \(rules)
    """
  }

  private static func rule(_ rest: String) -> String {
    pack(
      """
        - id: HOUSE-A-001
          title: {zh-CN: 规则, en: Rule}
          severity: note
      \(rest)
      """)
  }

  /// The titles of the actions at the cursor, with what each makes of the file.
  private static func actions(
    _ files: [String: String], locale: ReportLocale = .english
  ) throws -> [(title: String, text: String)] {
    let bench = try WorkspaceBench(files, locale: locale)
    let cursor = try #require(bench.cursor)
    let file = try #require(bench.workspace.file(at: cursor.path))
    let place = FeatureContext.position(cursor.position, in: file.text, bench.encoding)
    let answer = try bench.ask(
      "textDocument/codeAction",
      with: #"{"range": {"start": \#(place.json), "end": \#(place.json)}, "context": {}}"#)
    let name = try #require(cursor.path.split(separator: "/").last.map(String.init))
    return try (answer.items ?? []).map { action in
      let edit = try #require(action["edit"])
      return (
        try #require(action["title"]?.text), try bench.applying(edit, to: name)
      )
    }
  }

  @Test(arguments: [
    // Keys, verbs, facts, settings, tables, normalizers, values, sources.
    ("    sev‸erty: note", "severty", "severity"),
    ("    check: {at_leest‸: [license.name, 1]}", "at_leest", "at_least"),
    ("    check: {equals: [license.nmae‸, license.name]}", "nmae", "name"),
    ("    when: |-\n      license.nmae‸ == 'a'", "nmae", "name"),
    ("    assert: |-\n      license.name.startWith('a')‸", "startWith", "startsWith"),
    (
      "    check: {equals: [license.name, declared.company.name], normalize: companyy‸}",
      "companyy", "company"
    ),
    ("    basis: [{kind: huose‸, ref: gb-t-2260}]", "huose", "house"),
    ("    basis: [{kind: house, ref: gb-t-2261‸}]", "gb-t-2261", "gb-t-2260"),
    ("    tests: [{given: {license.nmae‸: a}, expect: pass}]", "nmae", "name"),
    ("    tests: [{given: {}, expect: pas‸}]", "pas}", "pass}"),
    ("    message: {zh-CN: \"{license.nmae‸}\", en: a}", "nmae", "name"),
  ])
  func misspeltNamesArePutRight(rest: String, wrong: String, right: String) throws {
    let text = Self.rule(rest)
    let actions = try Self.actions(["house.yaml": text])
    let wanted = text.replacing("‸", with: "").replacing(wrong, with: right)
    #expect(actions.contains { $0.text == wanted }, "\(actions.map(\.title))")
  }

  @Test(arguments: [
    ("    severity：‸ note", "    severity: note"),
    (
      "    tags: [a，b]\n    check: {equals： [license.name‸, license.name]}", "equals: [license.name"
    ),
    ("    assert: |-\n      license.name == “甲”‸", "\"甲”"),
  ])
  func wideSignsBecomePlain(rest: String, wanted: String) throws {
    let actions = try Self.actions(["house.yaml": Self.rule(rest)])
    #expect(actions.contains { $0.text.contains(wanted) }, "\(actions)")
  }

  @Test func nullsAreGivenAMeaning() throws {
    let actions = try Self.actions([
      "house.yaml": Self.rule("    check: {after: [license.term_to‸, license.established_on]}")
    ])
    for verdict in ["pass", "fail"] {
      #expect(
        actions.contains { $0.text.contains("established_on], null_means: \(verdict)}") },
        "\(actions.map(\.title))")
    }
  }

  @Test func plainCELGoesUnderASign() throws {
    let actions = try Self.actions([
      "house.yaml": Self.rule("    assert: license.name == declared.company.name‸")
    ])
    #expect(
      actions.contains {
        $0.text.contains("    assert: |-\n      license.name == declared.company.name")
      }, "\(actions.map(\.title))")
  }

  @Test func missingKeysAndLanguagesAreAdded() throws {
    let rule = Self.pack("  - id‸: HOUSE-A-001\n    title: {zh-CN: 规则}\n    severity: note")
    let actions = try Self.actions(["house.yaml": rule])
    #expect(actions.contains { $0.text.contains("severity: note") } || actions.isEmpty)
    let other = Self.pack("  - id: HOUSE-A-001\n    title: {zh-CN‸: 规则}\n    severity: note")
    let languages = try Self.actions(["house.yaml": other])
    #expect(languages.contains { $0.text.contains("title: {zh-CN: 规则, en: …}") })
    let plain = Self.pack("  - id: HOUSE-A-001\n    title: 规‸则\n    severity: note")
    #expect(
      try Self.actions(["house.yaml": plain]).contains {
        $0.text.contains("title: {zh-CN: 规则, en: …}")
      })
  }

  private static let sound = """
        check: {at_most: [declared.mail.daily_messages, {value: 30}]}
        message: {zh-CN: 太多, en: too many}
        fix: {zh-CN: 减少, en: fewer}
        basis: [{kind: house, ref: gb-t-2260}]
        tests:
          - {given: {declared.mail.daily_messages: 20}, expect: pass}
    """

  private static func soundRule(_ mark: String) -> String {
    rule(sound).replacing(mark, with: "‸" + mark)
  }

  @Test func aTestOfTheOtherVerdictIsAdded() throws {
    let actions = try Self.actions(["house.yaml": Self.soundRule("severity")])
    let added = try #require(
      actions.first { $0.title.contains("test") && $0.text.contains("expect: fail}") })
    // What was added is a test that the rule passes.
    let bench = try WorkspaceBench(["house.yaml": added.text])
    let results = try #require(bench.workspace.rules.library).runTests(filter: "HOUSE-A-001")
    #expect(results.count == 2 && results.allSatisfy { $0.differences.isEmpty })
  }

  @Test func aConstantBecomesASetting() throws {
    let actions = try Self.actions(["house.yaml": Self.soundRule("value: 30")])
    let text = try #require(actions.first { $0.text.contains("{param: house_a_001}") }?.text)
    #expect(text.contains("params:\n  house_a_001: {type: int, default: 30"))
    let bench = try WorkspaceBench(["house.yaml": text])
    #expect(bench.workspace.rules.diagnostics.filter { $0.level == .error }.isEmpty)
  }

  @Test func aCheckBecomesCELAndBack() throws {
    let actions = try Self.actions(["house.yaml": Self.soundRule("check: {at")])
    let text = try #require(actions.first { $0.text.contains("assert: |-") }?.text)
    let back = try Self.actions(["house.yaml": text.replacing("assert:", with: "‸assert:")])
    #expect(
      back.contains { $0.text.contains("at_most: [declared.mail.daily_messages, {value: 30}]") },
      "\(text) \(back.map(\.title))")
  }

  @Test func mutantsAreAcceptedAndRulesWaived() throws {
    let waivers = "schema: dossier/waivers-v1\nwaivers:\n  - {rule: HOUSE-B-001, reason: 甲}\n"
    let files = ["house.yaml": Self.soundRule("severity")]
    let actions = try Self.actions(files)
    #expect(actions.contains { $0.text.contains("accepted_mutants: [{mutant: '") })
    let bench = try WorkspaceBench(files.merging(["waivers.yaml": waivers]) { own, _ in own })
    let place = FeatureContext.position(
      try #require(bench.cursor).position,
      in: try #require(bench.workspace.file(at: bench.folder + "/house.yaml")).text, bench.encoding)
    let answer = try bench.ask(
      "textDocument/codeAction",
      with: #"{"range": {"start": \#(place.json), "end": \#(place.json)}}"#)
    let texts = try (answer.items ?? []).map {
      try bench.applying(try #require($0["edit"]), to: "waivers.yaml")
    }
    #expect(texts.contains { $0.contains("  - {rule: HOUSE-A-001, reason: …") })
  }

  @Test func onlyTheKindsAskedForAreOffered() throws {
    let bench = try WorkspaceBench(["house.yaml": Self.soundRule("value: 30")])
    let cursor = try #require(bench.cursor)
    let file = try #require(bench.workspace.file(at: cursor.path))
    let place = FeatureContext.position(cursor.position, in: file.text, .utf16).json
    let answer = try bench.ask(
      "textDocument/codeAction",
      with:
        #"{"range": {"start": \#(place), "end": \#(place)}, "context": {"only": ["refactor.extract"]}}"#
    )
    #expect(answer.items?.isEmpty == false)
    #expect(answer.items?.allSatisfy { $0["kind"]?.text == "refactor.extract" } == true)
  }
}
