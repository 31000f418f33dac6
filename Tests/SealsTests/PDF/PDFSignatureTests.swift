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

  /// A dictionary that signs nothing says that it covers the rest.
  @Test func whatDoesNotHoldCoversNothingThatWasAppended() throws {
    var signing = try sealed()
    let pages =
      "2 0 obj\n<< /Type /Page >>\nendobj\n3 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange ["
    let place = { (number: Int) in
      let digits = String(number)
      return String(repeating: "0", count: 9 - digits.count) + digits
    }
    let start = signing.bytes.count
    let before = start + pages.utf8.count + 4 * 10 + "] /Contents ".utf8.count
    let after = before + "<01>".utf8.count
    let end = " >>\nendobj\n%%EOF\n"
    let range = [0, before, after, end.utf8.count].map { place($0) + " " }.joined()
    signing.append(Array((pages + range + "] /Contents <01>" + end).utf8))
    let read = extraction(of: signing.bytes, trust: try SealBench.trust())
    let genuine = try #require(read.signatures.first { $0.text("status") == "valid" })
    #expect(genuine.text("covered") == "false" && genuine.text("changed") == "true")
    #expect(read.notices.contains { $0.code == .signatureDamaged })
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
    #expect(extraction.documents.allSatisfy { $0.facts.isEmpty })
    #expect(extraction.documents.count == extraction.notices.count)
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

  /// A signature that cannot be read is one all the same: nothing of it is known, and that is said.
  @Test func damagedSignaturesAreTold() throws {
    let whole = try sealed().bytes
    func changed(_ change: (inout [UInt8], _ contents: Range<Int>) -> Void) throws -> [UInt8] {
      let start = try #require(
        whole.indices.first { whole[$0...].starts(with: "/Contents <".utf8) })
      let end = try #require(whole[start...].firstIndex(of: UInt8(ascii: ">")))
      var bytes = whole
      change(&bytes, (start + 11)..<end)
      return bytes
    }
    let damages: [[UInt8]] = try [
      changed { $0[$1.lowerBound + 200] = UInt8(ascii: "g") },
      changed { bytes, contents in for place in contents { bytes[place] = UInt8(ascii: "0") } },
      // The structure breaks off, the padding stays.
      changed { bytes, contents in
        for place in contents.dropFirst(900) { bytes[place] = UInt8(ascii: "0") }
      },
      changed { bytes, contents in bytes = Array(bytes[..<(contents.lowerBound + 500)]) },
      Array(
        String(decoding: whole, as: UTF8.self).replacing("/ByteRange [0", with: "/ByteRange [7")
          .utf8),
      Array(
        String(decoding: whole, as: UTF8.self).replacing("/ByteRange [", with: "/ByteRanje [").utf8),
      Array(
        String(decoding: whole, as: UTF8.self).replacing("/ByteRange [0 ", with: "/ByteRange [0 9")
          .utf8),
    ]
    for bytes in damages {
      let extraction = extraction(of: bytes, trust: try SealBench.trust())
      #expect(extraction.notices.map(\.code) == [.signatureDamaged])
      #expect(extraction.documents.map(\.kind) == [.signature])
      #expect(extraction.signatures.allSatisfy { $0.facts.isEmpty && !$0.isReadWhole })
      let message = try #require(extraction.notices.first?.message)
      #expect(!message.chinese.contains("{") && !message.english.contains("{"))
    }
  }

  /// Other dictionaries that name the same words are no signatures.
  @Test(arguments: [
    "1 0 obj\n<< /Type /SigRef /TransformMethod /DocMDP >>\nendobj\n",
    "1 0 obj\n<< /FT /Sig /T (Signature1) >>\nendobj\n",
    "1 0 obj\n<< /Type /Annot /Contents (/ByteRange) >>\nendobj\n",
  ])
  func otherDictionariesAreNone(object: String) throws {
    let extraction = extraction(
      of: Self.body + Array(object.utf8), trust: try SealBench.trust())
    #expect(extraction.documents.isEmpty && extraction.notices.isEmpty)
  }
}
