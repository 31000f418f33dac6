import Native
import Tables
import Testing

struct WorkbookWriterTests {
  private static func cell(_ text: String, heading: String? = nil) throws -> String? {
    let sheet = WorkbookSheet(
      name: "a", heading: heading, columns: [WorkbookSheet.Column(text, width: 10)],
      rows: [[.text(text)]])
    let book = try Workbook(try WorkbookWriter.bytes(of: [sheet], creation: 0))
    return book.sheets[0].rows.last?.cells.first
  }

  /// A letter may be of one UTF-16 unit, of two, or of as many as a hostile text likes.
  @Test(arguments: [
    "a", "公", "\u{20000}", "👨‍👩‍👧‍👦", "e\u{301}\u{302}\u{303}\u{304}\u{305}", "\n",
  ])
  func whatNoCellHoldsIsCut(letter: String) throws {
    for count in [10, 16_000, 32_000, 50_000] {
      let text = "公司" + String(repeating: letter, count: count) + "x"
      let cell = try #require(try Self.cell(text, heading: text))
      #expect(cell.utf16.count <= 32_767)
      let isCut = text.utf16.count > 32_000
      #expect(cell.hasSuffix("…") == isCut && cell.hasPrefix("公司"))
    }
    // All of one letter.
    let one = try Self.cell("a" + String(repeating: "\u{301}", count: 70_000))
    #expect(one?.unicodeScalars.first == "a")
  }
}
