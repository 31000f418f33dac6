import Foundation
import Model
import Native
import Testing

@testable import Extract

/// Spreadsheets that are called `.xls`: the old format, a page, XML, and plain text.
@Suite struct OldWorkbookTests {
  /// Invented members in a workbook of BIFF8, packed by raw deflate, in base64.
  ///
  /// A title stands above the header, telephone numbers are numbers or texts, and a formula makes a name.
  private static let members = """
    7VhfSFNhFP99997NTbe5mRYVmBiVmZVZRAg1E/oDlagJWpm15VriWmFGZVCWCUFIg+gvvQi99GJJ0R/qoaCHHgIzH4Io0EIY9BQURKjrfOfeLW\
    c+KJVU3DO+851zvnN+37n3+7v7ssfT39k9awBjaA1UjMTssI6yCSr2uOIGtcdiUozXNioxk/4psttoIK0WPHK+SJFjKMd7AApua0+JA++p1OIg\
    yg6EAzlTSKWcg0/IHFYTF7hOFhdmclYZzPcwn8b8Fns+Zl7Clg7mq8m3X2xHj7csf5Uxi2uUXG5zQeLe55g3bFmGLDyXs/hkROi+FqxtavCF/s\
    6GbM2BG6Bx2xAIB5p8oX5k0gDewJdYDvA5vlKf5Jj2qbULkP1rsj1lHPsFRQNaEdvNE7wdDnRrskURbn9N1RBcYhpPcMAJUYRCFGElQTTX5dBM\
    XUaSLTi041sFBfdtc1ZRFY1EL1K1ubWzkqpN/uIgVV2R7uMqxOXg4JG3520Qc/beCfUea/UvBZVgNKLpcT0nrM20F4QawiW+xYGjvv0HQ4Ele8\
    IUee7Q1r3t+xw/Ry5F5tHerc9OkM/gzrQWW10aLaHlqwoLmRV5gCO+cHAs3OEOlA1UJCWi1BVXRyNJptyOzspoJAlwRao8gHjDcidtWE5eyA7i\
    9Uhn2cPL2U1H0tDNT6+2+Mu9u9jSyoeUfpTNk28fMZySERTsQhwPtMCAfI5YxPw0o85meRbzTPKhen55liGsb2OfM9w6n/pZztTnXTBKziO5/W\
    PFg+z2D96FJHdtGGjJ7Hrt7UQuHa31FC9/bSgQBeLaVUkPvfFaGNveO+Yzf9oCbYrbeLaYcV6nYxipLHqYSw/BT5fsIdhDcl2Lvz9dU0hTE5pK\
    mpbQNNIsBrIyDrLCyFbDXx+ZlIQmkeV4qIrcilXO8mxe4117qd4u0e0GujoOusroqQaeyuhpCU2iOxKaRHcmNInsMpDl02hjkDVGTjf8NUZ2G5\
    lqRqZXOFOJYBmDYMVctunvTV6K9CYnZgix8dIMRaTXRi/ZJLSFoT1GRxaGzpD3LyUD9+Tbo9PsB6XCJJNMMskkk0wy6VdJXvrkNUPlK4x+8ZXX\
    tRTju84wlRHzM8l/S5U4QL9m+i+5DmGqm3BsUvNnOiwijiUmGBP/XiipmnpvQiP8nEfjpOcv/SUSo59nwoHu37eEJtv/yGTy/MP9fwc=
    """
  /// A chart as a list of departments and those above them, likewise.
  private static let chart = """
    7VhNSFRRFP7ue29+82fGxkADG4yszBbRJgKdCspNDZqBIdGkaRIOGkOLbGFT6lIYiIKijSBEGysC+yWSWrQITFsEQaC1EVoFBS7U1zln7kxas3\
    CgxOJ9j3vuueee797z3v159723E8Hp4fvlM/gFdTCxaPvgXmJTlHyZQgBUb9usZnIvJdvBPwWflwbS7cLTwjceHkMe7xkYuGeNkwQ+UTqBc4j2\
    dHeEVxEHJIZWxTHUklS4RZYilElUJSJPi1wv8q54PhO5TyxDImvJd1q1YCISrd6jZ/Fxo1LqisDtPhTOB7HsQile8yy+lFJpXxf2J862xtdmRY\
    VVgBHQuNV3dHckWuPTCNEAjuC7HQa+ZVbqi7BjX127Atnnlts9OexXDQtIwj4lE3wQBVgwucZQY50DnfNowTq9rVL9bGr2mgXlj97uY9WE2jS0\
    eehJ1EvKmQfxyd5km6+z4Xq8ca6J6oyTe5tnU0QLx3xRKo8fO5x41Uf80IXJpp3RlzE/b+ay+APLFn+hLIoCku0oFj0oSyNAcczf+Tp1pK0hEh\
    NLUiJLvxa28J3AxmVmELlIalwi+ZaqhbFD5BVpdaPo5SJD5El5VUOpVg71i8+A1FZRP7sF7yJbl+jbSB/80vioYvBzZDvpo/UzF0Oj7yPDqKTX\
    VDvx+epHjapRN28wHkcyudJbyEeRZb9tJ14joGO39buvGAvwixoUmS7x01HZkqGfFbNVDrYSNj+P51JiNjPY38jhb4i/pdtPj4WZLXFvLt2bmY\
    NtCtut/U1hc1vKcFOJ2cy0cjAtYXo008r2y0xLmHVGCcY4PNpsf8IPBw4cOHDgwIEDB2scSo6t6UO6pY/sfGT06P86C5QWnd8k/y2Oooeu8/Rh\
    ehDdlCfQm9f82QCXyrSlVsjJ/C9kNFPvCXShTeLoynv+0mecWno/KyYG/twSyrf/xXzi/Mv9/wA=
    """

  private static func workbook(_ packed: String) throws -> [UInt8] {
    let bytes = try #require(Data(base64Encoded: packed, options: .ignoreUnknownCharacters))
    return try RawInflate.unpacked([UInt8](bytes), limit: 1 << 20)
  }

  private static func read(_ bytes: [UInt8]) -> Extraction {
    let type = MediaType(sniffing: bytes)
    let source = Source(file: "通讯录.xls", bytes: bytes, mediaType: type)
    var extraction = Extraction(file: "通讯录.xls", mediaType: type)
    SourceFamilies.bare.first { $0.claims(source) }?.read(source, into: &extraction)
    return extraction
  }

  private static func facts(_ extraction: Extraction) -> [String: Value] {
    let facts = extraction.documents.flatMap(\.facts).map { ($0.key, $0.value) }
    return Dictionary(facts, uniquingKeysWith: { first, _ in first })
  }

  private static func list(_ texts: String...) -> Value { .list(texts.map(Value.string)) }

  @Test func membersOfTheOldFormatAreRead() throws {
    let extraction = Self.read(try Self.workbook(Self.members))
    #expect(extraction.mediaType == .xls)
    let facts = Self.facts(extraction)
    #expect(facts["contacts.count"] == .int(4))
    #expect(facts["contacts.departments"] == Self.list("星河科技", "技术部", "研发组", "市场部", "财务部"))
    #expect(facts["contacts.positions"] == Self.list("部门经理", "工程师"))
    // The program that wrote the formula stored no result.
    #expect(facts["contacts.defects"] == Self.list("name_missing: 1 (rows 6)"))
  }

  @Test func chartOfTheOldFormatIsRead() throws {
    let facts = Self.facts(Self.read(try Self.workbook(Self.chart)))
    #expect(facts["org.root"] == .string("星河科技有限公司"))
    #expect(facts["org.departments"] == Self.list("市场部", "品牌组", "研发中心"))
  }

  /// Damaged anywhere it gives facts or a notice, and says what to do.
  @Test func damagedOnesAreRefusedWithOneAdvice() throws {
    let bytes = try Self.workbook(Self.members)
    for length in [600, 1_536, 4_000, bytes.count - 600] {
      let extraction = Self.read(Array(bytes.prefix(length)))
      // Without its directory it is no longer known as a workbook.
      guard extraction.documents.isEmpty, extraction.mediaType == .xls else { continue }
      #expect(extraction.notices.map(\.code) == [.spreadsheetUnread], "\(length)")
    }
    var broken = bytes
    for place in 512..<1_024 { broken[place] = 0xFF }
    let extraction = Self.read(broken)
    #expect(extraction.notices.map(\.code) == [.spreadsheetUnread])
    #expect(extraction.notices.allSatisfy { $0.message.chinese.contains("另存为 .xlsx") })
  }

  private static let rows = [
    ["姓名", "部门", "手机"], ["林知远", "星河科技/技术部", "13800138001"],
    ["王晓梅", "星河科技/市场部", "13800138002"],
  ]

  /// What web systems export under that name.
  @Test(arguments: [
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><body>TABLE</body></html>",
    "TABLE", "<meta http-equiv=\"Content-Type\" content=\"text/html\">\nTABLE",
    "<!-- exported -->\n<html><body>TABLE</body></html>",
  ])
  func pagesAreRead(page: String) {
    let table =
      "<table border=1>"
      + Self.rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
      + "</table>"
    let extraction = Self.read(Array(page.replacing("TABLE", with: table).utf8))
    #expect(extraction.mediaType == .html)
    #expect(Self.facts(extraction)["contacts.count"] == .int(2))
    #expect(Self.facts(extraction)["contacts.departments"] == Self.list("星河科技", "技术部", "市场部"))
  }

  @Test func xmlSpreadsheetsAreRead() {
    let body = Self.rows.map { row in
      "<Row>" + row.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
    }.joined()
    let text = """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="成员"><Table>\
      <Row ss:Index="1"><Cell ss:MergeAcross="2"><Data ss:Type="String">成员一览</Data></Cell></Row>\
      <Row ss:Index="3"/>\(body)</Table></Worksheet></Workbook>
      """
    let facts = Self.facts(Self.read(Array(text.utf8)))
    #expect(facts["contacts.count"] == .int(2))
  }

  @Test func textUnderThatNameIsRead() {
    let text = Self.rows.map { $0.joined(separator: "\t") }.joined(separator: "\r\n")
    #expect(Self.facts(Self.read(Array(text.utf8)))["contacts.count"] == .int(2))
  }
}
