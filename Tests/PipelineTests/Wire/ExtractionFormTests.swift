import Model
import Testing

@testable import Pipeline

@Suite struct ExtractionFormTests {
  private let file = "材料/营业执照.jpg"

  private var extraction: Extraction {
    let box = Quad(x: 1.5, y: -2, width: 3e9, height: 0.1)
    let lattice = Lattice(frames: [
      [.init(symbol: "星", probability: 0.9), .init(symbol: "", probability: 1e-4)], [],
    ])
    let values: [Value] = [
      .null, .bool(true), .int(-7), .int(.max), .int(.min), .double(-0.5), .string("星河"),
      .list([.string("a"), .list([.null])]), .string(""),
    ]
    var facts = values.map { value in
      Fact(
        key: "license.name", value: value, confidence: 0.987,
        evidence: [
          Evidence(
            file: file, page: 3, box: box, method: .ocrChecksum, raw: "星河\u{0}",
            position: TextPosition(line: 1, column: 2), lattices: [lattice]),
          Evidence(file: file + "!/inner.xml", method: .xml), Evidence(file: "x", method: .qr),
        ])
    }
    if let date = CalendarDate(iso: "2026-11-22") {
      facts.append(Fact(key: "license.issued_on", value: .date(date), confidence: 1, evidence: []))
    }
    var extraction = Extraction(
      file: file, mediaType: .jpeg, digest: "ab",
      pages: [
        PageSize(width: 10, height: 20, unit: .pixels),
        PageSize(width: 1, height: 2, unit: .points),
      ],
      documents: [
        Document(
          kind: .businessLicense, confidence: 0.5, pages: [0, 2], rotationDegrees: 270,
          isReadWhole: true, facts: facts),
        Document(
          kind: .orgChart, confidence: 0.99, pages: [0], rotationDegrees: 0, isReadWhole: false,
          facts: [], hierarchy: chart(box)),
      ],
      parts: [
        FilePart(.picture, facts: facts), FilePart(.stamp, page: 2, box: box, facts: []),
        FilePart(.picture, page: 2, facts: Array(facts.prefix(1))), FilePart(.file, facts: facts),
      ],
      notices: [
        Notice(
          file: file, page: 0, stage: .extract, code: .fieldUnread,
          details: ["field": "x", "reason@en": "y"]),
        Notice(file: "other", stage: .ingest, code: .fileEmpty),
      ])
    extraction.areas = [
      PageArea(page: 0, box: box, content: .text), PageArea(page: 2, box: box, content: .picture),
    ]
    extraction.names = [false, true].map { isWhole in
      NameEvidence(
        pages: [0, 1],
        statements: [
          NameStatement(
            kind: .record, name: "e.test", type: "TXT", fields: ["v=spf1", ""],
            evidence: Evidence(file: file, page: 1, box: box, method: .ocr), capturedAt: -1,
            confidence: 0.8),
          NameStatement(
            kind: .zone, name: "e.test", type: "", fields: [],
            evidence: Evidence(file: file, method: .dns), capturedAt: nil, confidence: 1),
        ], isWhole: isWhole)
    }
    return extraction
  }

  /// Every property once set and once not.
  private func chart(_ box: Quad) -> Hierarchy {
    Hierarchy(
      nodes: [
        Hierarchy.Node(
          name: "北京星河有限公司", kind: .company,
          place: Hierarchy.Place(page: 1, shape: "n1", row: 7, box: box)),
        Hierarchy.Node(
          name: "市场部", kind: .department, title: "总监", person: "欧阳星", parent: 0, confidence: 0.9),
        Hierarchy.Node(name: "会计", kind: .position, parent: 1),
        Hierarchy.Node(name: "李河", kind: .person),
      ],
      defects: [HierarchyDefect(.orphan, ["李河"]), HierarchyDefect(.uncertainLink)])
  }

  /// A node above itself or behind would have whoever walks the tree walk for ever, or off its end.
  @Test(arguments: [1, 2, -1]) func aParentThatIsNotAboveIsRefused(parent: Int) throws {
    var broken = chart(Quad(x: 0, y: 0, width: 1, height: 1))
    broken.nodes[1].parent = parent
    let document = Document(
      kind: .orgChart, confidence: 1, pages: [0], rotationDegrees: 0, isReadWhole: true, facts: [],
      hierarchy: broken)
    let extraction = Extraction(file: file, mediaType: .drawio, documents: [document])
    #expect(throws: ExtractionForm.Unfaithful.self) { try ExtractionForm.bytes(of: extraction) }
  }

  @Test func everythingComesBackUnderTheNewName() throws {
    let bytes = try ExtractionForm.bytes(of: extraction)
    let read = try ExtractionForm.extraction(in: bytes, file: file)
    #expect(read == extraction)
    #expect(read.facts == extraction.parts.flatMap(\.facts) && read.parts.count == 4)
    let renamed = try ExtractionForm.extraction(in: bytes, file: "b/营业执照.jpg")
    #expect(renamed.file == "b/营业执照.jpg")
    #expect(renamed.notices.map(\.file) == ["b/营业执照.jpg", "other"])
    #expect(
      renamed.facts[0].evidence.map(\.file) == [
        "b/营业执照.jpg", "b/营业执照.jpg!/inner.xml", "x",
      ])
  }

  @Test func damagedBytesAreRefusedAndNeverCrash() throws {
    let bytes = try ExtractionForm.bytes(of: extraction)
    #expect(throws: WireReader.Malformed.self) {
      try ExtractionForm.extraction(in: Array(bytes.dropLast()), file: file)
    }
    #expect(throws: WireReader.Malformed.self) {
      try ExtractionForm.extraction(in: bytes + [0], file: file)
    }
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var mutant = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        mutant[Int(state >> 33) % mutant.count] = UInt8(truncatingIfNeeded: state >> 25)
      }
      do throws(WireReader.Malformed) {
        #expect(try ExtractionForm.extraction(in: mutant, file: file).file == file)
      } catch {}
    }
  }
}
