import Model
import Native
import Testing

@testable import Ingest
@testable import Pipeline

/// What a worker says that a file has taken over.
@Suite struct AnswerCheckTests {
  private static let bytes = Array("营业执照".utf8)
  private static let source = PooledSource(file: "a/执照.jpg", bytes: bytes, mediaType: .jpeg)

  /// An answer as an honest worker gives it.
  private static var honest: Extraction {
    let box = Quad(x: 0, y: 0, width: 5, height: 5)
    let evidence = Evidence(file: source.file, page: 1, box: box, method: .ocr, raw: "星河")
    var answer = Extraction(
      file: source.file, mediaType: .jpeg, digest: SHA256.hex(of: bytes),
      pages: [
        PageSize(width: 10, height: 20, unit: .pixels),
        PageSize(width: 10, height: 20, unit: .pixels),
      ],
      documents: [
        Document(
          kind: .businessLicense, confidence: 1, pages: [1], rotationDegrees: 90, isReadWhole: true,
          facts: [
            Fact(key: "license.name", value: .string("星河"), confidence: 1, evidence: [evidence])
          ],
          hierarchy: Hierarchy(nodes: [Hierarchy.Node(name: "市场部", kind: .department)]))
      ],
      parts: [FilePart(.stamp, page: 0, box: box, facts: [])],
      notices: [Notice(file: source.file, page: 0, stage: .extract, code: .kindUnknown)])
    answer.areas = [PageArea(page: 0, box: box, content: .text)]
    answer.names = [
      NameEvidence(
        pages: [0],
        statements: [
          NameStatement(
            kind: .record, name: "e.test", type: "TXT", fields: ["v=spf1"], evidence: evidence,
            capturedAt: nil, confidence: 1)
        ], isWhole: true)
    ]
    return answer
  }

  private static func fault(_ change: (inout Extraction) -> Void) -> String? {
    var answer = honest
    change(&answer)
    return AnswerCheck(keys: ["license.name", "image.width"]).fault(in: answer, of: source)
  }

  @Test func anHonestAnswerFits() { #expect(Self.fault { _ in } == nil) }

  struct Lie: CustomTestStringConvertible, Sendable {
    let fault: String
    let change: @Sendable (inout Extraction) -> Void
    init(_ fault: String, _ change: @escaping @Sendable (inout Extraction) -> Void) {
      (self.fault, self.change) = (fault, change)
    }
    var testDescription: String { fault }
  }

  static let lies: [Lie] = [
    // Another submission's file, and the key of the cache.
    Lie("file") { $0.file = "b/执照.jpg" },
    Lie("digest") { $0.digest = SHA256.hex(of: "another") },
    Lie("digest") { $0.digest = "" },
    Lie("media_type") { $0.mediaType = .pdf },
    Lie("pages") { $0.pages[0].width = .nan },
    Lie("pages") { $0.pages[1].height = -1 },
    Lie("documents") { $0.documents[0].pages = [2] },
    Lie("documents") { $0.documents[0].pages = [-1] },
    Lie("documents") { $0.documents[0].rotationDegrees = 45 },
    Lie("documents") { $0.documents[0].kind = MaterialKind(rawValue: "<b>") },
    Lie("documents") { $0.documents[0].hierarchy?.nodes[0].confidence = .nan },
    Lie("documents") { $0.documents[0].hierarchy?.nodes[0].place.page = 7 },
    // What the company declares, and what no reader knows.
    Lie("key") { $0.documents[0].facts[0].key = "declared.company.name" },
    Lie("key") { $0.documents[0].facts[0].key = "run.as_of" },
    Lie("license.name") { $0.documents[0].facts[0].evidence[0].method = .person },
    Lie("license.name") { $0.documents[0].facts[0].evidence[0].method = .declared },
    Lie("license.name") { $0.documents[0].facts[0].evidence[0].file = "b/执照.jpg" },
    Lie("license.name") { $0.documents[0].facts[0].evidence[0].page = 2 },
    Lie("license.name") {
      $0.documents[0].facts[0].evidence[0].box = Quad(x: .infinity, y: 0, width: 1, height: 1)
    },
    Lie("license.name") { $0.documents[0].facts[0].value = .double(.nan) },
    Lie("license.name") {
      $0.documents[0].facts[0].value = .string(String(repeating: "x", count: 5 << 20))
    },
    Lie("parts") { $0.parts = [FilePart(.stamp, page: 9, facts: [])] },
    Lie("areas") { $0.areas[0].page = -1 },
    Lie("notices") { $0.notices[0].file = "b/执照.jpg" },
    Lie("notices") { $0.notices[0].stage = .declare },
    Lie("notices") { $0.notices[0].page = 2 },
    Lie("names") { $0.names[0].statements[0].confidence = 2 },
    Lie("names") { $0.names[0].statements[0].evidence.file = "dns:e.test" },
  ]

  @Test(arguments: lies) func aLieIsRefused(lie: Lie) {
    #expect(Self.fault { lie.change(&$0) } == lie.fault)
  }

  @Test(arguments: [
    "", "AAAA", "/9j/2Q==\" onload=\"x", "/9j/<b>==", "/9j/2Q=", "/9j/2===", "/9j/2Q== ",
  ])
  func whatIsNoPictureInBase64IsRefused(text: String) {
    let page = DrawnPage(width: 16, height: 9, jpeg: text)
    let seal = DocumentPicture(width: 16, height: 9, jpeg: text)
    #expect(throws: WireReader.Malformed.self) {
      try WireReader.value(DrawnPage.self, in: WireWriter.bytes(of: page))
    }
    #expect(throws: WireReader.Malformed.self) {
      try WireReader.value(DocumentPicture.self, in: WireWriter.bytes(of: seal))
    }
  }

  @Test(arguments: [0, -1, 1_000_000]) func aPictureHasASizeThatReportsTake(width: Int) {
    let page = DrawnPage(width: width, height: 9, jpeg: "/9j/2Q==")
    #expect(throws: WireReader.Malformed.self) {
      try WireReader.value(DrawnPage.self, in: WireWriter.bytes(of: page))
    }
  }

  /// The digest is the parent's own, so that nobody files one file under another's.
  @Test func aMemberOfAnArchiveHasTheDigestOfWhatItHolds() throws {
    var check = ArchiveCheck()
    let forged = ArchiveListing.Member(path: "b.jpg", digest: SHA256.hex(of: "x"), size: 1 << 40)
    let found = try check.checked(forged, Self.bytes)
    #expect(found.digest == SHA256.hex(of: Self.bytes) && found.size == Self.bytes.count)
  }

  @Test(arguments: ["", "/etc/passwd", "../a.jpg", "a/../../b.jpg", "a\u{0}b", "a/.."])
  func aMemberStaysInItsArchive(path: String) {
    var check = ArchiveCheck()
    #expect(throws: WireReader.Malformed.self) {
      try check.checked(ArchiveListing.Member(path: path, digest: "", size: 0), [])
    }
  }

  @Test func anObstacleIsAboutItsOwnMember() throws {
    var check = ArchiveCheck()
    let other = Notice(file: "b.jpg", stage: .ingest, code: .archiveDamaged)
    let declared = Notice(file: "a.jpg", stage: .declare, code: .declarationInvalid)
    for notice in [other, declared] {
      #expect(throws: WireReader.Malformed.self) {
        try check.checked(
          ArchiveListing.Member(path: "a.jpg", digest: "", size: 0, obstacle: notice), [])
      }
    }
  }

  @Test func aFrameIsNoLongerThanItsKindOfAnswerMayBe() throws {
    var frames = FrameBuffer(longest: 8)
    frames.append([0, 0, 0, 9])
    #expect(throws: WireReader.Malformed.self) { try frames.next() }
  }
}
