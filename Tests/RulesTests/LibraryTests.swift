import CEL
import Foundation
import Model
import Testing

@testable import Rules

@Suite struct LibraryTests {
  private func pack(
    _ id: String, rules: [String], version: String = "1.0.0", channels: String = "[]",
    confidence: String = "0.85", _ more: String = ""
  ) -> String {
    let rules = rules.map { ruleText("{required: org.departments}", id: $0) }
    return """
      schema: dossier/pack-v1
      pack:
        id: \(id)
        version: \(version)
        title: {zh-CN: 测试, en: Test}
        applies_to: {channels: \(channels)}
        min_confidence: \(confidence)
      \(more)
      rules:
      \(rules.joined(separator: "\n"))
      """
  }

  @Test func parentsAreTakenOverOnceAndOverridden() throws {
    let base = pack("base", rules: ["BASE-001", "BASE-002"], version: "1.4.2", confidence: "0.9")
    let child = pack(
      "child", rules: ["CHILD-001"], channels: "[wecom]",
      """
      extends: [{pack: base, version: ">=1.4 <2"}, {pack: other}]
      overrides: {BASE-001: {severity: note}, BASE-002: {enabled: false, why: 不适用}}
      profiles: {strict: {BASE-001: {severity: warning}}}
      """)
    let other = pack("other", rules: ["OTHER-001"], "extends: [{pack: base}]")
    let (library, diagnostics) = try loadLibrary(["a.yaml": base, "b.yml": child, "c.yaml": other])
    #expect(diagnostics.map(\.message.english) == [])
    let set = try #require(
      library?.ruleSet(packs: [], channel: "wecom", profile: "default").ruleSet)
    #expect(set.rules.map(\.id) == ["BASE-001", "CHILD-001", "OTHER-001"])
    #expect(set.rules.first?.severity == .note)
    #expect(set.minimumConfidence == 0.9)
    let strict = library?.ruleSet(packs: ["child"], channel: nil, profile: "strict").ruleSet
    #expect(strict?.rules.first?.severity == .warning)
    let alone = library?.ruleSet(packs: ["base"], channel: "wecom", profile: "default").ruleSet
    #expect(alone?.rules.map(\.id) == ["BASE-001", "BASE-002"])
  }

  @Test func unknownPackAndProfileAreTold() throws {
    let (library, _) = try loadLibrary(["a.yaml": pack("enterprise-basic", rules: ["A-001"])])
    let unknown = library?.ruleSet(packs: ["enterprise-basc"], channel: nil, profile: "default")
    #expect(unknown?.ruleSet == nil)
    #expect(
      unknown?.diagnostics.first?.message.english.contains("\"enterprise-basic\"?") == true)
    let profile = library?.ruleSet(packs: [], channel: nil, profile: "defalt")
    #expect(profile?.ruleSet == nil)
    #expect(profile?.diagnostics.first?.message.english.contains("\"default\"?") == true)
    let channel = library?.ruleSet(packs: [], channel: "none", profile: "default")
    #expect(channel?.ruleSet?.rules.count == 1)
    #expect(channel?.diagnostics.map(\.level) == [.warning])
  }

  @Test(arguments: [
    ("extends: [{pack: bse}]", "unknown-pack", 18),
    ("extends: [{pack: base, version: '>2'}]", "version", 18),
    ("extends: [{pack: child}]", "circular", 18),
    ("overrides: {BASE-009: {severity: note}}", "unknown-rule", 13),
    ("profiles: {a: {CHLD-001: {severity: note}}}", "unknown-rule", 16),
  ])
  func conflictsBetweenPacks(line: String, code: String, column: Int) throws {
    let files = [
      "a.yaml": pack("base", rules: ["BASE-001"]),
      "b.yaml": pack("child", rules: ["CHILD-001"], line),
    ]
    let (library, diagnostics) = try loadLibrary(files)
    #expect(library == nil)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.position == TextPosition(line: 8, column: column))
    #expect(diagnostics.first?.file.hasSuffix("/packs/b.yaml") == true)
  }

  @Test func twoPacksMayNotShareARuleOrAnId() throws {
    let files = ["a.yaml": pack("a", rules: ["A-001"]), "b.yaml": pack("a", rules: ["A-001"])]
    let (library, diagnostics) = try loadLibrary(files)
    #expect(library == nil)
    #expect(Set(diagnostics.map(\.code)) == ["duplicate-pack", "duplicate-id"])
  }

  @Test func aWrongFileSparesNoOther() throws {
    let (library, diagnostics) = try loadLibrary([
      "a.yaml": pack("a", rules: ["A-001"]), "b.yaml": "schema: x", "notes.txt": "x",
      ".c.yaml": "x",
    ])
    #expect(library == nil)
    #expect(diagnostics.allSatisfy { $0.file.hasSuffix("b.yaml") } && !diagnostics.isEmpty)
  }

  @Test func missingFolderIsTold() {
    let (library, diagnostics) = RuleLibrary.load(folder: "/nowhere", catalogue: catalogue)
    #expect(library == nil)
    #expect(diagnostics.map(\.code) == ["no-packs"])
  }

  @Test func lookupsComeFromFilesBesideThePack() throws {
    let lookups = "lookups: {t: {key: a, columns: {a: string, n: int}, file: t.csv}}"
    let text = pack("enterprise-basic", rules: ["A-001"], lookups)
    let right = try loadLibrary([
      "a.yaml": text, "t.csv": "n,a,x\r\n1,\"甲,\"\"乙\"\"\",y\r\n\r\n2,丙,z",
    ])
    #expect(right.diagnostics.map(\.message.english) == [])
    let rows = try #require(right.library?.packs.first?.lookups["t"]?.rows)
    #expect(rows.entries.map(\.key.text) == ["甲,\"乙\"", "丙"])
    let wrong = ["n\n1", "a,n\n甲,x", "a,n\n\"甲,1", "a,n\n甲,1\n甲,2", "a,n\n甲"]
    for table in wrong {
      let (library, diagnostics) = try loadLibrary(["a.yaml": text, "t.csv": table])
      #expect(library == nil && diagnostics.count == 1, "\(table)")
    }
    #expect(try loadLibrary(["a.yaml": text]).diagnostics.map(\.code) == ["lookup-file"])
  }

  @Test func aFileMayHaveARowForEachCell() throws {
    let lookups = """
      lookups:
        t:
          key: a
          columns: {a: string, n: int?, kinds: list<string>?}
          file: t.csv
          pivot: {item: item, value: value}
      """
    let text = pack("enterprise-basic", rules: ["A-001"], lookups)
    let right = try loadLibrary([
      "a.yaml": text, "t.csv": "a,item,value\n甲,n,1\n乙,kinds,x|y\n甲,others,z",
    ])
    #expect(right.diagnostics.map(\.message.english) == [])
    let rows = try #require(right.library?.packs.first?.lookups["t"]?.rows)
    #expect(rows[.string("甲")]?.text == "a: 甲、n: 1、kinds: null")
    #expect(rows[.string("乙")]?.text == "a: 乙、n: null、kinds: x、y")
    for table in ["a,item\n甲,n", "a,item,value\n甲,n,x", "a,item,value\n甲,n,1\n甲,n,2"] {
      let (library, diagnostics) = try loadLibrary(["a.yaml": text, "t.csv": table])
      #expect(library == nil && diagnostics.map(\.code) == ["lookup-file"], "\(table)")
    }
    let strict = text.replacing("int?", with: "int")
    let table = "a,item,value\n甲,kinds,x"
    #expect(
      try loadLibrary(["a.yaml": strict, "t.csv": table]).diagnostics.map(\.code) == ["lookup-file"]
    )
  }

  @Test(arguments: [
    (">=1.4 <2", "1.4.0", true), (">=1.4 <2", "2.0", false), (">=1.4 <2", "1.3.9", false),
    ("=1", "1.0.0", true), (">1.9", "1.10", true), ("<=1.2.3", "1.2.3", true),
  ])
  func versionRanges(range: String, version: String, expected: Bool) {
    #expect(VersionRange(range)?.contains(version) == expected)
  }

  @Test(arguments: ["", "1.4", ">=", ">=a", ">= 1.4", "~1"])
  func badVersionRanges(range: String) { #expect(VersionRange(range) == nil) }

  @Test func failedTestsSayWhatDiffers() throws {
    let tests = """
      tests:
        - {name: 甲, given: {org.departments: [技术部]}, expect: fail}
        - {given: {}, expect: cannot_tell, because: [license.name]}
        - {given: {org.departments: []}, expect: fail}
      """
    let text = packText(ruleText("{required: org.departments}", tests), id: "enterprise-basic")
    let (library, diagnostics) = try loadLibrary(["a.yaml": text])
    #expect(diagnostics.isEmpty)
    let results = library?.runTests(filter: nil) ?? []
    #expect(results.map(\.hasPassed) == [false, false, true])
    #expect(results.map(\.name) == ["甲", nil, nil])
    #expect(results.map(\.position.line) == [10, 11, 12])
    #expect(results[0].differences.map(\.text.english) == ["expect: expected fail, got pass"])
    #expect(
      results[1].differences.map(\.text.english)
        == ["because: expected [license.name], got [org.departments]"])
  }
}
