internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import OFD
@testable internal import Papers
@testable internal import Seals
@testable internal import Specimens

/// What reading an OFD gives, without pictures.
private func extraction(of bytes: [UInt8], trust: SignatureTrust) -> Extraction {
  var extraction = Extraction(file: "执照.ofd", mediaType: MediaType(sniffing: bytes))
  OFDReader(tools: SealBench.tools(trust: trust)).read(bytes, into: &extraction)
  return extraction
}

extension Extraction {
  fileprivate var signatures: [Document] { documents.filter { $0.kind == .signature } }
}

@Suite struct OFDReaderTests {
  @Test func everyDocumentOfTheSetIsJudgedAsPlanned() throws {
    let trust = try SealBench.trust()
    for specimen in try OFDSet.all(try SealBench.world.get()) {
      let extraction = extraction(of: specimen.bytes, trust: trust)
      #expect(extraction.mediaType == .ofd)
      #expect(!extraction.signatures.isEmpty, "\(specimen.name)")
      for document in extraction.signatures {
        for (key, value) in specimen.expected {
          #expect(document.text(key) == value, "\(specimen.name): \(key)")
        }
      }
    }
  }

  @Test func changedAndUncoveredPartsAreNamed() throws {
    let world = try SealBench.world.get()
    let bad = try OFDSet.bad(world)
    let page = try #require(bad.first { $0.name == "tampered_page.ofd" })
    let changed = extraction(of: page.bytes, trust: try SealBench.trust()).signatures.first
    #expect(changed?.text("changed_parts") == OFDDraft.page)
    let extra = try #require(bad.first { $0.name == "appended_part.ofd" })
    let uncovered = extraction(of: extra.bytes, trust: try SealBench.trust()).signatures.first
    #expect(uncovered?.text("uncovered_parts") == "Doc_0/Pages/Page_9/Content.xml")
  }

  @Test func listChangedByNobodysSignatureIsAChange() throws {
    let world = try SealBench.world.get()
    var signing = OFDSigning(OFDSet.license(world))
    try signing.sign(try OFDSet.signature(world))
    try signing.sign(try OFDSet.signature(world))
    signing.change(OFDSigning.list) { $0.append(0x0A) }
    let signatures = extraction(of: signing.package, trust: try SealBench.trust()).signatures
    #expect(signatures.map { $0.text("status") } == ["valid", "invalid"])
  }

  @Test func textOfThePageHasPlaces() throws {
    let world = try SealBench.world.get()
    let package = try OFDPackage(OFDSet.license(world).unsigned)
    let document = try #require(try OFDDocument.all(in: package).first)
    let page = try #require(document.pages.first)
    let layer = OFDText(try OFDPageContent(page, of: document, in: package))
    let text = String(String.UnicodeScalarView(layer.characters.map(\.scalar)))
    #expect(text.hasPrefix("营业执照统一社会信用代码："))
    let first = try #require(layer.characters.first)
    #expect(abs(first.x1 - 30 * 72 / 25.4) < 0.1)
    #expect(first.y1 > 20 * 72 / 25.4 && first.y2 < 28 * 72 / 25.4)
  }

  @Test(arguments: [
    ("g 3 5", 4, [5.0, 5, 5]), ("5 g 2 1.5 7", 9, [5, 1.5, 1.5, 7]), ("", 3, []),
    ("g 1000000000 5", 3, [5, 5, 5]), ("g x 5", 3, []), ("1 nan 2", 3, [1]),
  ])
  func distancesAreReadWithinTheText(_ text: String, _ limit: Int, _ expected: [Double]) {
    #expect(OFDNumbers.distances(text, limit: limit) == expected)
  }
}

@Suite struct HostileOFDTests {
  @Test func flippedBitsOfProtectedPartsAreNeverValid() throws {
    let world = try SealBench.world.get()
    let draft = OFDSet.license(world)
    var dice = SeededFlips(seed: 7)
    for round in 0..<200 {
      var signing = OFDSigning(draft)
      try signing.sign(try OFDSet.signature(world))
      let names = signing.parts.map(\.name)
      let name = names[round % names.count]
      signing.change(name) { dice.flip(&$0) }
      let extraction = extraction(of: signing.package, trust: try SealBench.trust())
      for document in extraction.signatures {
        let isGood = document.text("status") == "valid" && document.text("chain") == "trusted"
        #expect(!isGood, "\(name) in round \(round)")
      }
    }
  }

  @Test func entityAndBombAndTwinAreRefusedWithReasons() throws {
    let world = try SealBench.world.get()
    var parts = OFDSet.license(world).parts
    let entity = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>
      """
    parts[0].bytes = Array(entity.utf8)
    let trust = SignatureTrust(store: nil)
    let refused = extraction(of: ZipBytes.archive(parts), trust: trust)
    #expect(refused.notices.map(\.code) == [.ofdDamaged])
    let twins = OFDSet.license(world).parts + [("OFD.xml", Array("<a/>".utf8))]
    let twin = extraction(of: ZipBytes.archive(twins), trust: trust)
    #expect(twin.notices.map(\.code) == [.ofdDamaged])
    #expect(twin.documents.isEmpty)
  }

  @Test func cutAndMutatedPackagesEndInNotices() throws {
    let world = try SealBench.world.get()
    var signing = OFDSigning(OFDSet.license(world))
    try signing.sign(try OFDSet.signature(world))
    let good = signing.package
    let trust = SignatureTrust(store: nil)
    for count in stride(from: 1, to: good.count, by: 37) {
      let cut = extraction(of: Array(good.prefix(count)), trust: trust)
      #expect(!cut.signatures.contains { $0.text("status") == "valid" })
    }
    var dice = SeededFlips(seed: 11)
    for _ in 0..<400 {
      var bytes = good
      for _ in 0..<8 { dice.flip(&bytes) }
      _ = extraction(of: bytes, trust: trust)
    }
  }

  /// The entries of a signed license, as a program that is careless in some way would write them.
  private func license(
    _ change: (inout [(name: String, bytes: [UInt8])]) -> Void = { _ in }
  ) throws -> [UInt8] {
    let world = try SealBench.world.get()
    var signing = OFDSigning(OFDSet.license(world))
    try signing.sign(try OFDSet.signature(world))
    var entries: [(name: String, bytes: [UInt8])] = []
    try ArchiveReader.read(signing.package) { entry in
      if case .success(let bytes) = entry.contents { entries.append((entry.path, bytes)) }
    }
    change(&entries)
    return ZipBytes.archive(entries)
  }

  private func replacing(_ old: String, _ new: String, in bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }

  /// What viewers forgive is read, and told.
  @Test func irregularPackagesAreRead() throws {
    let plain = try license()
    let area = "<ofd:PageArea><ofd:PhysicalBox>0 0 297.0 210.0</ofd:PhysicalBox></ofd:PageArea>"
    let variants: [(name: String, bytes: [UInt8], isTold: Bool)] = [
      ("as it is", plain, false),
      ("bytes before", Array("VENDOR".utf8) + [UInt8](repeating: 0x11, count: 58) + plain, true),
      ("padding behind", plain + [UInt8](repeating: 0, count: 512), true),
      (
        "another case",
        try license { entries in
          for index in entries.indices where entries[index].name.hasPrefix("Doc_0/") {
            entries[index].name = "DOC_0/" + entries[index].name.dropFirst(6)
          }
        }, true
      ),
      (
        "no page area",
        try license { entries in
          for index in entries.indices {
            if entries[index].name == "Doc_0/Document.xml" {
              entries[index].bytes = replacing(area, "", in: entries[index].bytes)
            } else if entries[index].name == OFDDraft.page {
              entries[index].bytes = replacing(
                "<ofd:Content>",
                "<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area><ofd:Content>",
                in: entries[index].bytes)
            }
          }
        }, true
      ),
      (
        "leading slashes",
        try license { entries in
          for index in entries.indices { entries[index].name = "/" + entries[index].name }
        }, false
      ),
      (
        "a prefix that nobody declared",
        try license { entries in
          for index in entries.indices where entries[index].name.hasSuffix("Document.xml") {
            entries[index].bytes = replacing(
              " xmlns:ofd=\"http://www.ofdspec.org/2016\"", "", in: entries[index].bytes)
          }
        }, false
      ),
    ]
    for variant in variants {
      let extraction = extraction(of: variant.bytes, trust: try SealBench.trust())
      #expect(extraction.mediaType == .ofd, "\(variant.name)")
      #expect(extraction.pages.count == 1, "\(variant.name)")
      #expect(
        extraction.pages.first.map { abs($0.width - 841.89) < 0.1 } == true, "\(variant.name)")
      #expect(extraction.signatures.count == 1, "\(variant.name)")
      let codes = extraction.notices.map(\.code)
      #expect(codes.contains(.ofdIrregular) == variant.isTold, "\(variant.name)")
      #expect(!codes.contains { $0.losesContent }, "\(variant.name): \(codes)")
    }
  }

  /// A second zip before or behind could be what another reader shows.
  @Test func packagesAmongPartsOfOthersAreRefused() throws {
    let plain = try license()
    let other = ZipBytes.archive(texts: [(name: "OFD.xml", text: "<a/>")])
    for bytes in [other + plain, plain + other.prefix(40)] {
      let extraction = extraction(of: bytes, trust: try SealBench.trust())
      #expect(
        extraction.documents.isEmpty && extraction.notices.contains { $0.code == .ofdDamaged })
    }
  }

  /// A signature that OFD.xml no longer names, or that cannot be read, does not vanish.
  @Test func lostSignaturesAreTold() throws {
    let reference = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    let variants = [
      try license { entries in
        entries[0].bytes = replacing(reference, "", in: entries[0].bytes)
      },
      try license { entries in
        for index in entries.indices where entries[index].name.hasSuffix("SignedValue.dat") {
          entries[index].bytes = Array(entries[index].bytes.prefix(300))
        }
      },
      // The list is whole, and names nobody.
      try license { entries in
        for index in entries.indices where entries[index].name.hasSuffix("Signatures.xml") {
          entries[index].bytes = Array(
            "<ofd:Signatures xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".utf8)
        }
      },
      try license { entries in
        for index in entries.indices where entries[index].name.hasSuffix("Signatures.xml") {
          entries[index].bytes = []
        }
      },
      // Neither list nor reference: the signature's own parts are left.
      try license { entries in
        entries[0].bytes = replacing(reference, "", in: entries[0].bytes)
        entries.removeAll { $0.name.hasSuffix("Signatures.xml") }
      },
    ]
    for bytes in variants {
      let extraction = extraction(of: bytes, trust: try SealBench.trust())
      #expect(extraction.notices.contains { $0.code == .signatureDamaged })
      #expect(
        extraction.signatures.count == 1 && extraction.signatures.allSatisfy { $0.facts.isEmpty })
    }
  }

  /// A page that cannot be found is a page that nobody has seen.
  @Test(arguments: ["../../../Pages/Page_0/Content.xml", "Pages/Page_7/Content.xml", " "])
  func aPageThatIsNotThereIsTold(reference: String) throws {
    let bytes = try license { entries in
      for index in entries.indices where entries[index].name.hasSuffix("Document.xml") {
        entries[index].bytes = replacing(
          "BaseLoc=\"Pages/Page_0/Content.xml\"", "BaseLoc=\"\(reference)\"",
          in: entries[index].bytes)
      }
    }
    let extraction = extraction(of: bytes, trust: try SealBench.trust())
    #expect(extraction.notices.contains { $0.code == .ofdPartDamaged })
    #expect(extraction.pages.count == 1)
  }
}
