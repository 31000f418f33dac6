import CEL
import Model
import Testing

@testable import Rules

/// Packs of several files, and what packs take from one another.
@Suite struct PackFoldersTests {
  private static let head = """
    schema: dossier/pack-v1
    pack: {id: base, version: 1.2.0, title: {zh-CN: 基础, en: Base}}
    params:
      floor: {type: double, default: 100}
    lookups:
      spf: {key: provider, columns: {provider: string, include: string}, file: spf.csv}
    """
  private static let capital =
    "{at_least: [license.registered_capital_amount, {param: floor}]}"

  private static func part(_ rules: String...) -> String {
    "schema: dossier/pack-v1\nrules:\n" + rules.joined(separator: "\n")
  }

  private static let files = [
    "base/pack.yaml": head,
    "base/license.yaml": part(ruleText(capital, id: "LIC-001")),
    "base/org.yml": part(
      ruleText("{required: org.departments}", id: "ORG-001"),
      ruleText(
        "{contains: org.departments, value: {lookup: spf, key: declared.mail.provider, column: include}}",
        id: "ORG-002")),
    "base/spf.csv": "provider,include\ntencent,spf.qq.com\n",
  ]

  private static func child(_ more: String, rules: String = "[]") -> String {
    """
    schema: dossier/pack-v1
    pack: {id: child, version: 1.0.0, title: {zh-CN: 子, en: Child}}
    extends: [{pack: base, version: ">=1.2"}]
    \(more)
    rules: \(rules)
    """
  }

  @Test func theFilesOfAFolderAreOnePack() throws {
    let (library, diagnostics) = try loadLibrary(Self.files)
    #expect(diagnostics == [])
    let pack = try #require(library?.packs.first)
    #expect(library?.packs.count == 1)
    #expect(Set(pack.rules.map(\.id)) == ["LIC-001", "ORG-001", "ORG-002"])
  }

  @Test func parametersAreChangedForTheRulesOfAGlob() throws {
    var files = Self.files
    files["child.yaml"] = Self.child(
      """
      overrides: {"LIC-*": {params: {floor: 50}}}
      profiles: {strict: {"*": {params: {floor: 1000}, severity: note}}}
      """)
    let library = try #require(try loadLibrary(files).library)
    let facts = factSet([known("license.registered_capital_amount", .double(80))])
    func verdict(_ pack: String, _ profile: String = "default") throws -> Verdict? {
      let set = try #require(
        library.ruleSet(packs: [pack], channel: nil, profile: profile).ruleSet)
      return set.judge(facts).verdicts.first { $0.rule == "LIC-001" }?.verdict
    }
    #expect(try verdict("base") == .fail)
    #expect(try verdict("child") == .pass)
    #expect(try verdict("child", "strict") == .fail)
  }

  @Test func aPackUsesTheNamesOfItsParents() throws {
    var files = Self.files
    files["a.yaml"] = Self.child(
      "params: {floor: {type: double, default: 7}}",
      rules: "\n" + ruleText(Self.capital, id: "CHILD-001"))
    let (library, diagnostics) = try loadLibrary(files)
    #expect(diagnostics == [])
    let child = try #require(library?.packs.first { $0.id == "child" })
    #expect(child.parameters["floor"]?.value.text == "7")
    #expect(child.lookups["spf"] != nil)
  }

  @Test func disabledRulesAreKeptWithTheReason() throws {
    var files = Self.files
    files["child.yaml"] = Self.child("overrides: {ORG-*: {enabled: false, why: 不适用}}")
    let library = try #require(try loadLibrary(files).library)
    let set = try #require(
      library.ruleSet(packs: ["child"], channel: nil, profile: "default").ruleSet)
    #expect(set.rules.map(\.id) == ["LIC-001"])
    #expect(set.disabled.map(\.rule.id) == ["ORG-001", "ORG-002"])
    #expect(set.disabled.first?.changes.first?.reason == "不适用")
  }

  @Test(arguments: [
    ("overrides: {LIC-00X: {severity: note}}", "unknown-rule", 13),
    ("overrides: {IMG-*: {severity: note}}", "unknown-rule", 13),
    ("overrides: {LIC-001: {params: {flor: 5}}}", "unknown-param", 32),
    ("overrides: {LIC-001: {params: {floor: x}}}", "wrong-type", 39),
    ("overrides: {LIC-001: {why: x}}", "no-change", 13),
    ("profiles: {strict: {LIC-009: {severity: note}}}", "unknown-rule", 21),
  ])
  func wrongChangesAreTold(line: String, code: String, column: Int) throws {
    var files = Self.files
    files["child.yaml"] = Self.child(line)
    let (library, diagnostics) = try loadLibrary(files)
    #expect(library == nil)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.position == TextPosition(line: 4, column: column))
  }

  @Test(arguments: [
    ("base/second.yaml", head, "two-heads"),
    ("base/second.yaml", part(ruleText(capital, id: "LIC-001")), "duplicate-id"),
    (
      "base/second.yaml",
      "schema: dossier/pack-v1\nparams: {floor: {type: double, default: 1}}", "duplicate-name"
    ),
    ("empty/a.yaml", part(ruleText(capital, id: "LIC-009")), "missing-key"),
    ("base/bad.yaml", "schema: [", "yaml"),
  ])
  func aFolderIsOnePackOrNone(name: String, text: String, code: String) throws {
    var files = Self.files
    files[name] = text
    let (library, diagnostics) = try loadLibrary(files)
    #expect(library == nil)
    #expect(diagnostics.contains { $0.code == code })
  }
}
