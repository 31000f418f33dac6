import Model
import Native
import Recognition
import Specimens
import Testing

@testable import Papers

/// What of a Word document is its text, and what is none.
@Suite struct WordDocumentTests {
  private func lines(_ body: String, hidden: Set<String> = []) throws -> [String] {
    var document = WordDocument()
    document.hiddenStyles = hidden
    document.addBody(
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

  /// Letters of four points and less, and those of a style that is hidden.
  @Test func whatPaperDoesNotShowIsNotRead() throws {
    #expect(
      try lines(
        "<w:p>\(run("授权单位"))\(run("某某", "<w:sz w:val=\"2\"/>"))\(run("名称", "<w:sz w:val=\"21\"/>"))</w:p>"
      )
        == ["授权单位名称"])
    #expect(
      try lines("<w:p>\(run("甲", "<w:rStyle w:val=\"h\"/>"))\(run("乙"))</w:p>", hidden: ["h"]) == [
        "乙"
      ])
    #expect(
      try lines("<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>\(run("甲"))</w:p>", hidden: ["h"]) == []
    )
  }

  /// Word shows the first choice whose extensions it knows, else the fallback.
  @Test(arguments: [("wps", "框内"), ("zz", "空白"), ("wps zz", "空白"), ("", "框内")])
  func choicesAreThoseThatWordKnows(requires: String, shown: String) throws {
    let body =
      "<w:p><mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice Requires=\"\(requires)\">\(run("框内"))</mc:Choice>"
      + "<mc:Fallback>\(run("空白"))</mc:Fallback></mc:AlternateContent></w:p>"
    #expect(try lines(body) == [shown])
  }

  @Test(arguments: [
    ("FFFFFF", true), ("F0F0F0", true), ("000000", false), ("auto", false), ("FF0000", false),
  ])
  func whiteLettersAreKnownAsSuch(colour: String, isPale: Bool) throws {
    var document = WordDocument()
    document.addBody(
      try XMLDocument.root(
        of: Array(
          "<w xmlns:w=\"urn:w\"><w:p>\(run("甲", "<w:color w:val=\"\(colour)\"/>"))</w:p></w>".utf8))
    )
    #expect(document.hasPaleText == isPale)
  }

  private static let word = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  private func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationships><Relationship Id=\"\(id)\" Type=\"\(Self.word)\(type)\" Target=\"\(target)\"/></Relationships>"
  }

  private func text(_ words: String) -> String {
    "<w:document xmlns:w=\"urn:w\"><w:body><w:p>\(run(words))</w:p></w:body></w:document>"
  }

  /// Word opens the part that the package names, whatever else lies in it.
  @Test(arguments: ["word/real.xml", "/word/real.xml", "word/document2.xml"])
  func theTextIsThatOfThePackagesOwnPart(target: String) throws {
    let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
    let package = try WordPackage(
      ZipBytes.archive(texts: [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", relation("r1", "officeDocument", target)),
        ("word/document.xml", text("诱饵")), (name, text("正文")),
      ]))
    #expect(WordLayer(package.document).lines.map(\.line.text) == ["正文"])
  }

  @Test func damagedSidePartsLeaveTheText() throws {
    let package = try WordPackage(
      ZipBytes.archive(texts: [
        ("[Content_Types].xml", "<Types/>"), ("word/document.xml", text("正文")),
        ("word/_rels/document.xml.rels", "<Relationships>"), ("word/header1.xml", "<w:hdr"),
        ("word/styles.xml", "<"),
      ]))
    #expect(WordLayer(package.document).lines.map(\.line.text) == ["正文"])
    #expect(package.leftOut.count == 3)
  }

  @Test func whatIsTooMuchIsSaid() throws {
    let deep =
      String(repeating: "<w:ins>", count: 20) + "<w:p/>" + String(repeating: "</w:ins>", count: 20)
    var document = WordDocument()
    document.addBody(try XMLDocument.root(of: Array("<w xmlns:w=\"urn:w\">\(deep)</w>".utf8)))
    #expect(document.isCut)
    var long = WordDocument()
    let rows = String(repeating: "<w:tr><w:tc><w:p/></w:tc></w:tr>", count: 3_000)
    let row = "<w:tr>" + String(repeating: "<w:tc/>", count: 3_000) + "</w:tr>"
    long.addBody(
      try XMLDocument.root(of: Array("<w xmlns:w=\"urn:w\"><w:tbl>\(rows)\(row)</w:tbl></w>".utf8)))
    #expect(WordLayer(long).isCut)
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
