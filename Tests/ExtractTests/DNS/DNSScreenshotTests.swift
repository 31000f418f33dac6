import Model
import ReadingBench
import Testing

@testable import Papers

/// Lines of pages as OCR gives them.
@Suite struct DNSScreenshotTests {
  private static func facts(_ page: HandPage, method: EvidenceMethod = .ocr) throws -> (
    facts: [String: Fact], notices: [NoticeCode]
  ) {
    let loaded = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")
    let material = try #require(loaded.catalogue?.materials.first)
    let found = page.read(as: material, method: method, width: 1_500)
    let facts = found.documents.filter { $0.kind == .dnsRecords }.flatMap(\.facts)
    return (
      Dictionary(facts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }),
      found.notices.map(\.code)
    )
  }

  private static var console: HandPage {
    var page = HandPage()
    page.write("域名：xinghe-demo.cn", x: 40, y: 40)
    for (x, word) in [(40.0, "主机记录"), (200, "记录类型"), (360, "记录值"), (1_200, "MX优先级")] {
      page.write(word, x: x, y: 100)
    }
    let rows = [
      ["@", "MX", "mxbiz1.qq.com", "5"], ["@", "TXT", "v=spf1 include：spf.mail.qq.com ~all", ""],
      ["_dmarc", "TXT", "v=DMARC1; p=quarantine;", ""],
      ["", "", "rua=mailto:d@xinghe-demo.cn", ""],
    ]
    for (number, row) in rows.enumerated() {
      for (x, cell) in zip([40.0, 200, 360, 1_200], row) where !cell.isEmpty {
        page.write(cell, x: x, y: 150 + Double(number) * 50)
      }
    }
    return page
  }

  @Test func aConsoleIsReadByItsColumns() throws {
    let (facts, notices) = try Self.facts(Self.console)
    #expect(facts["dns.domain"]?.value == .string("xinghe-demo.cn"))
    #expect(facts["dns.mx"]?.value == .list([.string("mxbiz1.qq.com")]))
    // The wrapped value goes on; a full-width colon stays one.
    #expect(facts["dns.dmarc_reports"]?.value == .list([.string("d@xinghe-demo.cn")]))
    #expect(facts["dns.spf"]?.value == .string("v=spf1 include：spf.mail.qq.com ~all"))
    #expect(notices.isEmpty)
    // Nothing says that the screen shows all records.
    #expect(facts["dns.mta_sts"] == nil)
  }

  @Test func pixelsAreTrustedLeast() throws {
    for fact in try Self.facts(Self.console).facts.values {
      #expect(fact.confidence <= 0.8, "\(fact.key)")
      #expect(fact.evidence.allSatisfy { $0.method == .ocr && $0.box != nil && $0.page == 0 })
    }
    // The text layer of a PDF is text.
    let facts = try Self.facts(Self.console, method: .textLayer).facts
    #expect(facts["dns.mx"]?.confidence == 1)
  }

  @Test func aTerminalIsReadLineByLine() throws {
    var page = HandPage()
    let lines = [
      "C:\\>nslookup -qt=txt xinghe-demo.cn", "服务器:  UnKnown", "Address:  192.168.1.1", "非权威应答:",
      "xinghe-demo.cn  text =", "“v=spf1 include:spf.mail.qq.com -all”",
    ]
    for (number, line) in lines.enumerated() {
      page.write(line, x: 40, y: 40 + Double(number) * 40)
    }
    let facts = try Self.facts(page).facts
    #expect(facts["dns.spf"]?.value == .string("v=spf1 include:spf.mail.qq.com -all"))
    #expect(facts["dns.spf"]?.evidence.first?.raw?.contains("text =") == true)
  }
}
