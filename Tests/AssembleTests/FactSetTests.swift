import Assemble
import Model
import Testing

@Suite struct FactSetTests {
  @Test func computedFacts() throws {
    let set = try Specimens.assembled(
      [Specimens.license("a.jpg"), Specimens.front("b.jpg")],
      declared: ["submitted_on": "2026-11-25"])
    #expect(set.text("run.as_of") == "2026-11-22")
    #expect(set.text("submission.submitted_on") == "2026-11-25")
    #expect(set.facts["submission.submitted_on"]?.evidence.map(\.method) == [.computed])
    #expect(set.facts["submission.submitted_on"]?.evidence.map(\.file) == ["declared.yaml"])
    let materials = try #require(set.facts["submission.materials"])
    #expect(materials.value == .list([.string("business_license"), .string("id_card_front")]))
    #expect(materials.state == .known)
    #expect(materials.evidence.map(\.file) == ["a.jpg", "b.jpg"])
  }

  @Test func undeclaredSubmissionDayIsTheRuns() throws {
    #expect(try Specimens.assembled([]).text("submission.submitted_on") == "2026-11-22")
  }

  @Test func declaredFactsAreKept() throws {
    let set = try Specimens.assembled([], declared: ["company.name": "星河"])
    let name = try #require(set.facts["declared.company.name"])
    #expect(name.state == .known)
    #expect(name.evidence.first?.method == .declared)
    #expect(set.facts["declared.company.scope"] == nil)
  }

  /// What was lost with them is no part of a file that was delivered, or is told of otherwise.
  private static let lostElsewhere: Set<NoticeCode> = [
    .fileLeftOut, .tooManyFiles, .nestingTooDeep, .rosterFolderMissing, .rosterNumberDamaged,
    .nothingDelivered, .nothingOpened,
    .declarationBadValue, .declarationMisspelt, .declarationValueCut,
  ]

  @Test(arguments: NoticeCode.allCases)
  func whatWasLostMayBeAMissingMaterial(code: NoticeCode) throws {
    let extraction = Extraction(
      file: "x.pdf", mediaType: .pdf,
      notices: [Notice(file: "x.pdf", page: 0, stage: .extract, code: code)])
    let set = try Specimens.assembled([extraction])
    #expect(set.files(hiding: .businessLicense) == (code.mayHide == .anything ? ["x.pdf"] : []))
    #expect(set.hidingFiles.isEmpty == (code.mayHide == nil))
    // What could not be read at all is lost, and what was lost of a file may be a material.
    #expect(code.mayHide == nil || code.losesContent)
    #expect(code.mayHide != nil || !code.losesContent || Self.lostElsewhere.contains(code))
    #expect(set.facts["submission.materials"]?.state == .known)
  }

  @Test func aPageThatResemblesAKindMayBeOfThatKindAlone() throws {
    let notice = Notice(
      file: "x.docx", page: 0, stage: .extract, code: .kindUnknown,
      details: Notice.resembled([.businessLicense]))
    let set = try Specimens.assembled([
      Extraction(file: "x.docx", mediaType: .docx, notices: [notice])
    ])
    #expect(set.mayHide(.businessLicense) && !set.mayHide(.idCardFront) && !set.mayHide(.signature))
  }

  @Test func aPictureTooPoorToReadMayBeAnyPaper() throws {
    func set(sharpness: Double) throws -> FactSet {
      let measured = Fact(
        key: "image.sharpness", value: .double(sharpness), confidence: 1, evidence: [])
      return try Specimens.assembled([
        Extraction(
          file: "x.jpg", mediaType: .jpeg,
          parts: [FilePart(.picture, page: 0, facts: [measured])],
          notices: [Notice(file: "x.jpg", page: 0, stage: .extract, code: .kindUnknown)])
      ])
    }
    #expect(try set(sharpness: 0.1).mayHide(.businessLicense))
    #expect(try !set(sharpness: 0.1).mayHide(.electronicSeal))
    #expect(try set(sharpness: 0.9).hidingFiles.isEmpty)
  }

  @Test func whatWasUnderstoodInSpiteOfALossIsWhatTheFileHolds() throws {
    var license = Specimens.license("a.pdf")
    license.notices = [Notice(file: "a.pdf", stage: .extract, code: .pdfDamaged)]
    #expect(try Specimens.assembled([license]).hidingFiles.isEmpty)
    license.notices = [Notice(file: "a.pdf", page: 4, stage: .extract, code: .pageUnreadable)]
    #expect(try Specimens.assembled([license]).mayHide(.idCardFront))
  }

  @Test func pagesOfNoKnownMaterialAreClassified() throws {
    let set = try Specimens.assembled([
      Specimens.extraction("x.jpg", .other, texts: [:], 0.9)
    ])
    #expect(set.hidingFiles.isEmpty)
    #expect(set.facts["submission.materials"]?.value == .list([]))
  }

  @Test func orderOfFilesDoesNotMatter() throws {
    let extractions = [
      Specimens.license("执照.jpg"), Specimens.license("执照.pdf", person: "张三"),
      Specimens.license("old/licence.jpg", name: "天狼公司", code: "91440300708461136T"),
      Specimens.front("身份证1.jpg"), Specimens.back("身份证2.jpg"),
      Specimens.front("身份证3.jpg", name: "李四", number: "440524188001010014"),
      Specimens.back("身份证4.jpg", authority: "广州市公安局"), Specimens.back("copy.jpg"),
      Specimens.joined(Specimens.front("all.pdf", page: 1), Specimens.back("all.pdf", page: 0)),
    ]
    let declared = ["company.name": "深圳市星河科技有限公司", "operator.name": "李四"]
    let expected = try Specimens.assembled(extractions, declared: declared)
    var generator = SeededGenerator(state: 7)
    for _ in 0..<60 {
      let shuffled = extractions.shuffled(using: &generator)
      #expect(try Specimens.assembled(shuffled, declared: declared) == expected)
    }
    #expect(expected.documents.map(\.id) == (1...10).map { "m\($0)" })
  }

  /// No value comes from nowhere: each known value is one that a document or the declaration says.
  @Test func knownValuesAreReadValues() throws {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<200 {
      let extractions = Self.randomExtractions(using: &generator)
      let set = try Specimens.assembled(extractions)
      let read = Set(extractions.flatMap(\.documents).flatMap(\.facts).map(\.value))
      for (key, fact) in set.facts
      where key.hasPrefix("license.") || key.hasPrefix("id_front.") || key.hasPrefix("id_back.") {
        switch fact.state {
        case .known: #expect(fact.confidence >= 0.85 && fact.value.map(read.contains) == true)
        case .doubtful: #expect(fact.confidence < 0.85 && fact.value.map(read.contains) == true)
        case .conflicting: #expect(fact.value == nil && Set(fact.alternatives).isSubset(of: read))
        case .unread, .noDocument: #expect(fact.value == nil && fact.alternatives.isEmpty)
        }
      }
    }
  }

  private static func randomExtractions(using generator: inout SeededGenerator) -> [Extraction] {
    let names = ["张三丰", "李四", nil]
    let files = ["a正面", "a反面", "b1", "b2", "c/x"]
    return files.prefix(Int.random(in: 0...5, using: &generator)).map { file in
      let confidence = [0.5, 0.84, 0.9, 0.99][Int.random(in: 0...3, using: &generator)]
      let name = names[Int.random(in: 0...2, using: &generator)]
      return switch Int.random(in: 0...2, using: &generator) {
      case 0: Specimens.license(file + ".jpg", person: name, confidence: confidence)
      case 1: Specimens.front(file + ".jpg", name: name, confidence: confidence)
      default: Specimens.back(file + ".jpg", authority: name)
      }
    }
  }
}

/// SplitMix64: the same shuffles in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
