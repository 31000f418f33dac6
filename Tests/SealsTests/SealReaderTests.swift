internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import Seals
@testable internal import Specimens

@Suite struct SealReaderTests {
  @Test func everySealOfTheSetIsJudgedAsPlanned() throws {
    let trust = try SealBench.trust()
    for specimen in try SealSet.all(try SealBench.world.get()) {
      let extraction = SealBench.extraction(of: specimen.bytes, trust: trust)
      guard !specimen.expected.isEmpty else {
        #expect(extraction.documents.isEmpty, "\(specimen.name)")
        #expect(extraction.notices.map(\.code) == [.sealDamaged], "\(specimen.name)")
        continue
      }
      let document = try #require(extraction.documents.first, "\(specimen.name)")
      #expect(document.kind == .electronicSeal)
      for (key, value) in specimen.expected {
        #expect(document.text(key) == value, "\(specimen.name): \(key)")
      }
    }
  }

  @Test(arguments: SealDraft.Version.allCases)
  func standardIsNamed(_ version: SealDraft.Version) throws {
    let world = try SealBench.world.get()
    let bytes = try world.draft(version).made(by: world.maker)
    let document = try #require(
      SealBench.extraction(of: bytes, trust: try SealBench.trust()).documents.first)
    let standards = [1: "GM/T 0031-2014", 4: "GB/T 38540-2020", 5: "GM/T 0031-2025"]
    #expect(document.text("standard") == standards[version.rawValue])
    #expect(document.text("signer_credit_code") == world.creditCode)
  }

  @Test func withoutTrustTheChainIsItsOwnStateAndSaysSo() throws {
    let world = try SealBench.world.get()
    let bytes = try world.draft().made(by: world.maker)
    let extraction = SealBench.extraction(of: bytes, trust: SignatureTrust(store: nil))
    #expect(extraction.documents.first?.text("signature") == "valid")
    #expect(extraction.documents.first?.text("chain") == "unchecked")
    #expect(extraction.notices.map(\.code) == [.signerNotProved])
  }

  @Test func unknownMethodIsUnsupportedNotInvalid() throws {
    let world = try SealBench.world.get()
    var bytes = try world.draft().made(by: world.maker)
    let oid = DERBytes.identifier("1.2.156.10197.1.501")
    let place = try #require(
      bytes.indices.last { bytes[$0...].starts(with: oid) && bytes[$0] == 0x06 })
    bytes[place + oid.count - 1] ^= 0x02
    let document = try #require(
      SealBench.extraction(of: bytes, trust: try SealBench.trust()).documents.first)
    #expect(document.text("signature") == "unsupported")
  }

  @Test(arguments: [SigningKey.Kind.rsa2048, .p256])
  func otherKindsOfKeysAreChecked(_ kind: SigningKey.Kind) throws {
    let world = try SealWorld(today: try #require(SealBench.today), kind: kind)
    let store = try #require(TrustStore([world.authority.certificate]))
    let good = try world.draft().made(by: world.maker)
    let document = try #require(
      SealBench.extraction(of: good, trust: SignatureTrust(store: store)).documents.first)
    #expect(document.text("signature") == "valid")
    #expect(document.text("chain") == "trusted")
    var bad = good
    bad[bad.count - 1] ^= 1
    let broken = SealBench.extraction(of: bad, trust: SignatureTrust(store: store))
    #expect(broken.documents.first?.text("signature") == "invalid")
  }

  @Test func chainOverAnIntermediateAuthorityInTheTrustFolderHolds() throws {
    let world = try SealBench.world.get()
    let middle = try world.authority.issue(
      .of(organization: "测试二级机构", common: "TEST SM2 SUB CA"), .sm2, serial: 20,
      from: world.today.adding(days: -900), to: world.today.adding(days: 900), isAuthority: true)
    let maker = try middle.issue(
      .of(organization: "测试制章", common: "二级制章"), .sm2, serial: 21,
      from: world.today.adding(days: -400), to: world.today.adding(days: 900))
    let bytes = try world.draft().made(by: maker)
    let both = try #require(TrustStore([world.authority.certificate, middle.certificate]))
    let rootOnly = try SealBench.trust()
    #expect(
      SealBench.extraction(of: bytes, trust: SignatureTrust(store: both)).documents.first?.text(
        "chain") == "trusted")
    #expect(
      SealBench.extraction(of: bytes, trust: rootOnly).documents.first?.text("chain")
        == "untrusted")
  }
}

@Suite struct SealFlipTests {
  @Test(arguments: SealDraft.Version.allCases)
  func noFlippedBitOfInformationOrSignatureIsValid(_ version: SealDraft.Version) throws {
    let world = try SealBench.world.get()
    let good = try world.draft(version).made(by: world.maker)
    let seal = try ElectronicSeal(good)
    let information = try #require(Self.place(of: seal.info.encoded, in: good))
    let value = try #require(Self.place(of: seal.signature, in: good))
    let trust = SignatureTrust(store: nil)
    // Every bit of today's version; of the others every byte, one of its bits in turn.
    for place in Array(information) + Array(value) {
      for bit in version == .v4 ? Array(0..<8) : [place % 8] {
        var bytes = good
        bytes[place] ^= 1 << UInt8(bit)
        let word = SealBench.extraction(of: bytes, trust: trust).documents.first?.text("signature")
        #expect(word != "valid", "bit \(bit) of byte \(place)")
      }
    }
  }

  @Test func flippedBitsOutsideAreNeverValidAndTrusted() throws {
    let world = try SealBench.world.get()
    let good = try world.draft().made(by: world.maker)
    let trust = try SealBench.trust()
    for place in good.indices {
      var bytes = good
      bytes[place] ^= 1 << UInt8(place % 8)
      let document = SealBench.extraction(of: bytes, trust: trust).documents.first
      #expect(
        document?.text("signature") != "valid" || document?.text("chain") != "trusted",
        "byte \(place)")
    }
  }

  @Test func everyTruncationIsRefused() throws {
    let world = try SealBench.world.get()
    let good = try world.draft().made(by: world.maker)
    for count in 1..<good.count {
      let extraction = SealBench.extraction(
        of: Array(good.prefix(count)), trust: SignatureTrust(store: nil))
      #expect(extraction.documents.isEmpty)
      #expect(extraction.notices.map(\.code) == [.sealDamaged])
    }
  }

  private static func place(of part: [UInt8], in whole: [UInt8]) -> Range<Int>? {
    whole.indices.first { whole[$0...].starts(with: part) }.map { $0..<($0 + part.count) }
  }
}
