import Model
import Testing

@testable import Report

struct LayoutTests {
  @Test(arguments: [
    ("abc", 3), ("深圳", 4), ("Ａ１", 4), ("（）", 4), ("()", 2), ("é", 1), ("e\u{301}", 1),
    ("ﾊ", 1), ("한글", 4), ("\u{1100}\u{1161}", 2), ("“”…·", 4), ("😀", 2), ("①", 1), ("𠮷", 2),
    ("", 0), ("\u{200B}", 0), ("、。", 4),
  ])
  func displayWidths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func linesBreakAtSpacesAndBetweenWideCharacters() {
    #expect(Wrapping.lines(of: "one two three", width: 8) == ["one two", "three"])
    #expect(Wrapping.lines(of: "营业执照名称", width: 8) == ["营业执照", "名称"])
    #expect(Wrapping.lines(of: "营业执照，名称", width: 8) == ["营业执", "照，名称"])
    #expect(Wrapping.lines(of: "abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
    #expect(Wrapping.lines(of: "", width: 4) == [""])
  }

  @Test(arguments: [40, 60, 100])
  func noLineOfTextIsWiderThanThePage(width: Int) throws {
    let message = String(repeating: "营业执照名称与申报 name ", count: 12)
    var page = TerminalPage(style: TerminalStyle(width: width))
    page.paragraph(message, indent: 2)
    page.entry(indent: 2, label: "应为", labelWidth: nil, message)
    for line in page.text.split(separator: "\n") {
      #expect(String(line).displayWidth <= width)
    }
  }

  @Test func caretsStandUnderWideCharacters() {
    let marked = MarkedText(Array("星河a\u{200B}技"), differs: [false, true, false, true, true])
    let lines = MarkedLines(marked, width: 60).lines
    #expect(lines == [.init(text: "星河a⟨U+200B⟩技", carets: "  ^^ ^^^^^^^^^^")])
  }

  @Test func longTextsShowOnlyWhatDiffers() {
    let text = String(repeating: "甲", count: 100)
    let marked = MarkedText(Array(text), differs: (0..<100).map { $0 == 70 })
    let lines = MarkedLines(marked, width: 20).lines
    #expect(lines.map(\.text.count) == [10, 1, 10, 1])
    #expect(lines.map(\.carets) == ["", "", "^^", ""])
  }

  @Test func colourChangesNoWord() throws {
    let report = try Specimen.report()
    let options = Specimen.options()
    let plain = TerminalReport.text(of: report, options: options, style: TerminalStyle())
    let coloured = TerminalReport.text(
      of: report, options: options, style: TerminalStyle(usesColor: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[31;1m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
