import Assemble
import Model
import Testing

@Suite struct PictureTests {
  private func picture(_ extraction: Extraction, width: Int, page: Int = 0) -> Extraction {
    var extraction = extraction
    let fact = Fact(
      key: "image.width", value: .int(width), confidence: 1,
      evidence: [Evidence(file: extraction.file, page: page, method: .computed)])
    extraction.parts.append(FilePart(.picture, page: page, facts: [fact]))
    return extraction
  }

  @Test func eachPictureIsAnElementAndNoneIsMeantByAFlatKey() throws {
    let set = try Specimens.assembled([
      picture(Specimens.front("b.jpg"), width: 800),
      picture(Specimens.license("a.jpg"), width: 900),
    ])
    let pictures = set.elements(of: .image)
    #expect(pictures.map(\.file) == ["a.jpg", "b.jpg"])
    #expect(pictures.map(\.id) == ["p1", "p2"])
    #expect(pictures[0].facts["image.width"]?.value == .int(900))
    #expect(pictures[0].facts["image.materials"]?.value == .list([.string("business_license")]))
    #expect(set.facts["image.width"] == nil)
    #expect(!set.kinds.contains(.image))
  }

  @Test func theOnlyPictureIsMeantByFlatKeys() throws {
    let set = try Specimens.assembled([picture(Specimens.license("a.jpg"), width: 900)])
    #expect(set.facts["image.width"]?.value == .int(900))
  }

  @Test func pagesOfOneFileAreElements() throws {
    var file = picture(
      picture(
        Specimens.joined(Specimens.front("a.pdf"), Specimens.back("a.pdf", page: 1)), width: 800),
      width: 801, page: 1)
    func size(_ bytes: Int) -> Fact {
      Fact(key: "image.size_bytes", value: .int(bytes), confidence: 1, evidence: [])
    }
    file.parts.insert(FilePart(.picture, facts: [size(7)]), at: 0)
    file.parts.append(FilePart(.file, facts: [size(9)]))
    let pictures = try Specimens.assembled([file]).pictures
    #expect(pictures.map(\.pages) == [[0], [1]])
    #expect(pictures[1].facts["image.materials"]?.value == .list([.string("id_card_back")]))
    #expect(pictures[1].facts["image.width"]?.value == .int(801))
    #expect(pictures.map { $0.facts["image.size_bytes"]?.value } == [.int(7), .int(7)])
  }

  @Test func whatAPageShowsIsOpenWhereItsKindIs() throws {
    var file = picture(
      Extraction(file: "a.jpg", mediaType: .jpeg), width: 900)
    file.notices = [Notice(file: "a.jpg", page: 0, stage: .extract, code: .kindUnknown)]
    let pictures = try Specimens.assembled([file]).pictures
    #expect(pictures.first?.facts["image.materials"]?.state == .doubtful)
  }
}
