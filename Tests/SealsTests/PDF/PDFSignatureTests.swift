internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import Seals
@testable internal import Specimens

/// What the signatures of a PDF give; its pages are not looked at.
private func extraction(of bytes: [UInt8], trust: SignatureTrust) -> Extraction {
  var extraction = Extraction(file: "函.pdf", mediaType: .pdf)
  PDFSignatureReader(trust: trust).read(bytes, into: &extraction)
  return extraction
}

extension Extraction {
  fileprivate var signatures: [Document] { documents.filter { $0.kind == .signature } }
}

@Suite struct PDFSignatureTests {
  private static let body = Array(
    "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Note (授权书 ) >>\nendobj\n%%EOF\n".utf8)

  private func sealed() throws -> PDFSigning {
    let world = try SealBench.world.get()
    var signing = PDFSigning(Self.body)
    try signing.seal(
      try world.draft().made(by: world.maker), by: world.signer, time: world.today)
    return signing
  }

  @Test(arguments: [SigningKey.Kind.sm2, .rsa2048, .p256], [true, false])
  func messagesOfAllMethodsAreChecked(_ kind: SigningKey.Kind, _ hasAttributes: Bool) throws {
    let world = try SealWorld(today: try #require(SealBench.today), kind: kind)
    let store = try #require(TrustStore([world.authority.certificate]))
    var signing = PDFSigning(Self.body)
    try signing.sign(by: world.signer, time: world.today, hasAttributes: hasAttributes)
    let document = try #require(
      extraction(of: signing.bytes, trust: SignatureTrust(store: store)).signatures.first)
    #expect(document.text("status") == "valid")
    #expect(document.text("chain") == "trusted")
    #expect(document.text("covered") == "true")
    #expect(document.text("signer") == world.company)
    #expect(document.text("signed_on") == SealBench.today?.iso)
    signing.change { $0[12] ^= 1 }
    let changed = extraction(of: signing.bytes, trust: SignatureTrust(store: store)).signatures
    #expect(changed.first?.text("status") == "invalid")
  }

  @Test func everyLetterOfTheSetIsJudgedAsPlanned() throws {
    let trust = try SealBench.trust()
    for specimen in try PDFSet.all(try SealBench.world.get()) {
      let documents = extraction(of: specimen.bytes, trust: trust).signatures
      #expect(!documents.isEmpty, "\(specimen.name)")
      for document in documents {
        for (key, value) in specimen.expected {
          #expect(document.text(key) == value, "\(specimen.name): \(key)")
        }
      }
    }
  }

  @Test func sealedPDFGivesSignatureAndSeal() throws {
    let extraction = extraction(of: try sealed().bytes, trust: try SealBench.trust())
    let world = try SealBench.world.get()
    #expect(extraction.signatures.first?.text("status") == "valid")
    #expect(extraction.signatures.first?.text("signer_in_seal") == "true")
    let seal = extraction.documents.first { $0.kind == .electronicSeal }
    #expect(seal?.text("owner") == world.company)
    #expect(seal?.text("embedded") == "true")
    #expect(extraction.notices.isEmpty)
  }

  @Test func appendedContentIsAChangeThatTheSignatureDoesNotCover() throws {
    var signing = try sealed()
    signing.append(Array("2 0 obj\n<< /Type /Page >>\nendobj\n".utf8))
    let document = try #require(
      extraction(of: signing.bytes, trust: try SealBench.trust()).signatures.first)
    #expect(document.text("status") == "valid")
    #expect(document.text("covered") == "false")
    #expect(document.text("changed") == "true")
  }

  @Test func secondSignatureCoversTheFirst() throws {
    let world = try SealBench.world.get()
    var signing = try sealed()
    try signing.sign(by: world.signer, time: world.today)
    let documents = extraction(of: signing.bytes, trust: try SealBench.trust()).signatures
    #expect(documents.map { $0.text("status") } == ["valid", "valid"])
    #expect(documents.map { $0.text("form") } == ["seal", "cms"])
    #expect(documents.map { $0.text("changed") } == ["false", "false"])
  }

  @Test func flippedBitsAreNeverValid() throws {
    let good = try sealed().bytes
    let trust = try SealBench.trust()
    var dice = SeededFlips(seed: 3)
    let gap = try #require(try PDFSignature.all(in: good).first?.get()).signed[0].upperBound
    for _ in 0..<100 {
      var bytes = good
      dice.flip(&bytes)
      // Inside Contents the padding is nobody's, and a digit's case means nothing.
      let isPadding = good.indices.allSatisfy { place in
        let change = bytes[place] ^ good[place]
        return change == 0 || good[place] == UInt8(ascii: "0") || place > gap && change == 0x20
      }
      for document in extraction(of: bytes, trust: trust).signatures {
        let isGood = document.text("status") == "valid" && document.text("chain") == "trusted"
        #expect(!isGood || isPadding)
      }
    }
  }

  @Test(arguments: [
    "[0 10 20]", "[0 10 20 99999999]", "[5 10 20 30]", "[0 10 9 30]", "[0 -1 20 30]",
    "[0 1e300 20 30]", "[0 9223372036854775807 9223372036854775807 9]", "(x)", "[", "<<",
  ])
  func rangesThatAreNoneAreNotices(_ range: String) {
    let bytes = Array("%PDF-1.7\n1 0 obj\n<< /Contents <3000> /ByteRange \(range) >>".utf8)
    let extraction = extraction(of: bytes, trust: SignatureTrust(store: nil))
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.allSatisfy { $0.code == .signatureDamaged })
  }

  @Test func cutAndMutatedFilesDoNotCrash() throws {
    let good = try sealed().bytes
    let trust = SignatureTrust(store: nil)
    for count in stride(from: 0, to: good.count, by: 331) {
      let cut = extraction(of: Array(good.prefix(count)), trust: trust)
      #expect(!cut.signatures.contains { $0.text("status") == "valid" })
    }
    var dice = SeededFlips(seed: 5)
    for _ in 0..<100 {
      var bytes = good
      for _ in 0..<12 { dice.flip(&bytes) }
      _ = extraction(of: bytes, trust: trust)
    }
  }
}
