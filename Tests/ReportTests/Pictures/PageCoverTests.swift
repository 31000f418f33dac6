import Model
import Testing

@testable import Report

/// What of a page's picture is painted over, and when there is none.
struct PageCoverTests {
  private static let catalogue = FactCatalogue([
    FactDeclaration(key: "license.name", type: .string, material: .businessLicense),
    FactDeclaration(
      key: "id_front.name", type: .string, isPersonal: true, material: .idCardFront),
    FactDeclaration(
      key: "id_front.number", type: .string, isPersonal: true, material: .idCardFront),
    FactDeclaration(
      key: "letter.holder", type: .string, isPersonal: true,
      material: MaterialKind(rawValue: "authorization_letter")),
    FactDeclaration(key: "seal.person", type: .string, isPersonal: true, material: .electronicSeal),
  ])

  private static func fact(_ key: String, _ box: Quad?) -> Fact {
    Fact(
      key: key, value: .string("x"), confidence: 1,
      evidence: [Evidence(file: "a.jpg", page: 0, box: box, method: .ocr)])
  }

  private static func boxes(
    _ kinds: [(MaterialKind, [Fact])], _ areas: [PageArea] = [], showsPersonalData: Bool = false
  ) -> [Quad]? {
    var extraction = Extraction(
      file: "a.jpg", mediaType: .jpeg,
      pages: [PageSize(width: 1000, height: 630, unit: .pixels)],
      documents: kinds.map { kind, facts in
        Document(
          kind: kind, confidence: 1, pages: [0], rotationDegrees: 0, isReadWhole: true,
          facts: facts)
      })
    extraction.areas = areas
    let masking = Masking(
      [], [], options: ReportOptions(showsPersonalData: showsPersonalData, catalogue: catalogue))
    return PageCover(extraction, page: 0, masking).boxes
  }

  /// The digits of a card 1000 wide.
  private static let number = Quad(x: 330, y: 515, width: 570, height: 50)
  private static let nameBox = Quad(x: 180, y: 80, width: 120, height: 40)

  private static func covers(_ boxes: [Quad], _ x: Double, _ y: Double) -> Bool {
    boxes.contains { box in
      let bounds = box.bounds
      return bounds.left <= x && x <= bounds.right && bounds.top <= y && y <= bounds.bottom
    }
  }

  @Test func aPageOfNoKnownKindIsNotShown() {
    #expect(Self.boxes([]) == nil)
    #expect(Self.boxes([], showsPersonalData: true) == [])
  }

  @Test func aSignedPageIsShownWithoutPersonsSeals() {
    let seal = PageArea(
      page: 0, box: Quad(x: 600, y: 400, width: 120, height: 120), content: .picture)
    let name = Quad(x: 100, y: 100, width: 300, height: 30)
    let papers = [
      (MaterialKind.businessLicense, [Self.fact("license.name", name)]),
      (.electronicSeal, [Self.fact("seal.person", nil)]), (.signature, []),
    ]
    // Somewhere on the page may stand the person's name.
    #expect(Self.boxes(papers) == nil)
    #expect(Self.boxes(papers, [seal]) == [seal.box])
    let ofCompany = [papers[0], (MaterialKind.electronicSeal, []), papers[2]]
    #expect(Self.boxes(ofCompany) == [])
    // What a signature alone says of a page is not what it shows.
    #expect(Self.boxes(Array(papers.dropFirst())) == nil)
  }

  @Test func aLicenseIsShown() {
    let name = Quad(x: 100, y: 100, width: 300, height: 30)
    #expect(Self.boxes([(.businessLicense, [Self.fact("license.name", name)])]) == [])
  }

  @Test func peoplesNumbersOnALicenseAreCovered() throws {
    let phone = PageArea(
      page: 0, box: Quad(x: 500, y: 500, width: 200, height: 20), content: .personalNumber)
    let card = PageArea(page: 0, box: Self.number, content: .identityNumber)
    let covered = try #require(Self.boxes([(.businessLicense, [])], [phone, card]))
    #expect(Self.covers(covered, 600, 510))
    // The card around the number: its name and portrait.
    #expect(Self.covers(covered, 200, 100) && Self.covers(covered, 800, 300))
    // A number that is a public field stays.
    let code = Self.fact("license.name", phone.box)
    #expect(Self.boxes([(.businessLicense, [code])], [phone]) == [])
  }

  @Test func aCardIsCoveredLineByLineWithItsPortrait() throws {
    let text = PageArea(
      page: 0, box: Quad(x: 180, y: 260, width: 400, height: 40), content: .text)
    let covered = try #require(
      Self.boxes(
        [
          (
            .idCardFront,
            [Self.fact("id_front.number", Self.number), Self.fact("id_front.name", Self.nameBox)]
          )
        ], [text]))
    for (x, y) in [(600.0, 540.0), (240, 100), (300, 280), (780, 150), (650, 400), (900, 420)] {
      #expect(Self.covers(covered, x, y), "\(x), \(y)")
    }
  }

  @Test func aCardWithAnUnreadFieldIsCoveredWhole() throws {
    let covered = try #require(
      Self.boxes([(.idCardFront, [Self.fact("id_front.number", Self.number)])]))
    for x in stride(from: 20.0, to: 990, by: 60) {
      for y in stride(from: 20.0, to: 560, by: 60) { #expect(Self.covers(covered, x, y)) }
    }
  }

  @Test func aCardWithoutItsNumberIsNotShown() {
    #expect(Self.boxes([(.idCardFront, [Self.fact("id_front.name", Self.nameBox)])]) == nil)
    #expect(Self.boxes([(.idCardFront, [Self.fact("id_front.number", nil)])]) == nil)
  }

  @Test func aPersonalPaperWithAnUnreadFieldIsNotShown() throws {
    let letter = MaterialKind(rawValue: "authorization_letter")
    #expect(Self.boxes([(letter, [])]) == nil)
    let holder = Self.fact("letter.holder", Self.nameBox)
    #expect(try #require(Self.boxes([(letter, [holder])])).count == 1)
  }

  /// A card photographed on its side: everything turns with the number.
  @Test(arguments: [90, 180, 270])
  func theCoverTurnsWithTheCard(degrees: Int) throws {
    func turned(_ point: Point) -> Point {
      switch degrees {
      case 90: Point(x: 630 - point.y, y: point.x)
      case 180: Point(x: 1000 - point.x, y: 630 - point.y)
      default: Point(x: point.y, y: 1000 - point.x)
      }
    }
    let facts = [
      Self.fact("id_front.number", Self.number.map(turned)),
      Self.fact("id_front.name", Self.nameBox.map(turned)),
    ]
    let covered = try #require(Self.boxes([(.idCardFront, facts)]))
    for corner in [Point(x: 640, y: 100), Point(x: 940, y: 480), Point(x: 780, y: 250)] {
      let point = turned(corner)
      #expect(Self.covers(covered, point.x, point.y))
    }
  }
}
