import Assemble
import Model
import Testing

@Suite struct CardFactsTests {
  private static let born = "1980-06-15"

  private func front(_ born: String = born) throws -> Extraction {
    var front = Specimens.front("1.jpg")
    front.documents[0].facts.append(
      Specimens.fact(
        "id_front.born_on", .date(try #require(CalendarDate(iso: born))), in: "1.jpg"))
    return front
  }

  private func assembled(_ back: Extraction, born: String = born) throws -> FactSet {
    let catalogue = FactCatalogue(
      Specimens.catalogue.declarations + [
        FactDeclaration(key: "id_front.born_on", type: .date),
        FactDeclaration(key: "id_back.valid_to", type: .date, isNullable: true),
      ])
    return Assembly.factSet(
      extractions: [try front(born), back], declaration: [], isDrafted: false,
      asOf: try #require(CalendarDate(iso: "2026-06-14")), catalogue: catalogue,
      minimumConfidence: 0.85)
  }

  private func day(_ text: String) throws -> Value {
    .date(try #require(CalendarDate(iso: text)))
  }

  @Test(arguments: [
    ("2016-06-15", "2036-06-15", 20, 36, 3654), ("2016-06-14", "2026-06-13", 10, 35, -1),
    ("2021-06-15", "2026-06-14", 5, 41, 0),
  ])
  func agesAndTerms(_ from: String, _ to: String, _ years: Int, _ age: Int, _ left: Int) throws {
    let facts = try assembled(Specimens.back("2.jpg", from: from, to: try day(to))).facts
    #expect(facts["id_back.term_years"]?.value == .int(years))
    #expect(facts["id_back.age_at_issue"]?.value == .int(age))
    #expect(facts["id_back.days_left"]?.value == .int(left))
    // The birthday is tomorrow.
    #expect(facts["id_front.age"]?.value == .int(45))
  }

  @Test func longTermHasNoEnd() throws {
    let facts = try assembled(Specimens.back("2.jpg", from: "2026-01-01", to: .null)).facts
    #expect(facts["id_back.term_years"]?.value == .null)
    #expect(facts["id_back.days_left"]?.value == .null)
    #expect(facts["id_back.days_left"]?.state == .known)
  }

  @Test func unreadDateLeavesItOpen() throws {
    let facts = try assembled(Specimens.back("2.jpg", from: "2026-01-01")).facts
    #expect(facts["id_back.days_left"]?.state == .unread)
    #expect(facts["id_back.term_years"]?.value == nil)
  }

  @Test func rolesAndSidesAreFactsOfTheDocument() throws {
    let set = try Specimens.assembled([
      Specimens.front("1.jpg"), Specimens.back("2.jpg"), Specimens.license("3.jpg"),
    ])
    func value(_ file: String, _ key: String) -> Value? {
      set.documents.first { $0.file == file }?.facts[key]?.value
    }
    #expect(value("1.jpg", "id_front.role") == .string("legal_representative"))
    #expect(value("2.jpg", "id_back.role") == .string("legal_representative"))
    #expect(value("3.jpg", "license.role") == .string("primary"))
    #expect(value("1.jpg", "id_front.has_other_side") == .bool(true))
  }

  @Test func oneSideAlone() throws {
    let set = try Specimens.assembled([Specimens.front("1.jpg")])
    let side = set.documents[0].facts["id_front.has_other_side"]
    #expect(side?.value == .bool(false))
    #expect(side?.state == .known)
  }

  @Test func missingSideMayBeInAFileThatWasNotUnderstood() throws {
    var file = Extraction(file: "9.jpg", mediaType: .jpeg)
    file.notices = [Notice(file: "9.jpg", page: 0, stage: .extract, code: .pictureDamaged)]
    let set = try Specimens.assembled([Specimens.front("1.jpg"), file])
    #expect(set.documents[0].facts["id_front.has_other_side"]?.state == .doubtful)
  }
}
