import Model
import Testing

@testable import Rules

@Suite struct IterationTests {
  private let each = """
    for_each: {in: documents.id_card_front, as: card}
    materials: [id_card_front]
    """

  private func cards(_ sexes: [Value?], pages: Bool = false) -> FactSet {
    FactSet(
      facts: [:],
      documents: sexes.enumerated().map { index, sex in
        document(
          "m\(index + 1)", .idCardFront, file: pages ? "cards.pdf" : "card\(index + 1).jpg",
          page: pages ? index : 0,
          [known("id_front.sex", sex, state: sex == nil ? .unread : .known)])
      })
  }

  @Test(arguments: [
    ([Optional(Value.string("男")), .string("女")], Verdict.pass, 0),
    ([.string("男"), .string("x"), nil, .string("y")], .fail, 3),
    ([.string("男"), nil], .cannotTell, 1),
    ([], .notApplicable, 0),
  ])
  func eachDocument(sexes: [Value?], expected: Verdict, count: Int) throws {
    let check = "{one_of: card.sex, values: [男, 女]}"
    let (verdict, findings) = try judge(check, each, cards(sexes))
    #expect(verdict == expected)
    #expect(findings.count == count)
    for finding in findings {
      #expect(finding.facts == ["id_front.sex"])
      #expect(finding.element?.hasPrefix("card") == true)
    }
  }

  @Test func elementsOfOneFileHavePages() throws {
    let check = "{one_of: card.sex, values: [男, 女]}"
    let facts = cards([.string("x"), .string("男"), .string("y")], pages: true)
    let (_, findings) = try judge(check, each, facts)
    #expect(findings.map(\.element) == ["cards.pdf#1", "cards.pdf#3"])
  }
}
