import Foundation
import Model
import Testing

@testable import Report

struct HostileTextTests {
  static let hostile =
    "甲\u{1B}[2J\u{202E}乙\u{7}\u{200B}</td><script>`x`**b**\n# h [l](http://e.example) www.e.example"

  /// A submission whose license holds the hostile text in every place a document can fill.
  static func report(_ hostile: String = Self.hostile) throws -> SubmissionReport {
    var report = try Specimen.report()
    report.name = hostile
    let fact = Fact(
      key: "license.name", value: .string(hostile), confidence: 0.9,
      evidence: Specimen.paper(hostile, 1, hostile))
    report.extractions[0].file = hostile
    report.extractions[0].documents[0].facts = [fact]
    report.notices = [
      Notice(file: hostile, stage: .ingest, code: .looseFile, details: ["reason": hostile])
    ]
    report.judgement.findings[2].expected?.text = hostile
    report.judgement.findings[2].arguments["license.name"] = Quotation(
      hostile, source: .value("license.name"))
    return report
  }

  @Test(arguments: [true, false])
  func noOutputHoldsAnInvisibleCharacter(usesColor: Bool) throws {
    let report = try Self.report()
    let options = Specimen.options()
    let style = TerminalStyle(usesColor: usesColor)
    var outputs = [
      JSONReport.text(of: report, options: options),
      try RunReportTests.text(.json, [report]), try RunReportTests.text(.sarif, [report]),
      try RunReportTests.text(.junit, [report]),
      // Our own line ends apart, of templates, style and script.
      try RunReportTests.text(.html, [report]),
      try HTMLReport.text(of: report, pictures: [:], options: options),
      try CorrectionsPage.text(of: report, options: options),
      // Its line ends and byte order mark apart.
      try RunReportTests.text(.csv, [report]).replacing(/\r\n|\u{FEFF}/, with: ""),
      CorrectionsReport.text(of: report, options: options),
      ExtractionReport.json(of: report.extractions, options: options),
    ]
    for text in [
      TerminalReport.text(of: report, options: options, style: style),
      TerminalReport.summary(of: [SubmissionOutline(report)], options: options, style: style),
      ExtractionReport.text(of: report.extractions, options: options, style: style),
    ] {
      // Our own colours apart, which are ESC [ digits m.
      outputs.append(text.replacing(/\u{1B}\[[0-9;]*m/, with: ""))
    }
    for text in outputs {
      let invisible = text.unicodeScalars.filter { $0.isInvisible && $0 != "\n" }
      #expect(invisible.isEmpty)
    }
  }

  @Test func invisibleCharactersAreSpelled() {
    #expect("甲\u{202E}乙\u{1B}[0m".visible == "甲⟨U+202E⟩乙⟨U+001B⟩[0m")
    #expect("a\nb\tc\u{E0041}".visible == "a⏎b⇥c⟨U+E0041⟩")
    #expect("深圳市 Ａ（é）".visible == "深圳市 Ａ（é）")
  }

  @Test func jsonKeepsTheTextWhole() throws {
    let text = JSON.string(Self.hostile).text
    let parsed = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(parsed as? String == Self.hostile)
    #expect(text.contains("\\u202e") && text.contains("\\u001b") && text.contains("</td>"))
  }

  @Test(arguments: [
    ("**b** `c` [l](u)", #"\*\*b\*\* \`c\` \[l\](u)"#),
    ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    ("snake_case _em_", #"snake_case \_em\_"#),
    ("http://e.example www.e.example", #"http\://e.example www\.e.example"#),
    ("a\n# b", "a⏎# b"), ("ends in blanks  ", "ends in blanks"),
    ("$x$ ~~y~~", #"\$x\$ \~\~y\~\~"#),
  ])
  func markdownTextIsNoMarkup(text: String, escaped: String) {
    #expect(Markdown.text(text) == escaped)
  }

  @Test(arguments: [
    ("110***002X", "`110***002X`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("", "`  `"),
  ])
  func codeSpansHoldAnyValue(text: String, span: String) {
    #expect(Markdown.code(text) == span)
  }
}
