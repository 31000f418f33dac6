import Model
import Schema
import Testing

@testable import Papers

/// Whatever is wrong in a material file is said at its line and column, and the file does not load.
@Suite struct MaterialFileTests {
  private static let base = """
    schema: dossier/material-v1
    kind: car_wash_card
    prefix: wash
    title: {zh-CN: 洗车会员证, en: Car wash card}
    recognize:
      any:
        - {text: 洗车会员证, weight: 0.6}
    layouts:
      - {id: wide, when: {aspect_at_least: 1.2}}
    fields:
      - key: member
        type: string
        labels: [会员名称]
        value: right
      - key: is_copy
        type: mark
        marks:
          - {text: 副本, is: true}
    """

  struct Mistake: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var code: String
    var line: Int
    var column: Int

    init(_ old: String, _ new: String, _ code: String, _ line: Int, _ column: Int) {
      self.old = old
      self.new = new
      self.code = code
      self.line = line
      self.column = column
    }

    var testDescription: String { "\(old) -> \(new)" }
  }

  static let mistakes = [
    Mistake("material-v1", "material-v2", "schema", 1, 9),
    Mistake("schema: dossier/material-v1", "", "missing", 2, 1),
    Mistake("kind: car_wash_card", "", "missing", 1, 1),
    Mistake("kind: car_wash_card", "kind: ''", "missing", 1, 1),
    Mistake("prefix: wash", "prefixes: wash", "unknown-key", 3, 1),
    Mistake("prefix: wash", "prefix: wash\nprefix: wash", "duplicate-key", 4, 1),
    Mistake("en: Car wash card", "fr: Carte", "text", 4, 8),
    Mistake("recognize:", "recognise:", "unknown-key", 5, 1),
    Mistake("  any:", "  all:", "unknown-key", 6, 3),
    Mistake("weight: 0.6", "weight: heavy", "anchor", 7, 7),
    Mistake("weight: 0.6", "weight: 0", "anchor", 7, 7),
    Mistake("weight: 0.6", "weight: -1", "anchor", 7, 7),
    Mistake("weight: 0.6", "wait: 0.6", "unknown-key", 7, 21),
    Mistake("{id: wide, when", "{when", "missing", 9, 5),
    Mistake("aspect_at_least", "aspect_above", "unknown-key", 9, 23),
    Mistake("- key: member", "- name: member", "unknown-key", 11, 5),
    Mistake("type: string", "type: words", "unknown-value", 12, 11),
    Mistake("    type: string\n", "", "missing", 11, 5),
    Mistake("    labels: [会员名称]\n", "", "missing", 11, 5),
    Mistake("    value: right\n", "", "missing", 11, 5),
    Mistake("value: right", "value: left", "unknown-value", 14, 12),
    Mistake("value: right", "value: [right, left]", "unknown-value", 14, 20),
    Mistake("value: right", "value: right\n    lines: 0", "lines", 15, 12),
    Mistake("value: right", "value: right\n    lines: many", "lines", 15, 12),
    Mistake("value: right", "value: right\n    lines: 41", "lines", 15, 12),
    Mistake("value: right", "value: right\n    normalize: names", "normalize", 15, 16),
    Mistake("value: right", "value: right\n    checksum: luhn", "unknown-value", 15, 15),
    Mistake("value: right", "value: right\n    nullable: perhaps", "bool", 15, 15),
    Mistake("value: right", "value: right\n    optional: 1", "bool", 15, 15),
    Mistake("value: right", "value: right\n    layouts: [tall]", "unknown-layout", 11, 5),
    Mistake("value: right", "value: right\n    region: {side: below}", "missing", 15, 13),
    Mistake(
      "value: right", "value: right\n    region: {after: 章, side: left}", "unknown-value", 15, 30),
    Mistake(
      "value: right", "value: right\n    confirmed_by: {field: is_copy, with: age}",
      "unknown-value", 15, 42),
    Mistake("value: right", "value: right\n    area: [0, 0, 1]", "area", 15, 11),
    Mistake("value: right", "value: right\n    area: everywhere", "area", 15, 11),
    Mistake("- key: is_copy", "- key: member", "duplicate", 15, 5),
    // Behind a field that is broken itself.
    Mistake(
      "- key: is_copy", "- key: broken\n    type: words\n  - key: member", "duplicate", 17, 5),
    Mistake("type: mark", "type: red", "missing", 15, 5),
    Mistake("    marks:\n      - {text: 副本, is: true}", "    optional: true", "missing", 15, 5),
    Mistake("{text: 副本, is: true}", "{text: 副本}", "mark", 18, 9),
    Mistake("{text: 副本, is: true}", "{text: 副本, are: true}", "unknown-key", 18, 20),
    Mistake("{text: 副本, is: true}", "副本", "shape", 18, 9),
    Mistake("prefix: wash", "prefix: &p wash", "anchor", 3, 9),
    Mistake("prefix: wash", "prefix: [wash", "yaml", 3, 9),
    Mistake("    value: right", "    value: right\n   lines: 1", "yaml", 15, 4),
  ]

  @Test func theBaseLoads() throws {
    let found = MaterialCatalogue.definition(text: Self.base, path: "wash.yaml")
    #expect(found.diagnostics.isEmpty)
    #expect(found.material?.kind.rawValue == "car_wash_card")
    #expect(found.material?.fields.map(\.key) == ["member", "is_copy"])
  }

  @Test(arguments: mistakes)
  func mistakesAreSaidWhereTheyAre(mistake: Mistake) throws {
    let range = try #require(Self.base.firstRange(of: mistake.old))
    let text = Self.base.replacingCharacters(in: range, with: mistake.new)
    let found = MaterialCatalogue.definition(text: text, path: "m/wash.yaml")
    #expect(found.material == nil)
    let places = found.diagnostics.filter { $0.code == mistake.code }.map(\.position)
    #expect(
      places.contains(TextPosition(line: mistake.line, column: mistake.column)),
      "\(found.diagnostics.map { ($0.code, $0.position) })")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for diagnostic in found.diagnostics {
      #expect(diagnostic.file == "m/wash.yaml" && diagnostic.level == .error)
      #expect(diagnostic.sourceLine == String(lines[diagnostic.position.line - 1]))
      #expect(!diagnostic.message.chinese.isEmpty && !diagnostic.message.english.isEmpty)
    }
  }

  @Test func aSlipIsCorrected() throws {
    let text = Self.base.replacing("prefix:", with: "prefx:")
    let found = MaterialCatalogue.definition(text: text, path: "wash.yaml")
    let unknown = try #require(found.diagnostics.first { $0.code == "unknown-key" })
    #expect(unknown.message.english.contains("did you mean prefix?"))
    #expect(unknown.length == 5)
  }

  @Test(arguments: [
    ("value: right", "value: right\n    pattern: '['", "pattern"),
    ("type: mark", "type: red\n    area: [0.7, 0.2, 0.3, 0.9]", "area"),
    ("type: mark", "type: red\n    area: [0, 0, 700, 900]", "area"),
  ])
  func patternsAndAreasAreChecked(old: String, new: String, code: String) throws {
    let range = try #require(Self.base.firstRange(of: old))
    let text = Self.base.replacingCharacters(in: range, with: new)
    let found = MaterialCatalogue.definition(text: text, path: "wash.yaml")
    #expect(found.material == nil && found.diagnostics.contains { $0.code == code })
  }

  /// Nothing good could come of these.
  @Test(arguments: [
    ("value: right", "value: right\n    alternative: nobody"),
    ("value: right", "value: right\n    confirmed_by: {field: nobody, with: sex}"),
    ("value: right", "value: right\n    labels: 会员"),
    ("  any:\n    - {text: 洗车会员证, weight: 0.6}", "  none: [停车许可]"),
    ("{zh-CN: 洗车会员证, en: Car wash card}", "{zh-CN: 洗车会员证, en: Car wash card, de: Karte}"),
    ("aspect_at_least: 1.2", "aspect_at_least: wide"),
    ("recognize:", "stops: 监制\nrecognize:"),
    ("value: right", "value: right\n    until: 章"),
    ("value: right", "value: right\n    same_as: member_from"),
    ("value: right", "value: right\n    lines: [2]"), ("recognize:", "ordered: 1\nrecognize:"),
  ])
  func valuesOfAnotherKindAndUnknownNamesAreRefused(old: String, new: String) throws {
    let range = try #require(Self.base.firstRange(of: old))
    var text = Self.base.replacingCharacters(in: range, with: new)
    if new.contains("labels: 会员") {
      text = text.replacing("    labels: [会员名称]\n", with: "").replacing(
        "value: right", with: "value: right\n    region: {after: 章, side: below}")
    }
    let found = MaterialCatalogue.definition(text: text, path: "wash.yaml")
    #expect(found.material == nil && found.diagnostics.count == 1, "\(found.diagnostics)")
  }

  @Test func everyDeclaredKeyIsRead() {
    let reads = KeyReads()
    let confirmed =
      "value: right\n    region: {after: 章, side: below}\n    confirmed_by: {field: is_copy, with: sex}"
    KeyReads.$current.withValue(reads) {
      _ = MaterialCatalogue.definition(
        text: Self.base.replacing("value: right", with: confirmed), path: "wash.yaml")
    }
    #expect(reads.missing(from: MaterialSchema.file) == [])
  }

  @Test(arguments: ["", "\n", "- a\n- b", "text", "{}", "\u{FEFF}"])
  func filesThatAreNoMappingAreRefused(text: String) {
    let found = MaterialCatalogue.definition(text: text, path: "wash.yaml")
    #expect(found.material == nil && !found.diagnostics.isEmpty)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
