import Assemble
import Model
import Testing

@Suite struct CardTests {
  private static let operatorNumber = "440524188001010014"
  private static let both = [
    "company.legal_representative": "张三丰", "operator.name": "李四",
    "operator.id_number": operatorNumber,
  ]

  private func operatorFront(_ file: String, name: String? = "李四") -> Extraction {
    Specimens.front(file, name: name, number: Self.operatorNumber)
  }

  @Test func representativeAndOperatorByDeclaration() throws {
    let set = try Specimens.assembled(
      [operatorFront("1.jpg"), Specimens.front("2.jpg")], declared: Self.both)
    #expect(set.role("1.jpg") == "operator")
    #expect(set.role("2.jpg") == "legal_representative")
    #expect(set.text("id_front.name") == "张三丰")
  }

  @Test func representativeByLicense() throws {
    let set = try Specimens.assembled([
      operatorFront("1.jpg"), Specimens.front("2.jpg"), Specimens.license("3.jpg"),
    ])
    #expect(set.role("2.jpg") == "legal_representative")
    #expect(set.role("1.jpg") == "other")
  }

  @Test func numberCountsMoreThanName() throws {
    let set = try Specimens.assembled(
      [Specimens.front("1.jpg", number: Self.operatorNumber), Specimens.front("2.jpg")],
      declared: [
        "company.legal_representative": "张三丰",
        "legal_representative.id_number": Self.operatorNumber,
      ])
    #expect(set.role("1.jpg") == "legal_representative")
    #expect(set.role("2.jpg") == "other")
  }

  @Test func onlyCardIsTheRepresentativesEvenIfItSaysAnotherName() throws {
    let set = try Specimens.assembled(
      [Specimens.front("1.jpg", name: "王五")], declared: ["company.legal_representative": "张三丰"])
    #expect(set.role("1.jpg") == "legal_representative")
    #expect(set.text("id_front.name") == "王五")
  }

  @Test func cardThatIsLeftIsTheRepresentatives() throws {
    let set = try Specimens.assembled(
      [operatorFront("1.jpg"), Specimens.front("2.jpg", name: "王五")], declared: Self.both)
    #expect(set.role("2.jpg") == "legal_representative")
  }

  @Test func operatorsCardAloneIsNotTheRepresentatives() throws {
    let set = try Specimens.assembled([operatorFront("1.jpg")], declared: Self.both)
    #expect(set.facts["id_front.name"]?.state == .noDocument)
    #expect(set.role("1.jpg") == "operator")
  }

  @Test func samePersonInBothPartsIsTheRepresentative() throws {
    let set = try Specimens.assembled(
      [Specimens.front("1.jpg")],
      declared: ["company.legal_representative": "张三丰", "operator.name": "张三丰"])
    #expect(set.role("1.jpg") == "legal_representative")
  }

  @Test func severalStrangersLeaveItOpen() throws {
    let set = try Specimens.assembled(
      [Specimens.front("1.jpg", name: "王五"), operatorFront("2.jpg", name: "赵六")],
      declared: ["company.legal_representative": "张三丰"])
    #expect(set.facts["id_front.name"]?.state == .conflicting)
    #expect(set.facts["id_front.name"]?.alternatives == [.string("王五"), .string("赵六")])
    #expect(set.facts["id_front.name"]?.value == nil)
  }

  @Test func misreadNameOfTheRightPersonIsStillTheirs() throws {
    let set = try Specimens.assembled(
      [Specimens.front("1.jpg", name: "张三卡"), operatorFront("2.jpg", name: "赵六")],
      declared: ["company.legal_representative": "张三丰"])
    #expect(set.role("1.jpg") == "legal_representative")
  }

  @Test func copiesOfACardMerge() throws {
    let set = try Specimens.assembled(
      [
        Specimens.front("1.jpg"), Specimens.front("2.pdf"),
        Specimens.front("3.jpg", number: nil),
      ], declared: Self.both)
    #expect(set.documents.map(\.role) == [String?](repeating: "legal_representative", count: 3))
    #expect(set.facts["id_front.name"]?.evidence.count == 3)
  }

  @Test(arguments: [
    // Two persons, the sides in other orders and other ways to name them.
    ["张三丰正面.jpg", "张三丰反面.jpg", "李四正面.jpg", "李四反面.jpg"],
    ["zhang-front.jpg", "zhang-back.jpg", "li-front.jpg", "li-back.jpg"],
    ["a/1.jpg", "a/2.jpg", "b/1.jpg", "b/2.jpg"],
    ["身份证1.jpg", "身份证2.jpg", "身份证3.jpg", "身份证4.jpg"],
    ["人像面-张三丰.jpg", "国徽面-张三丰.jpg", "人像面-李四.jpg", "国徽面-李四.jpg"],
    ["张三丰/正面.png", "张三丰/反面.png", "李四/正面.png", "李四/反面.png"],
  ])
  func sidesArePairedByNames(files: [String]) throws {
    let set = try Specimens.assembled(
      [
        Specimens.front(files[0]), Specimens.back(files[1]), operatorFront(files[2]),
        Specimens.back(files[3], authority: "广州市公安局", from: "2020-02-02"),
      ], declared: Self.both)
    #expect(
      files.map(set.role) == [
        "legal_representative", "legal_representative", "operator", "operator",
      ])
    #expect(set.text("id_back.authority") == "深圳市公安局南山分局")
  }

  @Test(arguments: [[0, 1, 2, 3], [1, 0, 3, 2], [0, 0, 1, 1]])
  func sidesArePairedByPages(pages: [Int]) throws {
    let set = try Specimens.assembled(
      [
        Specimens.joined(
          Specimens.front("cards.pdf", page: pages[0]), Specimens.back("cards.pdf", page: pages[1]),
          Specimens.front("cards.pdf", name: "李四", number: Self.operatorNumber, page: pages[2]),
          Specimens.back(
            "cards.pdf", authority: "广州市公安局", from: "2020-02-02", page: pages[3]))
      ], declared: Self.both)
    #expect(set.text("id_back.authority") == "深圳市公安局南山分局")
    #expect(set.facts["id_back.authority"]?.state == .known)
  }

  /// Two portrait sides, then two emblem sides: nobody can say which goes with which.
  @Test func sidesInNoTurnsStayOpen() throws {
    let set = try Specimens.assembled(
      [
        Specimens.front("1.jpg"), operatorFront("2.jpg"), Specimens.back("3.jpg"),
        Specimens.back("4.jpg", authority: "广州市公安局", from: "2020-02-02"),
      ], declared: Self.both)
    #expect(set.facts["id_back.authority"]?.state == .conflicting)
    #expect(set.facts["id_front.name"]?.state == .known)
  }

  @Test func numbersFarApartAreNoNeighbours() throws {
    let set = try Specimens.assembled(
      [Specimens.front("IMG_1.jpg"), operatorFront("IMG_4.jpg"), Specimens.back("IMG_9.jpg")],
      declared: Self.both)
    #expect(set.facts["id_back.authority"]?.state == .conflicting)
    #expect(set.role("IMG_9.jpg") == "other")
  }

  @Test func copiesInTwoFormatsArePaired() throws {
    let set = try Specimens.assembled(
      [
        Specimens.front("张三丰正面.jpg"), Specimens.back("张三丰反面.jpg"),
        Specimens.front("张三丰正面.png"), Specimens.back("张三丰反面.png"),
        operatorFront("李四正面.jpg"),
        Specimens.back("李四反面.jpg", authority: "广州市公安局", from: "2020-02-02"),
      ], declared: Self.both)
    #expect(set.facts["id_back.authority"]?.evidence.count == 2)
    #expect(set.text("id_back.authority") == "深圳市公安局南山分局")
  }

  @Test func lastTwoSidesBelongTogetherWhateverTheirNames() throws {
    let set = try Specimens.assembled([
      Specimens.front("IMG_0031.jpg"), Specimens.back("扫描件.png"),
    ])
    #expect(set.role("扫描件.png") == "legal_representative")
    #expect(set.facts["id_back.authority"]?.state == .known)
  }

  @Test func otherPersonsEmblemSideIsNotTheRepresentatives() throws {
    let set = try Specimens.assembled(
      [
        Specimens.front("张三丰正面.jpg"), operatorFront("李四正面.jpg"),
        Specimens.back("李四反面.jpg", authority: "广州市公安局"),
      ], declared: Self.both)
    #expect(set.facts["id_back.authority"]?.state == .noDocument)
  }

  @Test func emblemSidesThatCannotBeAssignedConflict() throws {
    let set = try Specimens.assembled(
      [
        Specimens.front("甲.jpg"), operatorFront("乙.jpg"), Specimens.back("丙.jpg"),
        Specimens.back("丁.jpg", authority: "广州市公安局"),
      ], declared: Self.both)
    #expect(set.facts["id_back.authority"]?.state == .conflicting)
    #expect(set.role("丙.jpg") == "other")
  }

  @Test func emblemSideAloneIsTheRepresentatives() throws {
    let set = try Specimens.assembled([Specimens.back("a.jpg"), Specimens.back("b.pdf")])
    #expect(set.facts["id_back.authority"]?.state == .known)
    #expect(set.facts["id_front.name"]?.state == .noDocument)
    #expect(set.facts["id_back.valid_to"]?.state == .unread)
  }
}
