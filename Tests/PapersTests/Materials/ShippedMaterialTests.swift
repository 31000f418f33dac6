import Model
import Native
import ReadingBench
import Specimens
import Testing

/// The materials of `rules/materials` on drawn pages; all persons and companies are made up.
@Suite struct ShippedMaterialTests {
  static let front = [
    TextSheet.Entry("姓名　林晓舟", x: 90, y: 70, size: 34),
    TextSheet.Entry("性别　女", x: 90, y: 140, size: 34),
    TextSheet.Entry("民族　汉", x: 320, y: 140, size: 34),
    TextSheet.Entry("出生　1990　年　3　月　7　日", x: 90, y: 210, size: 34),
    TextSheet.Entry("住址　广东省深圳市福田区莲花", x: 90, y: 280, size: 34),
    TextSheet.Entry("路８８号海蓝花园２栋", x: 192, y: 330, size: 34),
    TextSheet.Entry("公民身份号码　NUMBER", x: 90, y: 480, size: 34),
  ]
  static let back = [
    TextSheet.Entry("中华人民共和国", x: 330, y: 80, size: 46),
    TextSheet.Entry("居民身份证", x: 340, y: 170, size: 60),
    TextSheet.Entry("签发机关　深圳市公安局福田分局", x: 130, y: 380, size: 34),
    TextSheet.Entry("有效期限　2016.05.20-2036.05.20", x: 130, y: 460, size: 34),
  ]
  static let number = "440301199003077624"

  private static func entries(_ part: [TextSheet.Entry], dx: Double = 0, dy: Double = 0)
    -> [TextSheet.Entry]
  {
    part.map { entry in
      var moved = entry
      moved.text = entry.text.replacing("NUMBER", with: number)
      moved.x += dx
      moved.y += dy
      return moved
    }
  }

  private func read(_ sheet: TextSheet) async throws -> Extraction {
    try await SharedReader.shared.extraction(of: sheet.jpeg(), .shipped)
  }

  private static let frontFacts: [String: Value] = [
    "id_front.name": .string("林晓舟"), "id_front.sex": .string("女"),
    "id_front.ethnicity": .string("汉"), "id_front.born_on": WashCard.date("1990-03-07"),
    "id_front.address": .string("广东省深圳市福田区莲花路88号海蓝花园2栋"),
    "id_front.number": .string(number),
  ]
  private static let backFacts: [String: Value] = [
    "id_back.authority": .string("深圳市公安局福田分局"), "id_back.valid_from": WashCard.date("2016-05-20"),
    "id_back.valid_to": WashCard.date("2036-05-20"),
  ]

  private func expectBothSides(_ read: Extraction) {
    #expect(Set(read.documents.map(\.kind)) == [.idCardFront, .idCardBack])
    #expect(read.documents.count == 2)
    for document in read.documents {
      let values = Dictionary(
        document.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
      #expect(values == (document.kind == .idCardFront ? Self.frontFacts : Self.backFacts))
    }
    #expect(read.notices.isEmpty, "\(read.notices)")
  }

  @Test func eachSideAlone() async throws {
    let front = try await read(TextSheet(width: 960, height: 600, Self.entries(Self.front)))
    #expect(front.documents.map(\.kind) == [.idCardFront] && front.values == Self.frontFacts)
    #expect(front.notices.isEmpty, "\(front.notices)")
    let back = try await read(TextSheet(width: 960, height: 600, Self.entries(Self.back)))
    #expect(back.documents.map(\.kind) == [.idCardBack] && back.values == Self.backFacts)
    #expect(back.notices.isEmpty, "\(back.notices)")
  }

  @Test func bothSidesBelowEachOther() async throws {
    expectBothSides(
      try await read(
        TextSheet(
          width: 960, height: 1300,
          Self.entries(Self.front) + Self.entries(Self.back, dy: 660))))
    expectBothSides(
      try await read(
        TextSheet(
          width: 960, height: 1300,
          Self.entries(Self.back) + Self.entries(Self.front, dy: 640))))
  }

  @Test func bothSidesBesideEachOther() async throws {
    expectBothSides(
      try await read(
        TextSheet(
          width: 2000, height: 640,
          Self.entries(Self.front) + Self.entries(Self.back, dx: 980))))
  }

  /// An expired or lifelong card: what is printed, not what ought to be.
  @Test func aLifelongCardHasNoEnd() async throws {
    var entries = Self.entries(Self.back)
    entries[3].text = "有效期限　2016.05.20-长期"
    let read = try await read(TextSheet(width: 960, height: 600, entries))
    #expect(read.values["id_back.valid_to"] == .null)
    #expect(read.fact("id_back.valid_to")?.evidence.first?.raw?.contains("长期") == true)
  }
}
