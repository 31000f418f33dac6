import Assemble
import Model
import Testing

@Suite struct LicenseTests {
  @Test func everyKeyOfAMaterialHasAnEntry() throws {
    let set = try Specimens.assembled([Specimens.license("a.jpg")])
    #expect(set.facts["license.name"]?.state == .known)
    #expect(set.facts["license.name"]?.document == "m1")
    #expect(set.facts["license.address"]?.state == .unread)
    #expect(set.facts["license.address"]?.evidence.first?.file == "a.jpg")
    #expect(set.facts["id_front.name"]?.state == .noDocument)
    #expect(set.facts["id_back.valid_to"]?.state == .noDocument)
    #expect(set.facts["letter.subject"]?.state == .noDocument)
    #expect(set.facts["image.width"] == nil)
    #expect(set.documents.first?.facts["license.address"]?.state == .unread)
  }

  @Test func readingsBelowTheMinimumAreDoubtful() throws {
    let set = try Specimens.assembled([Specimens.license("a.jpg", confidence: 0.849)])
    #expect(set.facts["license.name"]?.state == .doubtful)
    #expect(set.text("license.name") == "深圳市星河科技有限公司")
    #expect(
      try Specimens.assembled([Specimens.license("a.jpg", confidence: 0.85)])
        .facts["license.name"]?.state == .known)
  }

  @Test func equalCopiesMergeTheirEvidence() throws {
    let set = try Specimens.assembled([
      Specimens.license("a.jpg", name: "星河科技（集团）有限公司", confidence: 0.9),
      Specimens.license("b.pdf", name: "星河科技(集团)有限公司", confidence: 0.97),
    ])
    let name = try #require(set.facts["license.name"])
    #expect(name.state == .known)
    #expect(name.confidence == 0.97)
    #expect(name.value == .string("星河科技(集团)有限公司"))
    #expect(name.evidence.map(\.file) == ["a.jpg", "b.pdf"])
    #expect(set.documents.map(\.role) == ["primary", "primary"])
  }

  @Test func differentCopiesConflict() throws {
    let set = try Specimens.assembled([
      Specimens.license("a.jpg", person: "张三丰"), Specimens.license("b.jpg", person: "李四"),
    ])
    let person = try #require(set.facts["license.legal_representative"])
    #expect(person.state == .conflicting)
    #expect(person.value == nil)
    #expect(person.alternatives == [.string("张三丰"), .string("李四")])
    #expect(person.evidence.count == 2)
    #expect(set.facts["license.name"]?.state == .known)
  }

  @Test func doubtfulCopiesContradictNothingSure() throws {
    let set = try Specimens.assembled([
      Specimens.license("a.jpg"), Specimens.license("b.jpg", person: "张三卡", confidence: 0.5),
    ])
    #expect(set.facts["license.legal_representative"]?.state == .known)
    #expect(set.text("license.legal_representative") == "张三丰")
    #expect(
      set.documents.last?.facts["license.legal_representative"]?.state == .doubtful)
  }

  @Test func nullAndDateConflict() throws {
    let end = try #require(CalendarDate(iso: "2030-01-01"))
    let set = try Specimens.assembled([
      Specimens.license(
        "a.jpg", extra: [Specimens.fact("license.term_to", .null, in: "a.jpg")]),
      Specimens.license(
        "b.jpg", extra: [Specimens.fact("license.term_to", .date(end), in: "b.jpg")]),
    ])
    #expect(set.facts["license.term_to"]?.alternatives == [.null, .date(end)])
  }

  private static let own = Specimens.license("z-own.jpg")
  private static let stranger = Specimens.license(
    "a.jpg", name: "广州市天狼贸易有限公司", code: "91440300708461136T", person: "李四", confidence: 0.999)

  @Test(arguments: [
    ["company.credit_code": "9144 0300 7152 6726 xg"], ["company.name": "深圳市星河科技有限公司"],
    // One character off: a mistake to be shown against this license, not a reason to take the other.
    ["company.name": "深圳市星和科技有限公司"], ["company.credit_code": "9144030071526726XC"],
  ])
  func declaredCompanyIsPrimary(declared: [String: String]) throws {
    let set = try Specimens.assembled([Self.own, Self.stranger], declared: declared)
    #expect(set.role("z-own.jpg") == "primary")
    #expect(set.role("a.jpg") == "other")
    #expect(set.text("license.name") == "深圳市星河科技有限公司")
    #expect(set.facts["license.name"]?.state == .known)
  }

  @Test func withoutADeclarationTheBestReadIsPrimary() throws {
    let set = try Specimens.assembled([Self.own, Self.stranger])
    #expect(set.role("a.jpg") == "primary")
  }

  @Test func onlyLicenseIsPrimaryWhateverIsDeclared() throws {
    let set = try Specimens.assembled([Self.stranger], declared: ["company.name": "深圳市星河科技有限公司"])
    #expect(set.role("a.jpg") == "primary")
    #expect(set.text("license.name") == "广州市天狼贸易有限公司")
  }

  @Test func copiesAreFoundThroughEachOther() throws {
    // The second has no code, the third no name: the first ties them.
    let set = try Specimens.assembled([
      Specimens.license("a.jpg", code: nil), Specimens.license("b.jpg", name: nil),
      Specimens.license("c.jpg"),
    ])
    #expect(set.documents.map(\.role) == ["primary", "primary", "primary"])
  }

  @Test func kindsWithoutRolesMergeTheirDocuments() throws {
    let letter = MaterialKind(rawValue: "letter")
    let set = try Specimens.assembled([
      Specimens.extraction("a.jpg", letter, texts: ["letter.subject": "甲"], 0.9),
      Specimens.extraction("b.jpg", letter, texts: ["letter.subject": "甲"], 0.9),
    ])
    #expect(set.facts["letter.subject"]?.state == .known)
    #expect(set.documents.map(\.role) == [nil, nil])
  }
}
