internal import Model
import Testing

@testable internal import Report

struct TemplateTests {
  private static func person(
    _ name: String = "甲<乙>", note: String? = nil, pets: [String] = []
  ) -> TemplateValue {
    [
      "name": .text(name), "note": .optional(note), "pets": .texts(pets), "isNew": false,
      "count": .number(pets.count),
    ]
  }

  private static func rendered(
    _ source: String, _ person: TemplateValue = person(), _ locale: ReportLocale = .chinese
  ) throws -> String {
    var text = ReportText()
    try Template(source, text: locale.text).render(
      ["title": "T", "person": person, "people": [person, Self.person("丙")]], into: &text)
    return text.string
  }

  @Test(arguments: [
    ("a {{title}} b", "a T b"),
    ("{{person.name}}|{{{person.name}}}", "甲&lt;乙&gt;|甲<乙>"),
    ("{{#people}}[{{name}}{{#note}}!{{/note}}]{{/people}}", "[甲&lt;乙&gt;][丙]"),
    ("{{#people}}{{title}}{{/people}}", "TT"),
    ("{{#person}}{{^pets}}none{{/pets}}{{^note}}?{{/note}}{{count}}{{/person}}", "none?0"),
    ("{{#person}}{{#isNew}}new{{/isNew}}{{^isNew}}old{{/isNew}}{{isNew}}{{/person}}", "oldfalse"),
    ("{{#people}}\n{{name}}\n{{/people}}\nend", "甲&lt;乙&gt;\n丙\nend"),
    ("{{?people}}<{{#people}}.{{/people}}>{{/people}}", "<..>"),
    ("{{#person}}{{?pets}}pets{{/pets}}{{/person}}", ""),
    ("", ""),
  ])
  func names(source: String, expected: String) throws {
    #expect(try Self.rendered(source) == expected)
  }

  @Test func listsOfTexts() throws {
    let person = Self.person(note: "{{title}}", pets: ["猫", "a&b"])
    let source = "{{#person}}{{#pets}}<{{.}}>{{/pets}}{{#note}}{{note}}{{/note}}{{/person}}"
    // What a document says is never a template.
    #expect(try Self.rendered(source, person) == "<猫><a&amp;b>{{title}}")
  }

  @Test func bothLanguagesStandInTheTemplate() throws {
    let source = "<{{\"甲 & {乙}|A & {B}\"}}>"
    #expect(try Self.rendered(source) == "<甲 &amp; {乙}>")
    #expect(try Self.rendered(source, Self.person(), .english) == "<A &amp; {B}>")
  }

  @Test(arguments: [
    ("{{\"甲\"}}", Template.Defect.untranslated("\"甲\"")), ("{{#people}}", .unclosed("people")),
    ("{{title", .unclosed("{{title")),
    ("{{/people}}", .unopened("people")), ("{{#people}}{{/person}}", .unopened("person")),
    ("{{nothing}}", .unknown("nothing")), ("{{person.nothing}}", .unknown("nothing")),
    ("{{people}}", .unknown("people")), ("{{.}}", .unknown(".")),
  ])
  func defects(source: String, defect: Template.Defect) {
    #expect(throws: defect) { try Self.rendered(source) }
  }

  /// The quick look at bytes must say nothing else than the slow one at scalars.
  @Test func plainTextsHoldNothingToEscape() {
    var plain = 0
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if text.isPlain(as: .line) {
        plain += 1
        #expect(!scalar.isInvisible, "U+\(String(value, radix: 16))")
        #expect(text.displayWidth == scalar.displayWidth, "U+\(String(value, radix: 16))")
        #expect(("字" + text + "a").count == 3, "U+\(String(value, radix: 16))")
      }
      if "&<>\"'".unicodeScalars.contains(scalar) { #expect(!text.isPlain(as: .markup)) }
      if "\"\\".unicodeScalars.contains(scalar) { #expect(!text.isPlain(as: .json)) }
    }
    #expect(plain > 0x6000)
  }

  @Test func noneOfTheVisibleShortcutsHidesACategory() {
    for range in [0x4000..<0xA000, 0xA0..<0xAD, 0x3000..<0x3040] as [Range<UInt32>] {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
          .paragraphSeparator:
          Issue.record("U+\(String(scalar.value, radix: 16))")
        default: #expect(!scalar.properties.isDefaultIgnorableCodePoint)
        }
      }
    }
  }
}
