import Model
import Testing

@testable import Report

struct ExpiryTests {
  private static let kinds = FactCatalogue(
    [
      FactDeclaration(
        key: "id_back.valid_to", type: .date, isNullable: true,
        label: LocalizedText("有效期限", "validity"), material: .idCardBack, isExpiry: true),
      FactDeclaration(
        key: "license.term_to", type: .date, isNullable: true,
        label: LocalizedText("营业期限", "term"), material: .businessLicense, isExpiry: true),
      FactDeclaration(key: "license.term_kind", type: .string, material: .businessLicense),
      FactDeclaration(key: "license.issued_on", type: .date, material: .businessLicense),
    ],
    titles: [
      .idCardBack: LocalizedText("身份证国徽面", "ID card"),
      .businessLicense: LocalizedText("营业执照", "License"),
    ])
  private static let options = ReportOptions(catalogue: kinds)

  static func fact(_ key: String, _ state: FactState, _ value: Value?) -> ResolvedFact {
    ResolvedFact(key: key, state: state, value: value, confidence: 0.9)
  }

  static func card(
    _ id: String, _ file: String, _ state: FactState, _ value: Value?,
    role: String = "legal_representative"
  ) -> AssembledDocument {
    AssembledDocument(
      id: id, kind: .idCardBack, role: role, confidence: 1, file: file, pages: [0],
      facts: ["id_back.valid_to": fact("id_back.valid_to", state, value)])
  }

  static func items(
    _ documents: [AssembledDocument], notices: [Notice] = [], in name: String = "子公司一"
  ) -> ExpiryItems {
    let files = documents.map(\.file) + ["其他.jpg"]
    return ExpiryItems(
      of: FactSet(
        facts: ["license.name": fact("license.name", .known, .string("深圳市星河科技有限公司"))],
        documents: documents),
      files.uniqued().map { Extraction(file: $0, mediaType: .jpeg, notices: notices) }, in: name,
      options: options)
  }

  static func list(
    _ items: [ExpiryItems], within: Int = 90, on day: String = "2026-11-22"
  ) throws -> ExpiryList {
    ExpiryList(of: items, asOf: try Specimen.date(day), within: within)
  }

  @Test(arguments: [
    ("2026-11-21", "expired", -1), ("2026-11-22", "runs_out", 0), ("2027-02-20", "runs_out", 90),
    ("2005-01-01", "expired", -7995),
  ])
  func daysAreCountedFromTheDayOfTheList(day: String, state: String, left: Int) throws {
    let list = try Self.list([
      Self.items([Self.card("m1", "反面.jpg", .known, .date(try Specimen.date(day)))])
    ])
    let part = try #require(list.parts.first)
    #expect(part.state.rawValue == state)
    #expect(list.daysLeft(try #require(part.items.first)) == left)
  }

  @Test func laterAndUnlimitedOnesAreCountedAlone() throws {
    let list = try Self.list([
      Self.items([
        Self.card("m1", "a.jpg", .known, .date(try Specimen.date("2027-02-21"))),
        Self.card("m2", "b.jpg", .known, .null, role: "operator"),
      ])
    ])
    #expect(list.parts.isEmpty)
    #expect(list.laterCount == 1 && list.unlimitedCount == 1)
    let text = ExpiryText.text(of: list, locale: .chinese, style: TerminalStyle())
    #expect(text.contains("90 天内没有到期的材料"))
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let day = try Specimen.date("2026-12-01")
    let list = try Self.list([
      Self.items([
        Self.card("m1", "a.jpg", .unread, nil), Self.card("m2", "b.jpg", .doubtful, .date(day)),
      ]),
      ExpiryItems(of: FactSet(facts: [:]), [], in: "子公司二", options: Self.options),
    ])
    #expect(list.soon.isEmpty && list.expired.isEmpty)
    #expect(list.unknown.map(\.files) == [["a.jpg"], ["b.jpg"], []])
    let text = ExpiryText.text(of: list, locale: .chinese, style: TerminalStyle(width: 200))
    #expect(text.contains("日期不明 3 项") && text.contains("可能是 2026-12-01"))
    #expect(text.contains("子公司二  没有交任何文件"))
  }

  /// A file that is no known paper may be one that runs out: it is told, and nothing is called fine beside it.
  @Test(arguments: ReportLocale.allCases)
  func whatWasNotRecognizedIsSaid(locale: ReportLocale) throws {
    let strange = Notice(file: "照片.jpg", stage: .extract, code: .kindUnknown)
    let list = try Self.list([Self.items([], notices: [strange])])
    #expect(list.unknown.map(\.files) == [["照片.jpg"]])
    let text = ExpiryText.text(of: list, locale: locale, style: TerminalStyle(width: 200))
    let page = try ExpiryPage.text(of: list, locale: locale)
    for shown in [text, page] {
      #expect(!shown.contains("90 天内没有到期的材料") && !shown.contains("Nothing runs out"))
      #expect(shown.contains("照片.jpg"))
      #expect(shown.contains(try #require(list.nothing(locale))))
    }
    let none = try Self.list([Self.items([])])
    #expect(none.nothing(.chinese) == "90 天内没有到期的材料。")
  }

  @Test func aTermThatIsNotPrintedHasNoEnd() throws {
    func license(_ kind: String?) -> AssembledDocument {
      var facts = ["license.term_to": Self.fact("license.term_to", .unread, nil)]
      facts["license.term_kind"] = kind.map { Self.fact("license.term_kind", .known, .string($0)) }
      return AssembledDocument(
        id: "m1", kind: .businessLicense, role: "primary", confidence: 1, file: "执照.jpg",
        pages: [0], facts: facts)
    }
    #expect(Self.items([license("not_printed")]).items.isEmpty)
    #expect(Self.items([license("not_printed")]).unlimited == 1)
    #expect(Self.items([license(nil)]).items.map(\.day) == [.unread])
    #expect(Self.items([license("fixed")]).items.map(\.day) == [.unread])
  }

  @Test func copiesOfAPaperAreToldOnce() throws {
    let day = Value.date(try Specimen.date("2026-12-01"))
    let found = Self.items([
      Self.card("m1", "b.pdf", .known, day), Self.card("m2", "a.jpg", .known, day),
      Self.card("m3", "c.jpg", .known, day, role: "operator"),
    ])
    #expect(found.items.map(\.files) == [["a.jpg", "b.pdf"], ["c.jpg"]])
    #expect(found.items[0].what.chinese == "身份证国徽面（法定代表人）：有效期限")
  }

  @Test func daysLeftAreNumbersInTheTable() throws {
    let list = try Self.list([
      Self.items([Self.card("m1", "=1+1.jpg", .known, .date(try Specimen.date("2026-11-20")))])
    ])
    let rows = CSVTests.rows(ExpiryTable.text(of: list))
    #expect(rows.count == 2 && rows[1].count == ExpiryTable.columns.count)
    #expect(rows[1][2...4] == ["expired", "2026-11-20", "-2"])
    #expect(rows[1].last == "'=1+1.jpg")
  }

  @Test(arguments: ReportLocale.allCases)
  func thePageShowsAllParts(locale: ReportLocale) throws {
    let list = try Self.list([
      Self.items([
        Self.card("m1", "<b>.jpg", .known, .date(try Specimen.date("2026-12-01"))),
        Self.card("m2", "x.jpg", .unread, nil),
      ])
    ])
    let page = try ExpiryPage.text(of: list, locale: locale)
    #expect(page.contains("&lt;b&gt;.jpg") && page.contains("2026-12-01"))
    #expect(page.contains(ExpiryState.unknown.heading(1, within: 90, locale)))
  }
}
