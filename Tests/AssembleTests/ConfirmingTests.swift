import Assemble
import Model
import Testing

/// What persons saw replaces what was read, in the file that they saw.
@Suite struct ConfirmingTests {
  private func confirmation(
    _ fact: String = "license.name", _ value: Model.Confirmation.Written = .text("深圳市银河科技有限公司"),
    file: String = "a.jpg", digest: String = "d", page: Int? = 0
  ) throws -> Model.Confirmation {
    Model.Confirmation(
      fact: fact, value: value, file: file, digest: digest, page: page,
      confirmer: Confirmer(by: "何核对", on: try #require(CalendarDate(iso: "2026-11-22"))),
      source: "confirmed.yaml", position: TextPosition(line: 3, column: 5))
  }

  private func read(_ extraction: Extraction) -> Extraction {
    var extraction = extraction
    extraction.digest = "d"
    extraction.pages = [PageSize(width: 10, height: 10, unit: .pixels)]
    return extraction
  }

  private func factSet(_ extractions: [Extraction]) throws -> FactSet {
    Assembly.factSet(
      extractions: extractions, declaration: [], isDrafted: false,
      asOf: try #require(CalendarDate(iso: "2026-11-22")), catalogue: Specimens.catalogue,
      minimumConfidence: 0.85)
  }

  @Test func aReadingIsReplacedWithItsBox() throws {
    let (extractions, notices) = Confirming.applied(
      [try confirmation()], to: [read(Specimens.license("a.jpg"))], catalogue: Specimens.catalogue)
    let fact = try #require(try factSet(extractions).facts["license.name"])
    #expect(fact.state == .known && fact.value == .string("深圳市银河科技有限公司"))
    #expect(fact.evidence.map(\.method) == [.person])
    #expect(fact.evidence.first?.confirmer?.by == "何核对")
    #expect(notices.map(\.code) == [.confirmedByPerson])
    // Twice is the same as once.
    let again = Confirming.applied(
      [try confirmation()], to: extractions, catalogue: Specimens.catalogue)
    #expect(again.extractions == extractions)
  }

  @Test func aPageThatNobodyKnewBecomesTheDocument() throws {
    var unknown = read(Extraction(file: "a.jpg", mediaType: .jpeg))
    unknown.note(.kindUnknown, page: 0)
    #expect(try factSet([unknown]).documents.isEmpty)
    let (extractions, _) = Confirming.applied(
      [try confirmation(), try confirmation("license.term_to", .null)], to: [unknown],
      catalogue: Specimens.catalogue)
    let set = try factSet(extractions)
    #expect(set.hidingFiles.isEmpty)
    #expect(set.documents.map(\.kind) == [.businessLicense])
    #expect(set.facts["license.term_to"]?.value == .null)
    #expect(set.facts["license.name"]?.state == .known)
  }

  @Test(arguments: [
    (
      "license.nam", Model.Confirmation.Written.text("x"), "a.jpg", "d",
      NoticeCode.confirmationInvalid
    ),
    ("license.issued_on", .text("某日"), "a.jpg", "d", .confirmationInvalid),
    ("license.name", .null, "a.jpg", "d", .confirmationInvalid),
    ("license.name", .list(["x"]), "a.jpg", "d", .confirmationInvalid),
    ("image.width", .text("3"), "a.jpg", "d", .confirmationInvalid),
    ("run.as_of", .text("2026-01-01"), "a.jpg", "d", .confirmationInvalid),
    ("license.name", .text("x"), "b.jpg", "d", .confirmationInvalid),
    ("license.name", .text("x"), "a.jpg", "e", .confirmationStale),
  ])
  func whatDoesNotHoldCountsForNothing(
    fact: String, value: Model.Confirmation.Written, file: String, digest: String, code: NoticeCode
  ) throws {
    let before = [read(Specimens.license("a.jpg"))]
    let (extractions, notices) = Confirming.applied(
      [try confirmation(fact, value, file: file, digest: digest)], to: before,
      catalogue: Specimens.catalogue)
    #expect(extractions == before)
    #expect(notices.map(\.code) == [code])
    #expect(notices.first?.details["line"] == "3")
  }

  /// Whoever wrote the second entry must not win silently.
  @Test func whatContradictsItselfCountsForNothing() throws {
    let before = [read(Specimens.license("a.jpg"))]
    let both = [
      try confirmation("license.name", .text("甲有限公司")),
      try confirmation("license.name", .text("乙有限公司")),
    ]
    let (extractions, notices) = Confirming.applied(
      both, to: before, catalogue: Specimens.catalogue)
    #expect(extractions == before)
    #expect(notices.map(\.code) == [.confirmationInvalid, .confirmationInvalid])
  }

  /// Two papers of a kind on one page: it is not known which was looked at.
  @Test(arguments: [0, nil])
  func oneOfTwoOnAPageCannotBeMeant(page: Int?) throws {
    var pair = read(Specimens.license("a.jpg"))
    pair.documents += pair.documents
    let (extractions, notices) = Confirming.applied(
      [try confirmation(page: page)], to: [pair], catalogue: Specimens.catalogue)
    #expect(extractions == [pair] && notices.map(\.code) == [.confirmationInvalid])
  }

  /// The number that was misread must not stand beside the text that was seen.
  @Test(arguments: [("叁佰万元整", NoticeCode.confirmedByPerson), ("见附页", .confirmationInvalid)])
  func anAmountIsConfirmedWithItsNumber(text: String, code: NoticeCode) throws {
    let (_, notices) = Confirming.applied(
      [try confirmation("license.registered_capital", .text(text))],
      to: [read(Specimens.license("a.jpg"))], catalogue: Specimens.catalogue)
    #expect(notices.map(\.code) == [code])
  }

  @Test func aFileWithoutPagesShowsNothingToLookAt() throws {
    var text = read(Extraction(file: "a.jpg", mediaType: .text))
    text.pages = []
    let (_, notices) = Confirming.applied(
      [try confirmation()], to: [text], catalogue: Specimens.catalogue)
    #expect(notices.map(\.code) == [.confirmationInvalid])
  }

  @Test(arguments: ["长期", "长期有效", "永久", "无固定期限"])
  func aTermWithoutEndIsWrittenAsOnPaper(text: String) throws {
    let (_, notices) = Confirming.applied(
      [try confirmation("license.term_to", .text(text))], to: [read(Specimens.license("a.jpg"))],
      catalogue: Specimens.catalogue)
    #expect(notices.map(\.code) == [.confirmedByPerson])
  }
}
