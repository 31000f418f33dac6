import Model
import Native
import ReadingBench
import Specimens
import TestTraits
import Testing

@testable import Papers

/// A material declared in YAML alone is recognized and read, from pixels and from a text layer.
@Suite struct MadeUpMaterialTests {
  @Test func aPictureIsRead() async throws {
    let read = try await SharedReader.shared.extraction(of: WashCard.sheet().jpeg())
    let document = try #require(read.documents.first)
    #expect(read.documents.count == 1 && document.kind.rawValue == "car_wash_card")
    #expect(document.rotationDegrees == 0 && document.isReadWhole && document.confidence > 0.9)
    #expect(read.values == WashCard.facts)
    #expect(read.notices.isEmpty, "\(read.notices)")
    for fact in document.facts {
      #expect(!fact.evidence.isEmpty && (0...1).contains(fact.confidence))
      #expect(fact.evidence.allSatisfy { $0.file == "a.jpg" && $0.page == 0 })
      #expect(fact.evidence.allSatisfy { $0.method == .ocr && $0.raw?.isEmpty == false })
    }
    #expect(read.fact("image.width")?.value == .int(1100))
    #expect(read.fact("image.height")?.value == .int(820))
    #expect(read.fact("image.short_side")?.value == .int(820))
    #expect(read.fact("image.format")?.value == .string("jpeg"))
    #expect(read.digest.count == 64 && read.mediaType == .jpeg)
  }

  @Test(.drawsPDF) func aTextLayerIsReadWithoutLooking() async throws {
    let read = try await SharedReader.shared.extraction(of: WashCard.sheet().pdf(), file: "a.pdf")
    #expect(read.values == WashCard.facts)
    #expect(read.codes.isEmpty, "\(read.notices)")
    #expect(read.pages == [PageSize(width: 550, height: 410, unit: .points)])
    let facts = try #require(read.documents.first?.facts)
    #expect(facts.allSatisfy { $0.evidence.allSatisfy { $0.method == .textLayer } })
    #expect(facts.allSatisfy { $0.confidence > 0.98 })
    // In points of the page: half a unit of the sheet each.
    let place = try #require(try WashCard.sheet().place(of: "海蓝汽车服务部"))
    let box = try #require(read.fact("wash.member")?.evidence.first?.box)
    #expect(abs(box.topLeft.x - place.topLeft.x / 2) < 4)
    #expect(abs(box.bottomRight.x - place.bottomRight.x / 2) < 4)
    #expect(box.topLeft.y < place.topLeft.y / 2 + 3)
    #expect(box.bottomRight.y > place.bottomRight.y / 2 - 3)
  }

  @Test func factsAreDeclared() throws {
    let declared = try WashCard.definition().factDeclarations
    let types = Dictionary(uniqueKeysWithValues: declared.map { ($0.key, $0) })
    for (key, value) in WashCard.facts {
      let declaration = try #require(types[key], "\(key)")
      if let type = value.type {
        #expect(declaration.type == type)
      } else {
        #expect(declaration.isNullable)
      }
    }
    #expect(types.count == WashCard.facts.count)
  }

  @Test func aValueThatIsMissingIsNotedAndNotInvented() async throws {
    let sheet = WashCard.sheet(["入会日期": "另行通知", "等级": "铜卡"])
    let read = try await SharedReader.shared.extraction(of: sheet.jpeg())
    #expect(read.values["wash.joined_on"] == nil)
    #expect(read.values["wash.grade"] == nil)
    #expect(read.values["wash.member"] == .string("海蓝汽车服务部"))
    let unread = read.notices.filter { $0.code == .fieldUnread }.compactMap { $0.details["fact"] }
    #expect(unread == ["wash.joined_on", "wash.grade"])
  }

  @Test func aRefusalOutweighsAllAnchors() async throws {
    var sheet = WashCard.sheet()
    sheet.entries.append(TextSheet.Entry("停车许可", x: 800, y: 700, size: 36))
    let read = try await SharedReader.shared.extraction(of: sheet.jpeg())
    #expect(read.documents.isEmpty && read.codes == [.kindUnknown])
  }

  @Test func otherPagesAreUnknownAndEmptyOnesBlank() async throws {
    let letter = TextSheet(
      width: 700, height: 400,
      [.init("尊敬的客户您好", x: 80, y: 80, size: 36), .init("感谢您的来信", x: 80, y: 180, size: 36)])
    let other = try await SharedReader.shared.extraction(of: letter.jpeg())
    #expect(other.documents.isEmpty && other.codes == [.kindUnknown])
    let empty = try await SharedReader.shared.extraction(
      of: TextSheet(width: 700, height: 400, []).jpeg())
    #expect(empty.documents.isEmpty && empty.codes == [.pictureBlank])
  }

  /// Two cards of a kind on one page are two documents, each with its own values.
  @Test func twoCardsOnOnePageAreTwoDocuments() async throws {
    let first = WashCard.sheet()
    let second = WashCard.sheet(["会员名称": "晨光洗车行", "等级": "银卡"])
    var sheet = TextSheet(width: 1100, height: 1700, first.entries)
    sheet.entries += second.entries.map { entry in
      var moved = entry
      moved.y += 870
      return moved
    }
    let read = try await SharedReader.shared.extraction(of: sheet.jpeg())
    #expect(read.documents.count == 2)
    let members = read.documents.compactMap { document in
      document.facts.first { $0.key == "wash.member" }?.value.string
    }
    let grades = read.documents.compactMap { document in
      document.facts.first { $0.key == "wash.grade" }?.value.string
    }
    #expect(Set(members) == ["海蓝汽车服务部", "晨光洗车行"])
    #expect(zip(members, grades).allSatisfy { ($0 == "晨光洗车行") == ($1 == "银卡") })
  }

  // MARK: Determinism

  @Test func theSamePageGivesTheSameExtraction() async throws {
    let bytes = try WashCard.sheet().jpeg(quality: 70)
    let first = try await SharedReader.shared.extraction(of: bytes)
    let second = try await SharedReader.shared.extraction(of: bytes)
    let parallel = try await SharedReader.shared.extraction(of: bytes, threads: 2)
    #expect(first == second)
    // Sums over threads may differ in their last bit; reports round, lattices do not leave the program.
    #expect(first.withoutLattices == parallel.withoutLattices)
  }
}

extension Extraction {
  var withoutLattices: Extraction {
    var copy = self
    for document in copy.documents.indices {
      for fact in copy.documents[document].facts.indices {
        for evidence in copy.documents[document].facts[fact].evidence.indices {
          copy.documents[document].facts[fact].evidence[evidence].lattices = nil
        }
      }
    }
    return copy
  }
}
