import CEL
import Model
import Testing

@testable import Editor

@Suite struct DocumentTextTests {
  private static func at(_ line: Int, _ column: Int) -> TextPosition {
    TextPosition(line: line, column: column)
  }

  @Test(arguments: [
    ("a\nb", 2), ("a\r\nb\r\n", 3), ("a\rb", 2), ("", 1), ("规则\u{2028}x", 1),
  ])
  func linesEndAsTheProtocolSays(text: String, count: Int) {
    #expect(DocumentText(text).lines.count == count)
  }

  @Test func rangesAreReplacedOverLines() {
    let text = DocumentText("id: 甲\ntitle: 乙\nend")
    let range = SourceRange(start: Self.at(1, 5), end: Self.at(2, 8))
    #expect(text.text(in: range) == "甲\ntitle: ")
    #expect(text.replacing(range, by: "x\ny").text == "id: x\ny乙\nend")
  }

  @Test(arguments: PositionEncoding.allCases)
  func unitsGoThereAndBack(encoding: PositionEncoding) {
    let line = "𠮷野家 名称: é"
    for count in 0...line.unicodeScalars.count {
      let units = encoding.units(of: count, in: line)
      #expect(encoding.scalars(before: units, in: line) == count)
    }
  }

  @Test func aPlaceInsideOfASurrogatePairIsItsStart() {
    #expect(PositionEncoding.utf16.scalars(before: 1, in: "𠮷野") == 0)
    #expect(PositionEncoding.utf16.units(of: 1, in: "𠮷野") == 2)
    #expect(PositionEncoding.utf8.units(of: 2, in: "𠮷野") == 7)
  }
}
