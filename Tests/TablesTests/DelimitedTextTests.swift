import Testing

@testable import Tables

@Suite struct DelimitedTextTests {
  @Test(arguments: [
    ("部门,上级部门\n市场部,总部\n", ","), ("部门\t上级部门\n市场部\t总部\n", "\t"), ("部门;上级\nA;B\n", ";"),
    ("部门,上级;部门\r\n市场部,总部\r\n研发部,总;部;门\r\n", ","),
    ("须知一\n须知二\n姓名,部门,手机\n张三,市场部,13800000000\n", ","),
  ])
  func findsTheDelimiter(text: String, expected: String) {
    #expect(DelimitedText.delimiter(of: text) == Character(expected))
  }

  @Test func plainProseHasNoDelimiter() {
    #expect(DelimitedText.delimiter(of: "一\n二\n三\n") == nil)
  }

  @Test func keepsQuotedDelimitersAndLineBreaks() {
    let (sheet, remarks) = DelimitedText.sheet(
      "a,\"b,\"\"c\"\"\nd\"\r\n\r\n,,\ne,f,,\n", delimiter: ",")
    #expect(remarks.isEmpty)
    #expect(sheet.rows.map(\.cells) == [["a", "b,\"c\"\nd"], ["e", "f"]])
    #expect(sheet.rows.map(\.number) == [1, 5])
  }

  @Test(arguments: [
    ("|a|b|\n|---|:-:|\n|c|-|\n", [["", "a", "b"], ["", "c", "-"]]),
    ("a|b\n:--|--:\n", [["a", "b"]]),
    ("a|b\n--|-x\n", [["a", "b"], ["--", "-x"]]),
  ])
  func leavesOutRulersOfMarkdown(text: String, expected: [[String]]) {
    #expect(DelimitedText.sheet(text, delimiter: "|").sheet.rows.map(\.cells) == expected)
    // Of other tables a row of dashes is a row.
    #expect(DelimitedText.sheet("a,b\n--,--\n", delimiter: ",").sheet.rows.count == 2)
  }

  @Test(arguments: [
    ("a,b\n1,\"未完\n2,x\n", [["a", "b"], ["1", "\"未完"], ["2", "x"]]),
    ("\"", [["\""]]), ("a,\"b", [["a", "\"b"]]),
  ])
  func aQuoteThatIsNeverClosedSwallowsNoRows(text: String, rows: [[String]]) {
    let (sheet, remarks) = DelimitedText.sheet(text, delimiter: ",")
    #expect(sheet.rows.map(\.cells) == rows)
    let line = rows.count > 1 ? 2 : 1
    #expect(remarks == [.unclosedQuote(row: line)])
  }

  @Test func manyOpenQuotesCostOneMorePass() {
    let text = String(repeating: "\"a,\n", count: 20_000) + "\""
    let (sheet, remarks) = DelimitedText.sheet(text, delimiter: ",")
    #expect(remarks.count <= 1)
    #expect(!sheet.rows.isEmpty)
  }

  @Test func cutsAtItsLimits() {
    var limits = TableLimits()
    limits.rows = 1
    limits.cellSize = 3
    let (sheet, remarks) = DelimitedText.sheet("abcd,e\nf\n", delimiter: ",", limits: limits)
    #expect(sheet.rows.map(\.cells) == [["", "e"]])
    #expect(remarks == [.cellTooLong(row: 1), .cut])
  }

  @Test(
    arguments: [
      [0xB2, 0xBF, 0xC3, 0xC5], [0xFF, 0xFE, 0xE8, 0x90, 0xE8, 0x95],
      [0xEF, 0xBB, 0xBF, 0xE9, 0x83, 0xA8, 0xE9, 0x97, 0xA8], [0xFE, 0xFF, 0x90, 0xE8, 0x95, 0xE8],
    ] as [[UInt8]])
  func decodesWhatChineseDesktopsWrite(bytes: [UInt8]) {
    #expect(PlainText.decoded(bytes) == "部门")
  }

  @Test(arguments: [[0xB2], [0x00, 0x41], [0xFF, 0xFE, 0x00]] as [[UInt8]])
  func refusesOtherBytes(bytes: [UInt8]) {
    #expect(PlainText.decoded(bytes) == nil)
  }
}
