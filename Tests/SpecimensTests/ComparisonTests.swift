import Testing

@testable import Specimens

@Suite struct ComparisonTests {
  private let truth = FileTruth(
    file: "1.jpg", quality: .scan, rotationDegrees: 90,
    documents: [
      DocumentTruth(
        material: "business_license", pages: [0],
        facts: [
          "license.name": .string("星河（深圳）有限公司"), "license.term_to": .null,
          "license.type": .string("个体工商户"), "license.registered_capital_amount": .number(1e6),
        ],
        printed: [:], implied: ["license.copy": .string("original")])
    ])

  private func compared(_ facts: [ExtractedFact], turn: Int = 90) -> ReadingComparison {
    var comparison = ReadingComparison()
    comparison.add(
      truth,
      ExtractedFile(
        file: "1.jpg",
        documents: [
          ExtractedDocument(
            material: "business_license", pages: [0], rotationDegrees: turn, facts: facts)
        ], facts: []))
    return comparison
  }

  @Test func eachFactHasItsResult() {
    let comparison = compared([
      ExtractedFact(key: "license.name", value: .string("星河(深圳) 有限公司"), confidence: 0.99),
      ExtractedFact(key: "license.term_to", value: .string("2030-01-01"), confidence: 0.9),
      ExtractedFact(
        key: "license.registered_capital_amount", value: .number(1_000_000), confidence: 0.8),
      ExtractedFact(key: "license.copy", value: .string("original"), confidence: 0.9),
      ExtractedFact(key: "license.form", value: .string("家庭经营"), confidence: 0.6),
    ])
    let results = Dictionary(
      comparison.outcomes.map { ($0.key, $0.result) }, uniquingKeysWith: { first, _ in first })
    #expect(
      results == [
        "license.name": .right, "license.term_to": .wrong, "license.type": .missing,
        "license.registered_capital_amount": .right, "license.copy": .implied,
        "license.form": .extra,
      ])
    let score = FactScore(group: "", comparison.outcomes)
    #expect(score.facts == 4 && score.right == 2 && score.wrong == 1 && score.missing == 1)
    #expect(score.confident == 2 && score.trusted == 3 && score.trustedWrong == 1)
    let bins = ReliabilityBin.table(comparison.outcomes)
    #expect(bins.map(\.facts) == [0, 0, 1, 2, 0, 1])
    #expect(bins.map(\.wrong) == [0, 0, 0, 1, 0, 0])
    #expect(bins.map(\.extra) == [0, 1, 0, 0, 0, 0])
    let curve = AcceptancePoint.curve(comparison.outcomes).suffix(5)
    #expect(curve.map(\.from) == [0.85, 0.8, 0.7, 0.5, 0])
    #expect(curve.map(\.accepted) == [3, 4, 4, 5, 5] && curve.map(\.wrong) == [1, 1, 1, 2, 2])
    #expect(curve.map(\.share) == [0.5, 0.75, 0.75, 0.75, 0.75])
  }

  @Test func whatCannotBeReadIsBestLeftUnread() throws {
    var covered = truth
    covered.form = .marks
    covered.documents[0].illegible = ["license.address", "license.scope"]
    var comparison = ReadingComparison()
    comparison.add(
      covered,
      ExtractedFile(
        file: "1.jpg",
        documents: [
          ExtractedDocument(
            material: "business_license", pages: [0], rotationDegrees: 90,
            facts: [
              ExtractedFact(key: "license.scope", value: .string("软件开发"), confidence: 0.9)
            ])
        ], facts: []))
    let score = FactScore(group: "", comparison.outcomes)
    #expect(score.facts == 4 && score.trusted == 1 && score.trustedWrong == 1)
    let illegible = try #require(IllegibleScore.grouped(comparison.outcomes).first)
    #expect(illegible.facts == 2 && illegible.read == 1 && illegible.trusted == 1)
    #expect(comparison.mistakes.contains("extra\tlicense.scope"))
    #expect(!comparison.mistakes.contains("license.address"))
  }

  @Test func ofTwoPapersOnOnePageEachIsComparedWithItsOwn() {
    func paper(_ name: String, _ address: String) -> [ExtractedFact] {
      [("license.name", name), ("license.address", address)].map {
        ExtractedFact(key: $0.0, value: .string($0.1), confidence: 0.9)
      }
    }
    func document(_ facts: [ExtractedFact]) -> ExtractedDocument {
      ExtractedDocument(
        material: "business_license", pages: [0], rotationDegrees: 0, facts: facts)
    }
    func truth(_ facts: [ExtractedFact]) -> DocumentTruth {
      DocumentTruth(
        material: "business_license", pages: [0],
        facts: Dictionary(facts.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
        printed: [:], implied: [:])
    }
    let (one, two) = (paper("甲公司", "东街1号"), paper("乙公司", "西街2号"))
    var comparison = ReadingComparison()
    comparison.add(
      FileTruth(
        file: "1.jpg", quality: .scan, rotationDegrees: 0, documents: [truth(one), truth(two)]),
      ExtractedFile(file: "1.jpg", documents: [document(two)], facts: []))
    #expect(comparison.outcomes.map(\.result) == [.missing, .missing, .right, .right])
    #expect(comparison.spurious.isEmpty)
  }

  @Test func whatCannotBeToldIsNotJudged() {
    var cut = truth
    cut.documents[0].implied = [:]
    cut.documents[0].unjudged = ["license.copy"]
    var comparison = ReadingComparison()
    let fact = ExtractedFact(key: "license.copy", value: .string("original"), confidence: 0.9)
    comparison.add(
      cut,
      ExtractedFile(
        file: "1.jpg",
        documents: [
          ExtractedDocument(
            material: "business_license", pages: [0], rotationDegrees: 90, facts: [fact])
        ], facts: []))
    #expect(comparison.outcomes.allSatisfy { $0.result == .missing })
  }

  @Test func aWrongTurnIsSeen() {
    #expect(compared([], turn: 90).documents.map(\.isTurnRight) == [true])
    #expect(compared([], turn: 270).documents.map(\.isTurnRight) == [false])
  }

  @Test func aFileThatWasNotReadMissesEverything() {
    var comparison = ReadingComparison()
    comparison.add(truth, nil)
    #expect(comparison.outcomes.allSatisfy { $0.result == .missing })
    #expect(comparison.documents.map(\.isKindRight) == [false])
  }

  @Test(arguments: [
    ("有限责任公司（法人独资）", "有限责任公司(法人独资)", true), ("长期。", "长期.", true), ("深圳市", "深圳巿", false),
    ("1号", "１ 号", true), ("A、B", "A，B", false),
  ])
  func textsAgreeUpToShape(left: String, right: String, agree: Bool) {
    #expect(ReadingComparison.agree(.string(left), .string(right)) == agree)
  }
}
