import Assemble
import Model
import Testing

@Suite struct BatchTests {
  private struct Company {
    let name: String
    let extractions: [Extraction]
    let declaration: [Fact]

    init(_ name: String, _ declared: [String: String], _ extractions: [Extraction] = []) {
      self.name = name
      self.extractions = extractions
      declaration = Specimens.declared(declared.merging(["channel": "wecom"]) { own, _ in own })
    }

    var traces: BatchTraces {
      BatchTraces(
        submission: name, extractions: extractions, declaration: declaration,
        minimumConfidence: 0.85)
    }

    func facts(in index: BatchIndex?) throws -> FactSet {
      Assembly.factSet(
        extractions: extractions, declaration: declaration, isDrafted: false,
        asOf: try #require(CalendarDate(iso: "2026-11-22")), catalogue: Specimens.catalogue,
        minimumConfidence: 0.85, in: index.map { BatchPlace(index: $0, submission: name) })
    }
  }

  private func index(_ companies: [Company]) -> BatchIndex {
    var index = BatchIndex()
    for company in companies { index.insert(company.traces.withoutEvidence) }
    return index
  }

  private func list(_ names: String...) -> Value { .list(names.map(Value.string)) }

  @Test(arguments: [
    (
      ["legal_representative.phone": "138 0013-8000"], ["operator.phone": "+8613800138000"], "phone"
    ),
    (["mail.address": "A@Example.com"], ["operator.mail": "a@example.com"], "mailbox"),
    (["mail.domain": "example.com"], ["mail.domain": "@EXAMPLE.com"], "domain"),
    (
      ["company.credit_code": "91350100m000100y43"],
      ["company.credit_code": "91350100M000100Y43"], "license"
    ),
    (
      ["operator.id_number": "11010519491231002x"],
      ["legal_representative.id_number": "11010519491231002X"], "id_number"
    ),
  ])
  func whatIsDeclaredTwice(_ first: [String: String], _ second: [String: String], _ subject: String)
    throws
  {
    let companies = [Company("乙", first), Company("甲", second), Company("丙", [:])]
    let index = index(companies)
    let facts = try companies[0].facts(in: index).facts
    #expect(facts["batch.same_\(subject)"]?.value == list("甲"))
    #expect(facts["batch.\(subject)_uses"]?.value == .int(2))
    #expect(facts["batch.submissions"]?.value == .int(3))
    let others = try companies[2].facts(in: index).facts
    #expect(others["batch.same_\(subject)"]?.value == .list([]))
    #expect(others["batch.\(subject)_uses"]?.value == .int(0))
    #expect(companies.map { index.occurrences(of: $0.traces) } == [2, 2, 0])
  }

  @Test func cardReadInOneAndDeclaredInAnother() throws {
    let companies = [
      Company("a", [:], [Specimens.front("1.jpg")]),
      Company("b", ["operator.id_number": "11010519491231002X"]),
    ]
    let facts = try companies[1].facts(in: index(companies)).facts
    #expect(facts["batch.same_id_number"]?.value == list("a"))
  }

  @Test func doubtfulReadingIsNoStatement() throws {
    let companies = [
      Company("a", [:], [Specimens.front("1.jpg", confidence: 0.6)]),
      Company("b", ["operator.id_number": "11010519491231002X"]),
    ]
    let facts = try companies[1].facts(in: index(companies)).facts
    #expect(facts["batch.same_id_number"]?.value == .list([]))
  }

  @Test func sameFileByDigest() throws {
    var file = Specimens.license("执照.jpg")
    file.digest = "aa"
    var other = Specimens.license("副本.jpg")
    other.digest = "aa"
    var unread = Specimens.license("x.jpg", name: nil, code: nil)
    unread.digest = ""
    let companies = [
      Company("a", [:], [file]), Company("b", [:], [other]), Company("c", [:], [unread]),
    ]
    let index = index(companies)
    #expect(try companies[0].facts(in: index).facts["batch.same_file"]?.value == list("b"))
    #expect(try companies[2].facts(in: index).facts["batch.same_file"]?.value == .list([]))
  }

  @Test func platformsCountTheirOwnSubmissions() throws {
    let phone = ["operator.phone": "13800138000"]
    let companies = [
      Company("a", phone), Company("b", phone),
      Company("c", phone.merging(["channel": "icp"]) { $1 }),
    ]
    let facts = try companies[2].facts(in: index(companies)).facts
    #expect(facts["batch.phone_uses"]?.value == .int(1))
    #expect(facts["batch.same_phone"]?.value == list("a", "b"))
  }

  @Test func aloneItSharesNothing() throws {
    let facts = try Company("a", ["operator.phone": "13800138000"]).facts(in: nil).facts
    #expect(facts["batch.submissions"]?.value == .int(1))
    #expect(facts["batch.same_phone"]?.value == .list([]))
    #expect(facts["batch.phone_uses"]?.value == .int(1))
  }

  @Test func orderOfInsertionDoesNotMatter() throws {
    let companies = ["c", "a", "b"].map { Company($0, ["mail.domain": "example.com"]) }
    let facts = try companies[1].facts(in: index(companies)).facts
    #expect(facts["batch.same_domain"]?.value == list("b", "c"))
    let reversed = try companies[1].facts(in: index(companies.reversed())).facts
    #expect(reversed["batch.same_domain"] == facts["batch.same_domain"])
  }

  @Test func nothingOfWhatIsSharedIsInTheFacts() throws {
    let secret = "13800138000"
    let companies = [
      Company("a", ["operator.phone": secret]), Company("b", ["operator.phone": secret]),
    ]
    let facts = try companies[0].facts(in: index(companies)).facts.values
      .filter { $0.key.hasPrefix("batch.") }
    #expect(!facts.isEmpty)
    for fact in facts { #expect(!"\(fact)".contains(secret)) }
  }
}
