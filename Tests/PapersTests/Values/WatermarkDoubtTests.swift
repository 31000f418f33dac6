import Model
import ReadingBench
import Testing

@testable import Papers
@testable import Recognition

@Suite struct WatermarkDoubtTests {
  private static let box = Quad(x: 0, y: 0, width: 90, height: 9)

  private func fact(_ key: String, _ value: Value, raw: String?, box: Quad? = box) -> Fact {
    Fact(
      key: key, value: value, confidence: 0.99,
      evidence: [Evidence(file: "a.jpg", page: 0, box: box, method: .ocr, raw: raw)])
  }

  private func isDoubted(_ fact: Fact, numbers: Set<String> = []) throws -> Bool {
    let loaded = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")
    let materials = try #require(loaded.catalogue).materials
    let license = try #require(materials.first { $0.prefix == "license" })
    let removal = WatermarkRemoval(words: [], boxes: [], numbers: numbers)
    let doubted = WatermarkDoubt(material: license, removal: removal).doubted([fact])
    return try #require(doubted.first).confidence < 0.85
  }

  @Test(
    arguments: [
      ("50.5万元", ["50.5"], false), ("505万元", ["50.5"], true), ("505万元", ["1505", "50"], true),
      ("505万元", [], true), ("伍佰万元整", [], false), ("2,000万元", ["2,000", "7"], false),
    ] as [(String, Set<String>, Bool)])
  func anAmountMustStandOnThePageAsGiven(raw: String, numbers: Set<String>, isDoubted: Bool) throws
  {
    for key in ["license.registered_capital", "license.paid_in_capital"] {
      #expect(try self.isDoubted(fact(key, .string(raw), raw: raw), numbers: numbers) == isDoubted)
    }
  }

  @Test func whatRestsOnAbsenceIsDoubted() throws {
    #expect(try isDoubted(fact("license.copy", .string("original"), raw: nil, box: nil)))
    #expect(try isDoubted(fact("license.term_kind", .string("not_printed"), raw: nil, box: nil)))
    #expect(try !isDoubted(fact("license.copy", .string("duplicate"), raw: "副本")))
    #expect(try !isDoubted(fact("license.has_stamp", .bool(true), raw: nil, box: nil)))
    #expect(try !isDoubted(fact("license.name", .string("星河有限公司"), raw: "星河有限公司")))
  }
}
