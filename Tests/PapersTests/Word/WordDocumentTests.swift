import Model
import Native
import Recognition
import Specimens
import Testing

@testable import Papers

/// What of a Word document is its text, and what is none.
@Suite struct WordDocumentTests {
  private func lines(_ body: String) throws -> [String] {
    var document = WordDocument()
    document.add(
      try XMLDocument.root(
        of: Array("<w:document xmlns:w=\"urn:w\"><w:body>\(body)</w:body></w:document>".utf8)))
    return WordLayer(document).lines.map(\.line.text)
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  @Test func deletedAndHiddenTextIsNotShown() throws {
    let shown = try lines(
      "<w:p>\(run("授权"))<w:del>\(run("委托"))</w:del><w:ins>\(run("单位"))</w:ins>"
        + run("某某", "<w:vanish/>") + run("名称", "<w:vanish w:val=\"0\"/>")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>")
    #expect(shown == ["授权单位名称"])
  }

  @Test func tablesTextBoxesAndFormFields() throws {
    let cell = { (text: String) in "<w:tc><w:p>\(run(text))</w:p></w:tc>" }
    let shown = try lines(
      "<w:tbl><w:tr>\(cell("被授权人"))\(cell("林知远"))</w:tr></w:tbl>"
        + "<w:p>\(run("正文"))<w:r><w:pict><w:textbox><w:txbxContent><w:p>\(run("框内"))</w:p>"
        + "</w:txbxContent></w:textbox></w:pict></w:r></w:p>"
        + "<w:p>\(run("单位："))<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + "\(run("单击输入"))</w:sdtContent></w:sdt></w:p>")
    #expect(shown == ["被授权人", "林知远", "正文", "框内", "单位：____"])
  }

  @Test func partsThatNoLetterNeedsAreRefused() {
    let types = ("[Content_Types].xml", "<Types/>")
    let entity = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w>&a;</w>"
    #expect(throws: WordPackage.Refusal.self) {
      try WordPackage(ZipBytes.archive(texts: [types, ("word/document.xml", entity)]))
    }
    #expect(throws: WordPackage.Refusal.self) {
      try WordPackage(ZipBytes.archive(texts: [types, ("word/other.xml", "<w/>")]))
    }
    #expect(throws: WordPackage.Refusal.self) { try WordPackage(Array("PK".utf8)) }
  }
}
