import Model
import ReadingBench
import Recognition
import Testing

@testable import Papers

@Suite struct MaterialRecognitionTests {
  private static func material(_ kind: String, _ anchors: [String: Double], none: [String] = [])
    -> MaterialDefinition
  {
    MaterialDefinition(
      kind: MaterialKind(rawValue: kind), prefix: kind,
      title: LocalizedText(kind, kind),
      anchors: anchors.keys.sorted().map { .init(text: $0, weight: anchors[$0] ?? 0) },
      refusals: none, fileNames: [], layouts: [], fields: [], stops: [])
  }

  private func outcome(
    _ materials: [MaterialDefinition], _ lines: [(String, Double, Double)]
  ) -> MaterialRecognition.Outcome {
    var page = HandPage()
    for line in lines { page.write(line.0, x: line.1, y: line.2) }
    let level = PageLevel(boxes: page.lines.map(\.box), width: 1000, height: 1400)
    return MaterialRecognition(materials: materials).documents(
      on: PageText(lines: page.lines, level: level))
  }

  private static let license = material("license", ["营业执照": 0.6, "登记机关": 0.3])

  @Test func weightsMustPassAHalf() {
    let half = Self.material("half", ["登记机关": 0.5])
    #expect(outcome([half], [("登记机关", 100, 100)]).documents.isEmpty)
    #expect(outcome([Self.license], [("登记机关", 100, 100)]).documents.isEmpty)
    #expect(outcome([Self.license], [("营业执照", 100, 100)]).documents.count == 1)
  }

  @Test func aTextTwiceWeighsOnce() {
    let lines = [("登记机关", 100.0, 100.0), ("登记机关", 100.0, 900.0)]
    #expect(outcome([Self.license], lines).documents.isEmpty)
  }

  @Test func moreAnchorsAreSurer() throws {
    let one = outcome([Self.license], [("营业执照", 100, 100)])
    let two = outcome([Self.license], [("营业执照", 100, 100), ("登记机关", 100, 600)])
    let first = try #require(one.documents.first?.confidence)
    let second = try #require(two.documents.first?.confidence)
    #expect(first >= 0.9 && second > first && second < 1)
  }

  @Test func aRefusalDecides() {
    let refusing = Self.material("license", ["营业执照": 0.9], none: ["授权委托书"])
    let found = outcome([refusing], [("营业执照", 100, 100), ("授权委托书", 100, 200)])
    #expect(found.documents.isEmpty)
  }

  @Test func kindsOnTheSameLinesAreRivals() throws {
    let other = Self.material("permit", ["营业执照": 0.55])
    let found = outcome([other, Self.license], [("营业执照", 100, 100)])
    #expect(found.documents.map(\.material.kind.rawValue) == ["license"])
    #expect(found.rivals.map(\.rawValue) == ["permit"])
    #expect(try #require(found.documents.first).confidence < 0.85)
  }

  @Test func kindsApartStandSideBySide() {
    let other = Self.material("permit", ["洗车许可证": 0.9])
    let found = outcome(
      [other, Self.license],
      [("营业执照", 100, 100), ("名称海蓝", 100, 200), ("洗车许可证", 100, 900), ("名称晨光", 100, 1000)])
    #expect(found.rivals.isEmpty)
    let lines = Dictionary(
      found.documents.map { ($0.material.kind.rawValue, $0.lines) }, uniquingKeysWith: { $1 })
    #expect(lines == ["license": [0, 1], "permit": [2, 3]])
  }

  @Test func oneKindTwiceIsTwoDocumentsIfMostOfItRepeats() {
    let twice = [
      ("营业执照", 100.0, 100.0), ("登记机关", 100.0, 400.0), ("营业执照", 100.0, 900.0),
      ("登记机关", 100.0, 1200.0),
    ]
    #expect(outcome([Self.license], twice).documents.map(\.lines) == [[0, 1], [2, 3]])
    // 登记机关 once more in a sentence is no second license.
    let once = [("营业执照", 100.0, 100.0), ("登记机关", 100.0, 400.0), ("报登记机关备案", 100.0, 1200.0)]
    #expect(outcome([Self.license], once).documents.map(\.lines) == [[0, 1, 2]])
  }

  @Test func theOrderOfTheCatalogueDoesNotMatter() {
    let first = Self.material("a", ["营业执照": 0.7])
    let second = Self.material("b", ["营业执照": 0.7])
    for materials in [[first, second], [second, first]] {
      let found = outcome(materials, [("营业执照", 100, 100)])
      #expect(found.documents.map(\.material.kind.rawValue) == ["a"])
      #expect(found.rivals.map(\.rawValue) == ["b"])
    }
  }

  @Test func anEmptyPageHasNone() {
    #expect(outcome([Self.license], []).documents.isEmpty)
    #expect(outcome([], [("营业执照", 100, 100)]).documents.isEmpty)
  }
}
