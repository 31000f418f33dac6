import Foundation
import Testing

@testable import Editor

@Suite struct NamesTests {
  /// A pack that extends another, and a third that has nothing to do with them but for the names.
  private static let files = [
    "base.yaml": """
    schema: dossier/pack-v1
    pack: {id: base-house, version: 1.0.0, title: {zh-CN: 甲, en: A}}
    params:
      margin: {type: int, default: 3}
    lookups:
      offices:
        key: city
        columns: {city: string, code: string?}
        rows: [[沪, a]]
    verbs:
      near:
        params: {value: int}
        assert: |-
          value < params.margin
    """,
    "child.yaml": """
    schema: dossier/pack-v1
    pack: {id: child-house, version: 1.0.0, title: {zh-CN: 乙, en: B}}
    extends: [{pack: base-house}]
    overrides:
      HOUSE-*: {severity: note}
    rules:
      - id: HOUSE-A-001
        title: {zh-CN: 规则, en: Rule}
        severity: error
        for_each: {in: documents.image, as: 图}
        when: {near: picture.width}
        assert: |-
          picture.width > params.margin && [1].all(x, x > 0 && [2].exists(x, x > 1))
        basis: [{kind: house, ref: gb-t-2260}]
        message: {zh-CN: "超过 {params.margin}：{license.name}", en: "over {params.margin}"}
        tests:
          - {given: {picture.width: 4}, params: {margin: 3}, expect: pass}
    """,
    "other.yaml": """
    schema: dossier/pack-v1
    pack: {id: other-house, version: 1.0.0, title: {zh-CN: 丙, en: C}}
    params:
      margin: {type: int, default: 5}
    rules:
      - id: OTHER-A-001
        check: {at_least: [license.name, {param: margin}]}
    """,
    "waivers.yaml": """
    schema: dossier/waivers-v1
    waivers:
      - {rule: HOUSE-A-001, reason: 甲, by: 乙, on: 2026-01-01}
    """,
  ]

  /// Puts the cursor before the first place of a mark.
  private static func bench(
    _ name: String, _ mark: String, encoding: PositionEncoding = .utf16
  ) throws -> WorkspaceBench {
    var files = files
    let text = try #require(files[name])
    let place = try #require(text.range(of: mark))
    let word = mark.drop { $0 == "{" }
    let start = text.index(place.upperBound, offsetBy: -word.count)
    files[name] = text[..<start] + "‸" + text[start...]
    // `for_each` variables are lower-case letters; the text before them is Chinese all the same.
    for (name, text) in files { files[name] = text.replacing("as: 图", with: "as: picture") }
    return try WorkspaceBench(files, encoding: encoding)
  }

  @Test(arguments: [
    ("child.yaml", "margin &&", ["base.yaml:4:3"]),
    ("other.yaml", "margin}", ["other.yaml:4:3"]),
    ("child.yaml", "near:", ["base.yaml:11:3"]),
    ("child.yaml", "gb-t-2260", ["sources.csv:5:1"]),
    ("child.yaml", "base-house", ["base.yaml:2:12"]),
    ("waivers.yaml", "HOUSE-A", ["child.yaml:7:9"]),
    ("child.yaml", "HOUSE-*", ["child.yaml:7:9"]),
    ("child.yaml", "picture.width >", ["child.yaml:10:41"]),
    ("child.yaml", "x > 0", ["child.yaml:13:48"]),
    ("child.yaml", "x > 1", ["child.yaml:13:71"]),
  ])
  func definitionsAreFound(file: String, mark: String, places: [String]) throws {
    let bench = try Self.bench(file, mark)
    #expect(bench.places(try bench.ask("textDocument/definition")) == places)
  }

  @Test func aFactLeadsToTheFieldOfItsMaterial() throws {
    let bench = try Self.bench("other.yaml", "license.name")
    let answer = try bench.ask("textDocument/definition")
    #expect(bench.places(answer).count == 1)
    #expect(answer.items?.first?["uri"]?.text?.hasSuffix("business_license.yaml") == true)
  }

  @Test(arguments: PositionEncoding.allCases)
  func referencesAreThoseOfThePackAndItsChildren(encoding: PositionEncoding) throws {
    let bench = try Self.bench("base.yaml", "margin", encoding: encoding)
    let all = try bench.ask(
      "textDocument/references", with: #"{"context": {"includeDeclaration": true}}"#)
    #expect(bench.places(all).count == 6)
    #expect(bench.places(all).filter { $0.hasPrefix("other") }.isEmpty)
    let uses = try bench.ask("textDocument/references")
    #expect(bench.places(uses).count == 5)
    let message = "    message: {zh-CN: \"超过 {params."
    let column = encoding.units(of: message.unicodeScalars.count, in: message) + 1
    #expect(bench.places(uses).contains("child.yaml:15:\(column)"))
  }

  @Test func renamingASettingLeavesUnrelatedPacksAlone() throws {
    let bench = try Self.bench("child.yaml", "margin &&")
    let edit = try bench.ask("textDocument/rename", with: #"{"newName": "slack"}"#)
    #expect(try bench.applying(edit, to: "other.yaml") == bench.text("other.yaml"))
    #expect(
      try bench.applying(edit, to: "child.yaml")
        == bench.text("child.yaml").replacing("margin", with: "slack"))
    #expect(
      try bench.applying(edit, to: "base.yaml")
        == bench.text("base.yaml").replacing("margin", with: "slack"))
  }

  @Test func renamingARuleReachesWaivers() throws {
    let bench = try Self.bench("child.yaml", "HOUSE-A-001")
    let edit = try bench.ask("textDocument/rename", with: #"{"newName": "HOUSE-B-002"}"#)
    #expect(
      try bench.applying(edit, to: "waivers.yaml")
        == bench.text("waivers.yaml").replacing("HOUSE-A-001", with: "HOUSE-B-002"))
    #expect(try bench.applying(edit, to: "child.yaml").contains("HOUSE-*"))
  }

  @Test func renamingAVariableStaysInItsRule() throws {
    let bench = try Self.bench("child.yaml", "{picture.width: 4")
    let edit = try bench.ask("textDocument/rename", with: #"{"newName": "image"}"#)
    #expect(
      try bench.applying(edit, to: "child.yaml")
        == bench.text("child.yaml").replacing("picture", with: "image"))
  }

  @Test func renamingAnInnerVariableLeavesTheOuterOne() throws {
    let bench = try Self.bench("child.yaml", "x > 1")
    let edit = try bench.ask("textDocument/rename", with: #"{"newName": "y"}"#)
    #expect(
      try bench.applying(edit, to: "child.yaml").contains(
        "[1].all(x, x > 0 && [2].exists(y, y > 1))"))
  }

  @Test(arguments: [
    ("other.yaml", "license.name", "x"), ("other.yaml", "at_least", "x"),
    ("child.yaml", "gb-t-2260", "x"), ("child.yaml", "HOUSE-A-001", "OTHER-A-001"),
    ("child.yaml", "HOUSE-A-001", "house"), ("child.yaml", "HOUSE-A-001", "LONE-A-001"),
    ("base.yaml", "margin", "a b"), ("base.yaml", "margin", "名"),
    ("base.yaml", "code", "city"),
  ])
  func whatIsNotOursOrIsTakenIsRefused(file: String, mark: String, name: String) throws {
    let bench = try Self.bench(file, mark)
    #expect(throws: EditorRefusal.self) {
      try bench.ask("textDocument/rename", with: #"{"newName": "\#(name)"}"#)
    }
  }
}
