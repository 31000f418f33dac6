internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import Papers
@testable internal import Seals
@testable internal import Specimens

/// A person's seal says a person's name: in its picture, in certificates and on the pages that it is put on.
@Suite struct PersonSealTests {
  private static let name = "欧阳测"

  /// A license that a person sealed, with a seal of that name.
  private static func extraction(sealName: String) throws -> Extraction {
    let world = try SealBench.world.get()
    let person = try world.authority.issue(
      .of(organization: name, common: name), .sm2, serial: 31,
      from: world.today.adding(days: -100), to: world.today.adding(days: 265))
    var draft = try world.drawnDraft()
    draft.name = sealName
    draft.signers = [person.certificate]
    var signing = OFDSigning(OFDSet.license(world))
    try signing.sign(
      OFDSigning.Signature(
        seal: try draft.made(by: world.maker), signer: person, time: world.today))
    let bytes = signing.package
    var extraction = Extraction(file: "执照.ofd", mediaType: .ofd)
    OFDReader(tools: SealBench.tools(trust: try SealBench.trust())).read(bytes, into: &extraction)
    return extraction
  }

  @Test(arguments: [name, name + "的签名", name + "之印"])
  func onlyPersonalFactsNameThePerson(_ sealName: String) throws {
    let extraction = try Self.extraction(sealName: sealName)
    let facts = extraction.documents.flatMap(\.facts)
    let naming = facts.filter { fact in
      fact.value.text.contains(Self.name)
        || fact.evidence.contains { $0.raw?.contains(Self.name) == true }
    }
    #expect(
      Set(naming.map(\.key)) == ["seal.person", "signature.seal_person", "signature.signer_person"])
    let declared = SealFacts.declarations + SignatureFacts.declarations
    for fact in naming {
      #expect(declared.contains { $0.key == fact.key && $0.isPersonal })
    }
    #expect(!extraction.notices.contains { $0.details.values.contains { $0.contains(Self.name) } })
  }

  @Test func pictureIsNotKeptAndItsPlaceIsCovered() throws {
    let extraction = try Self.extraction(sealName: Self.name)
    let seal = try #require(extraction.documents.first { $0.kind == .electronicSeal })
    #expect(seal.picture == nil)
    let area = try #require(extraction.areas.first { $0.content == .picture })
    // The forge puts it at 200, 120 with 42 mm a side.
    let unit = 72 / 25.4
    #expect(area.page == 0)
    #expect(abs(area.box.topLeft.x - 200 * unit) < 0.1)
    #expect(abs(area.box.bottomRight.y - 162 * unit) < 0.1)
  }

  @Test func companysSealIsShownWhereItStands() throws {
    let world = try SealBench.world.get()
    var signing = OFDSigning(OFDSet.license(world))
    var signature = try OFDSet.signature(world)
    signature.seal = try world.drawnDraft().made(by: world.maker)
    try signing.sign(signature)
    var extraction = Extraction(file: "执照.ofd", mediaType: .ofd)
    OFDReader(tools: SealBench.tools(trust: try SealBench.trust())).read(
      signing.package, into: &extraction)
    #expect(!extraction.areas.contains { $0.content == .picture })
    #expect(extraction.documents.contains { $0.kind == .electronicSeal && $0.picture != nil })
  }
}
