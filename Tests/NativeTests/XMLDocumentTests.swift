import Specimens
import Testing

@testable import Native

@Suite struct XMLDocumentTests {
  private let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a comment --><o:文档 xmlns:o="http://www.ofdspec.org/2016" 名称="A&amp;B&#x4E2D;">
      <o:页 ID="1">前<b/><![CDATA[<中>]]>后</o:页>
    </o:文档>
    """

  @Test func elementsAttributesAndTextsComeAsValues() throws {
    let root = try XMLDocument.root(of: Array(sample.utf8))
    #expect(root.name == "文档" && root.namespace == "http://www.ofdspec.org/2016")
    #expect(root["名称"] == "A&B中" && root["ID"] == nil)
    let page = try #require(root.first("页"))
    #expect(page.text == "前<中>后" && page["ID"] == "1" && page.line == 3)
    #expect(page.elements.map(\.name) == ["b"] && root.elements("页") == [page])
  }

  @Test(arguments: [
    #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#,
    #"<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>"#,
    #"<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/p">%p;]><a/>"#,
    #"<!DOCTYPE a><a/>"#,
    #"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>"#,
  ])
  func documentTypesAreRefused(text: String) {
    #expect(throws: XMLRefusal.hasDocumentType) { try XMLDocument.root(of: Array(text.utf8)) }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(throws: XMLRefusal.hasDocumentType) { try XMLDocument.root(of: wide) }
  }

  @Test(arguments: [
    "", "text", "<a>", "<a></b>", "<a>&nbsp;</a>", "<a b='1' b='2'/>",
  ])
  func whatIsNotWellFormedIsRefusedWithTheReason(text: String) {
    do throws(XMLRefusal) {
      _ = try XMLDocument.root(of: Array(text.utf8))
      Issue.record("it was read")
    } catch {
      guard case .malformed(let reason, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(!reason.isEmpty && !reason.contains("\n"))
    }
  }

  @Test func limitsHold() throws {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(throws: XMLRefusal.self) { try XMLDocument.root(of: Array(deep.utf8)) }
    let wide = "<a>" + String(repeating: "<b/>", count: 100) + "</a>"
    #expect(throws: XMLRefusal.tooManyNodes(limit: 50)) {
      try XMLDocument.root(of: Array(wide.utf8), limits: XMLLimits(nodes: 50))
    }
    #expect(throws: XMLRefusal.tooLarge(limit: 10)) {
      try XMLDocument.root(of: Array(wide.utf8), limits: XMLLimits(bytes: 10))
    }
    let root = try XMLDocument.root(of: Array(wide.utf8), limits: XMLLimits(nodes: 101))
    #expect(root.elements.count == 100)
  }

  @Test func chineseEncodingsAreRead() throws {
    let declared = Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8)
    let root = try XMLDocument.root(of: declared + [0xB9, 0xAB, 0xD5, 0xC2] + Array("</a>".utf8))
    #expect(root.text == "公章")
    #expect(ChineseTextDecoding.gb18030([0xB9, 0xAB, 0xD5, 0xC2, 0x61]) == "公章a")
    #expect(ChineseTextDecoding.gb18030([0xB9]) == nil)
    #expect(ChineseTextDecoding.gb18030([]) == "")
  }

  @Test func mutatedDocumentsNeverCrash() {
    var dice = Dice(seed: 5, stream: 0)
    for _ in 0..<300 {
      let bytes = dice.mutated(Array(sample.utf8))
      do throws(XMLRefusal) {
        #expect(try XMLDocument.root(of: bytes).name.isEmpty == false)
      } catch {
        #expect(error != .hasDocumentType)
      }
    }
  }
}
