import Model
import Testing

@testable import Extract

@Suite struct OrganizationChartTests {
  @Test(arguments: ChartSpecimens.texts)
  func everyFormatSaysTheSame(format: String, text: String) {
    let extraction = ChartSpecimens.read(Array(text.utf8))
    #expect(extraction.documents.map(\.kind) == [.orgChart])
    #expect(ChartSpecimens.shown(extraction.documents.first?.hierarchy) == ChartSpecimens.expected)
    #expect(extraction.notices.isEmpty)
  }

  @Test(arguments: ChartSpecimens.texts, ["\r\n", "\r"])
  func linesEndInAnyWay(specimen: (format: String, text: String), end: String) {
    let text = specimen.text.replacing("\n", with: end)
    let hierarchy = ChartSpecimens.read(Array(text.utf8)).documents.first?.hierarchy
    #expect(ChartSpecimens.shown(hierarchy) == ChartSpecimens.expected)
  }

  @Test func readsGBK() {
    // 部门,上级部门 / 总部, / 市场部,总部
    let bytes: [UInt8] = [
      0xB2, 0xBF, 0xC3, 0xC5, 0x2C, 0xC9, 0xCF, 0xBC, 0xB6, 0xB2, 0xBF, 0xC3, 0xC5, 0x0A,
      0xD7, 0xDC, 0xB2, 0xBF, 0x2C, 0x0A, 0xCA, 0xD0, 0xB3, 0xA1, 0xB2, 0xBF, 0x2C, 0xD7, 0xDC,
      0xB2, 0xBF, 0x0A,
    ]
    let hierarchy = ChartSpecimens.read(bytes).documents.first?.hierarchy
    #expect(ChartSpecimens.shown(hierarchy) == ["总部 <", "市场部 < 总部"])
  }

  @Test func packedPagesOfDrawIO() {
    // "%3CmxGraphModel%3E...": deflated by zlib, base64.
    let packed =
      "hY/BDsIgEER/hXg0aaB8QLFejDcv3ki7KU2gS+hW69+7gDVejBfIzDxmQFszbKcIq+vyrTO7irnKHc3wOuaD8hqiElL6dg=="
    let text = "<mxfile><diagram>\(packed)</diagram></mxfile>"
    let extraction = ChartSpecimens.read(Array(text.utf8))
    // Cut off: a notice, and nothing invented.
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.map(\.code) == [.chartDamaged])
  }

  @Test(arguments: [
    "$ORIGIN example.com.\n@ IN MX 10 mx.example.com.\n@ IN TXT \"v=spf1 -all\"\n",
    "会议纪要\n一、时间\n二、地点\n我们讨论了市场部的工作。\n", "{\"mx\": [\"a\", \"b\"], \"spf\": \"v=spf1\"}",
    "a,b\n1,2\n3,4\n", "姓名：张三\n电话：13800000000\n", "graph theory is fun\n", "",
  ])
  func otherTextsAreNotClaimed(text: String) {
    let source = Source(file: "a.txt", bytes: Array(text.utf8), mediaType: .text)
    #expect(
      !SourceFamilies.all(.bare).contains { $0.claims(source) && $0.read(source) == .orgChart })
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY x \"y\">]><mxfile><diagram/></mxfile>", NoticeCode.chartRefused),
    ("<mxfile><diagram><mxGraphModel></mxfile>", .chartDamaged),
    ("<mxfile><diagram>!!!!</diagram></mxfile>", .chartDamaged), ("<mxfile/>", .chartMissing),
    ("<opml version=\"2.0\"><head/></opml>", .chartMissing),
  ])
  func damagedDrawingsAreNoticed(text: String, code: NoticeCode) {
    let bytes = Array(text.utf8)
    var extraction = Extraction(file: "a", mediaType: .drawio)
    let type: MediaType = text.contains("<opml") ? .opml : .drawio
    DiagramFamily(.bare).read(Source(file: "a", bytes: bytes, mediaType: type), into: &extraction)
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.map(\.code) == [code])
  }

  @Test func oddChartsAreDefectsNotErrors() {
    let text = """
      graph TD
      a[总部] --> b[市场部]
      a --> c[市场部]
      d[甲部] --> e[乙部]
      e --> d
      f[行政部] --> g[后勤组]
      """
    let hierarchy = ChartSpecimens.read(Array(text.utf8)).documents.first?.hierarchy
    #expect(
      hierarchy?.defects.map(\.kind) == [.cycle, .severalRoots, .duplicateSiblings])
  }

  @Test func arrowsFromBelowAreTurned() {
    let text = "graph BT\n市场部 --> 总部\n研发部 --> 总部\n"
    let hierarchy = ChartSpecimens.read(Array(text.utf8)).documents.first?.hierarchy
    #expect(ChartSpecimens.shown(hierarchy) == ["总部 <", "市场部 < 总部", "研发部 < 总部"])
  }
}

extension SourceFamily {
  fileprivate func read(_ source: Source) -> MaterialKind? {
    var extraction = Extraction(file: source.file, mediaType: source.mediaType)
    read(source, into: &extraction)
    return extraction.documents.first?.kind
  }
}
