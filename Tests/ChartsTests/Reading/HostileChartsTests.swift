import Foundation
import Model
import Testing

@testable import Extract

/// What strangers may send instead of a chart or a contact list: each gets a notice that says why.
@Suite struct HostileChartsTests {
  /// Where charts keep their XML.
  static let parts: [(type: MediaType, part: String, root: String)] = [
    (.vsdx, "visio/pages/page1.xml", "PageContents"), (.pptx, "ppt/slides/slide1.xml", "sld"),
    (.pptx, "ppt/diagrams/data1.xml", "dataModel"), (.docx, "word/document.xml", "document"),
    (.xlsx, "xl/workbook.xml", "workbook"), (.xmind, "content.xml", "xmap-content"),
  ]

  private func read(_ bytes: [UInt8], _ type: MediaType) -> Extraction {
    var extraction = Extraction(file: "a", mediaType: type)
    let source = Source(file: "a", bytes: bytes, mediaType: type)
    SourceFamilies.all(.bare).first { $0.claims(source) }?.read(source, into: &extraction)
    return extraction
  }

  private func codes(_ text: String) -> [NoticeCode] {
    ChartSpecimens.read(Array(text.utf8)).notices.map(\.code)
  }

  /// Entities that double ten times, and one that names a file of this machine.
  static let entities = [
    "<!DOCTYPE r [<!ENTITY a \"ha\">\(expanding)]><r>&j;</r>",
    "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><r>&a;</r>",
    "<!DOCTYPE r SYSTEM \"http://127.0.0.1/x.dtd\"><r/>",
  ]
  private static let expanding = zip("abcdefghi", "bcdefghij").map { before, after in
    "<!ENTITY \(after) \"&\(before);&\(before);&\(before);&\(before);\">"
  }.joined()

  @Test(arguments: parts, entities)
  func documentTypesInPackagesAreRefused(
    place: (type: MediaType, part: String, root: String), text: String
  ) {
    let bytes = ChartBombs.package([
      (
        place.part,
        text.replacing("<r", with: "<" + place.root).replacing("</r", with: "</" + place.root)
      )
    ])
    let extraction = read(bytes, place.type)
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.map(\.code) == [Self.refusal(of: place.part)])
    #expect(extraction.notices.first?.details["reason"]?.contains("DTD") == true)
  }

  @Test(arguments: entities, [MediaType.drawio, .svg, .opml, .freeMind])
  func documentTypesInDrawingsAreRefused(text: String, type: MediaType) {
    #expect(read(Array(text.utf8), type).notices.map(\.code) == [.chartRefused])
  }

  @Test(arguments: parts)
  func packagesThatUnpackToMuchAreRefused(place: (type: MediaType, part: String, root: String)) {
    // 60 MB from 63 kB.
    let extraction = read(ChartBombs.zip(place.part, blocks: 240), place.type)
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.map(\.code) == [Self.refusal(of: place.part)])
  }

  /// A Word file may be a letter as well as a chart.
  private static func refusal(of part: String) -> NoticeCode {
    part.hasPrefix("word/") ? .wordRefused : .chartRefused
  }

  /// Four pages of 10 MB each: what counts is all of them.
  @Test func drawIOPagesThatUnpackToMuchAreRefused() {
    let packed = Data(ChartBombs.deflated(blocks: 150)).base64EncodedString()
    let text = "<mxfile><diagram>\(packed)</diagram></mxfile>"
    let extraction = read(Array(text.utf8), .drawio)
    #expect(extraction.notices.map(\.code) == [.chartRefused])
  }

  @Test func elementsInOneAnotherEnd() {
    let deep = String(repeating: "<node TEXT=\"部\">", count: 100_000)
    let extraction = read(Array(("<map version=\"1\">" + deep).utf8), .freeMind)
    #expect(extraction.notices.map(\.code) == [.chartDamaged])
  }

  @Test(arguments: [
    "graph TD\n a[市场部] --> b[研发部]\n b --> c[财务部]\n c --> a\n",
    "graph TD\n a[总部] --> b[市场部]\n a --> c[研发部]\n b --> d[品牌组]\n c --> d\n",
  ])
  func connectorsInACircleAreNoticed(text: String) {
    let extraction = ChartSpecimens.read(Array(text.utf8))
    #expect(extraction.documents.map(\.kind) == [.orgChart])
    #expect(extraction.notices.map(\.code) == [.chartLinkLeftOut])
  }

  @Test func cyclesOfDrawingsAreNoticedToo() {
    let links = [("a", "b"), ("b", "c"), ("c", "a")].map { from, to in
      "<mxCell id=\"\(from)\(to)\" edge=\"1\" parent=\"1\" source=\"\(from)\" target=\"\(to)\"/>"
    }.joined()
    let boxes = ["a": "市场部", "b": "研发部", "c": "财务部"].sorted { $0.key < $1.key }.map { id, name in
      "<mxCell id=\"\(id)\" value=\"\(name)\" vertex=\"1\" parent=\"1\"/>"
    }.joined()
    let text =
      "<mxfile><diagram><mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>\(boxes)\(links)</root></mxGraphModel></diagram></mxfile>"
    #expect(codes(text) == [.chartLinkLeftOut])
  }

  /// Who stands alone on a chart is a defect; the name is nobody's business in every report.
  @Test func defectsDoNotNamePeople() {
    let hierarchy = ChartSpecimens.read(
      Array("graph TD\n a[总部] --> b[市场部]\n c[欧阳晓星]\n".utf8)
    ).documents.first?.hierarchy
    #expect(hierarchy?.defects.map(\.text) == ["orphan: 欧***"])
  }

  @Test func hugeCellsAreLeftOut() {
    let huge = String(repeating: "长", count: 3_500_000)
    let csv = ChartSpecimens.read(Array("部门,上级部门\n总部,\n市场部,总部\n\(huge),总部\n".utf8))
    #expect(csv.notices.map(\.code) == [.cellTooLong])
    #expect(csv.notices.first?.details["row"] == "4")
    #expect(csv.documents.first?.hierarchy?.nodes.map(\.name) == ["总部", "市场部"])
    let book = read(
      workbook("<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>\(huge)</t></is></c></row>"), .xlsx)
    #expect(book.notices.map(\.code) == [.cellTooLong])
    #expect(book.documents.first?.hierarchy?.nodes.map(\.name) == ["总部", "市场部"])
  }

  @Test func formulasLinksAndMacrosAreNotFollowed() {
    let bytes = workbook(
      "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1\")</f><v>研发部</v></c><c r=\"B4\" t=\"str\"><f>A2</f><v>总部</v></c></row>",
      others: [("xl/externalLinks/externalLink1.xml", "<x/>"), ("xl/vbaProject.bin", "x")])
    let book = read(bytes, .xlsx)
    #expect(book.notices.map(\.code) == [.formulasNotComputed, .linksNotFollowed, .macrosNotRun])
    #expect(book.documents.first?.hierarchy?.nodes.map(\.name) == ["总部", "市场部", "研发部"])
  }

  private func workbook(
    _ rows: String, others: [(name: String, text: String)] = []
  ) -> [UInt8] {
    func cells(_ row: Int, _ texts: [String]) -> String {
      let cells = zip("AB", texts).map { column, text in
        "<c r=\"\(column)\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }.joined()
      return "<row r=\"\(row)\">\(cells)</row>"
    }
    return ChartBombs.package(
      [
        (
          "xl/workbook.xml",
          "<workbook><sheets><sheet name=\"1\" sheetId=\"1\"/></sheets></workbook>"
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>\(cells(1, ["部门", "上级部门"]))\(cells(2, ["总部"]))\(cells(3, ["市场部", "总部"]))\(rows)</sheetData></worksheet>"
        ),
      ] + others)
  }

  /// Bytes of no encoding that charts come in, and XML that says another one than it is in.
  @Test func wrongEncodingsAreNoticed() {
    let gbk: [UInt8] = [0xCA, 0xD0, 0xB3, 0xA1, 0xB2, 0xBF]
    let head = Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><opml version=\"2.0\"><body><outline text=\"".utf8)
    let lie = read(head + gbk + Array("\"/></body></opml>".utf8), .opml)
    #expect(lie.notices.map(\.code) == [.chartDamaged])
    let truth = Array(
      "<?xml version=\"1.0\" encoding=\"GBK\"?><opml version=\"2.0\"><body><outline text=\"".utf8)
    let right = read(truth + gbk + Array("\"/></body></opml>".utf8), .opml)
    #expect(right.documents.first?.hierarchy?.nodes.map(\.name) == ["市场部"])
    // Neither UTF-8 nor GB 18030 beyond the first glance.
    let filler = String(repeating: "市场部,总部\n", count: 400)
    let broken = Array("部门,上级部门\n\(filler)".utf8) + [0xFF, 0xFF, 0xFE, 0x0A]
    #expect(MediaType(sniffing: broken) == .text)
    #expect(ChartSpecimens.read(broken).documents.isEmpty)
  }
}
