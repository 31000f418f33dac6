import Model
import Testing

@testable import Assemble

@Suite struct StampsTests {
  private func stamp(
    _ texts: KeyValuePairs<String, String>, page: Int, x: Double, confidence: Double = 0.95
  ) -> FilePart {
    let box = Quad(x: x, y: 10, width: 50, height: 50)
    let evidence = [Evidence(file: "a.pdf", page: page, box: box, method: .ocr)]
    return FilePart(
      .stamp, page: page, box: box,
      facts: texts.map {
        Fact(key: $0.key, value: .string($0.value), confidence: confidence, evidence: evidence)
      })
  }

  @Test func eachPartIsAStampOfItsOwn() {
    let extraction = Extraction(
      file: "a.pdf", mediaType: .pdf,
      parts: [
        stamp(["stamp.owner": "甲公司", "stamp.kind": "company"], page: 0, x: 1),
        stamp(["stamp.owner": "乙公司"], page: 0, x: 90, confidence: 0.4),
        stamp(["stamp.owner": "甲公司"], page: 1, x: 1), FilePart(.picture, page: 1, facts: []),
      ])
    let stamps = Stamps.all(in: [extraction], minimumConfidence: 0.85)
    #expect(stamps.map(\.id) == ["s1", "s2", "s3"])
    #expect(stamps.map(\.pages) == [[0], [0], [1]])
    #expect(stamps[0].facts["stamp.kind"]?.value == .string("company"))
    #expect(stamps.map { $0.facts["stamp.owner"]?.state } == [.known, .doubtful, .known])
  }

  @Test func stampsAreNoDocuments() {
    let extraction = Extraction(
      file: "a.pdf", mediaType: .pdf, parts: [stamp(["stamp.owner": "甲公司"], page: 0, x: 1)])
    let set = Assembly.factSet(
      extractions: [extraction], declaration: [], isDrafted: false,
      asOf: CalendarDate(year: 2026, month: 11, day: 22)!, catalogue: FactCatalogue([]),
      minimumConfidence: 0.85)
    #expect(set.documents.isEmpty && set.kinds.isEmpty)
    #expect(set.elements(of: .stamp).count == 1)
    #expect(set.facts["submission.materials"]?.value == .list([]))
  }
}
