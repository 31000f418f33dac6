internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import Papers
@testable internal import Specimens

/// Stamps on paper as the forge draws them, read as a user's file would be.
@Suite struct StampReadingTests {
  private func read(_ kind: StampPage.Kind, _ quality: Quality, seed: UInt64) async throws -> (
    extraction: Extraction, stamps: [StampPage.Truth]
  ) {
    var dice = Dice(seed: seed, stream: 0, part: 1)
    let (sheet, stamps) = StampPage.make(kind, isHeldOut: false, &dice)
    var shooting = Shooting(quality: quality, isHeldOut: false)
    shooting.longestSide = 1500
    let shot = try shooting.shoot(sheet, &dice)
    let extraction = try await SharedReader.shared.extraction(
      of: shot.jpeg, file: "a.jpg", .shipped)
    return (extraction, stamps)
  }

  private func texts(_ key: String, in extraction: Extraction) -> [String] {
    extraction.facts.filter { $0.key == key }.compactMap(\.value.string)
  }

  @Test func aLetterTellsWhoseStampItCarries() async throws {
    let (extraction, stamps) = try await read(.letter, .scan, seed: 41)
    #expect(texts("stamp.owner", in: extraction) == stamps.map(\.ring))
    #expect(texts("stamp.text", in: extraction) == stamps.map(\.text))
    #expect(texts("stamp.kind", in: extraction) == stamps.map(\.kind))
    #expect(texts("stamp.colour", in: extraction) == ["red"])
    let owner = try #require(extraction.facts.first { $0.key == "stamp.owner" })
    #expect(owner.confidence >= 0.85)
    let page = try #require(extraction.pages.first)
    let box = try #require(owner.evidence.first?.box)
    #expect(box.corners.allSatisfy { $0.x > 0 && $0.x < page.width && $0.y < page.height })
    let letter = try #require(
      extraction.documents.first { $0.kind.rawValue == "authorization_letter" })
    #expect(
      letter.facts.first { $0.key == "letter.stamp_text" }?.value.string == stamps.first?.ring)
    // Declared names are tested against what the ring could say.
    #expect(owner.evidence.first?.lattices?.isEmpty == false)
  }

  @Test func aLicenseHasItsAuthorityFromTheStamp() async throws {
    let (extraction, stamps) = try await read(.license, .scan, seed: 42)
    let license = try #require(extraction.documents.first { $0.kind == .businessLicense })
    let facts = Dictionary(
      license.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(facts["license.has_stamp"] == .bool(true))
    #expect(facts["license.stamp_text"]?.string == stamps.first?.ring)
    #expect(facts["license.authority"]?.string == stamps.first?.ring)
  }

  @Test(arguments: [
    (StampPage.Kind.plainLetter, Quality.scan, UInt64(43)), (.card, .photo, 44),
    (.plainLicense, .photocopy, 45),
  ])
  func nothingIsMadeUp(kind: StampPage.Kind, quality: Quality, seed: UInt64) async throws {
    let (extraction, _) = try await read(kind, quality, seed: seed)
    #expect(extraction.facts.filter { $0.key.hasPrefix("stamp.") }.isEmpty)
    for document in extraction.documents {
      let seen = document.facts.first { $0.key == "license.has_stamp" }
      #expect(seen?.value != .bool(true))
    }
  }

  @Test(
    arguments: [
      ("北京星河科技有限公司", nil, StampKind.company), ("北京星河科技有限公司", "合同专用章", .contract),
      ("北京星河科技有限公司", "财务专用章", .finance), ("北京星河科技有限公司", "发票专用章", .invoice),
      ("北京星河科技有限公司", "人事专用章", .other), ("深圳市市场监督管理局", nil, .authority),
      ("深圳市市场监督管理局", "业务专用章", .authority), ("北京星河科技有限公司", "公章", .company),
    ] as [(String, String?, StampKind)])
  func wordsTellTheKind(owner: String, purpose: String?, kind: StampKind) {
    #expect(StampKind(owner: owner, purpose: purpose) == kind)
  }

  @Test(arguments: [
    ("合同专用章", "合同专用章"), ("八合同专用章了", "合同专用章"), ("财务专用", "财务专用章"), ("同专用章", "同专用章"),
  ])
  func aPurposeIsFreedFromItsNeighbours(line: String, purpose: String) {
    #expect(StampKind.purpose(in: line) == purpose)
  }
}
