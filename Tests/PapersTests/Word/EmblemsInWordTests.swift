import Foundation
import Model
import ReadingBench
import Testing

@testable import Papers

/// A letter of no known kind with an emblem in it: nothing is known of it, and that is told.
@Suite struct EmblemsInWordTests {
  /// One grey pixel.
  private static let emblem =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="

  @Test func aTextBesideAnEmblemIsTold() async throws {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let text =
      "<w:document xmlns:w=\"urn:w\" xmlns:r=\"\(relations)\" xmlns:a=\"urn:a\"><w:body><w:p><w:r><w:t>天气很好</w:t></w:r></w:p>"
      + "<w:p><w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r></w:p></w:body></w:document>"
    let relation =
      "<Relationships><Relationship Id=\"r1\" Type=\"\(relations)/image\" Target=\"media/a.png\"/></Relationships>"
    let picture = try #require(Data(base64Encoded: Self.emblem))
    let bytes = ZipBytes.archive([
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(text.utf8)),
      ("word/_rels/document.xml.rels", Array(relation.utf8)), ("word/media/a.png", Array(picture)),
    ])
    #expect(try WordPackage(bytes).pictures.count == 1)
    let extraction = try await SharedReader.shared.extraction(of: bytes, file: "a.docx")
    #expect(extraction.notices.map(\.code) == [.kindUnknown] && extraction.documents.isEmpty)
  }
}
