import Model
import Native
import ReadingBench
import Specimens
import TestTraits
import Testing

@testable import Papers

/// What the page shows decides; text that is not shown is somebody's claim.
@Suite(.drawsPDF) struct PDFReaderTests {
  private func read(_ bytes: [UInt8]) async throws -> Extraction {
    try await SharedReader.shared.extraction(of: bytes, file: "a.pdf")
  }

  /// The card as a picture that fills the page, with hidden lines of text.
  private static func scan(
    hidden: [String: String], mode: HandmadePDF.Line.Mode, isPictureOnTop: Bool = false
  ) throws -> [UInt8] {
    let sheet = WashCard.sheet()
    var pdf = HandmadePDF()
    pdf.width = 550
    pdf.height = 410
    pdf.picture = HandmadePDF.Picture(
      jpeg: try sheet.jpeg(), pixelWidth: 1100, pixelHeight: 820, x: 0, y: 0, width: 550,
      height: 410)
    pdf.pictureIsOnTop = isPictureOnTop
    pdf.lines = WashCard.sheet(hidden).entries.map { entry in
      HandmadePDF.Line(
        entry.text, x: entry.x / 2, baseline: 410 - (entry.y + entry.size) / 2,
        size: entry.size / 2, mode: mode)
    }
    return pdf.bytes
  }

  private static let other = [
    "会员名称": "青山汽车修理厂", "信用代码": "91440300719340284E", "年费": "玖万捌仟元整", "入会日期": "2011年12月01日",
    "有效期限": "2011年12月01日至2019年11月30日", "等级": "银卡", "发证单位": "明月县运输管理所",
  ]

  private func expectTheScan(_ read: Extraction, differs: Bool) {
    #expect(read.values == WashCard.facts)
    let methods = Set(read.documents.flatMap(\.facts).flatMap(\.evidence).map(\.method))
    #expect(methods == [.ocr])
    #expect(read.fact("pdf.text_differs")?.value == .bool(differs))
    #expect(read.codes.contains(.textLayerDiffers) == differs)
  }

  @Test func invisibleTextThatSaysSomethingElseIsFoundOut() async throws {
    let bytes = try Self.scan(hidden: Self.other, mode: .invisible)
    expectTheScan(try await read(bytes), differs: true)
  }

  @Test func textUnderThePictureThatSaysSomethingElseIsFoundOut() async throws {
    let bytes = try Self.scan(hidden: Self.other, mode: .filled, isPictureOnTop: true)
    expectTheScan(try await read(bytes), differs: true)
  }

  @Test func invisibleTextThatSaysTheSameIsInOrder() async throws {
    let bytes = try Self.scan(hidden: [:], mode: .invisible)
    expectTheScan(try await read(bytes), differs: false)
  }

  /// One hidden value that differs is as much a lie as all of them.
  @Test func oneHiddenValueThatDiffersIsNotTakenOver() async throws {
    let bytes = try Self.scan(hidden: ["会员名称": "青山汽车修理厂"], mode: .invisible)
    let read = try await read(bytes)
    #expect(read.values == WashCard.facts)
  }

  /// White values that lie under the black ones: two texts at one place.
  @Test func whiteTextUnderTheTextThatIsShownIsFoundOut() async throws {
    var sheet = WashCard.sheet(Self.other, ink: .white)
    sheet.entries += WashCard.sheet().entries
    let read = try await read(sheet.pdf())
    #expect(read.values["wash.member"] == .string("海蓝汽车服务部"))
    #expect(read.values["wash.code"] == .string(WashCard.code))
    #expect(read.fact("pdf.text_differs")?.value == .bool(true))
  }

  /// One white value among much black text.
  @Test func oneWhiteValueOnAFullPageIsNoFact() async throws {
    var sheet = WashCard.sheet(["会员名称": ""])
    sheet.entries.append(TextSheet.Entry("青山汽车修理厂", x: 340, y: 220, size: 36, ink: .white))
    sheet.height = 1600
    for row in 0..<12 {
      sheet.entries.append(
        TextSheet.Entry("本证持有人应当爱护车辆并按时洗车保持市容整洁", x: 110, y: 840 + 60 * Double(row), size: 36))
    }
    let read = try await read(sheet.pdf())
    #expect(read.values["wash.member"] == nil)
  }

  /// A small picture that covers one value of the text and shows another.
  @Test func aPictureOverOneValueShowsWhatCounts() async throws {
    let value = TextSheet(width: 420, height: 60, [.init("海蓝汽车服务部", x: 6, y: 2, size: 36)])
    var pdf = HandmadePDF()
    pdf.width = 550
    pdf.height = 410
    pdf.picture = HandmadePDF.Picture(
      jpeg: try value.jpeg(), pixelWidth: 420, pixelHeight: 60, x: 167, y: 270, width: 210,
      height: 30)
    pdf.pictureIsOnTop = true
    pdf.lines = WashCard.sheet(["会员名称": "青山汽车修理厂"]).entries.map { entry in
      HandmadePDF.Line(
        entry.text, x: entry.x / 2, baseline: 410 - (entry.y + entry.size) / 2,
        size: entry.size / 2, mode: .filled)
    }
    let read = try await read(pdf.bytes)
    #expect(read.values["wash.member"] != .string("青山汽车修理厂"))
  }

  /// Letters that are drawn as something else than their table of meanings says.
  @Test func textThatIsDrawnAsOtherLettersIsFoundOut() async throws {
    var pdf = HandmadePDF()
    pdf.width = 550
    pdf.height = 410
    pdf.lines = WashCard.sheet().entries.map { entry in
      HandmadePDF.Line(
        entry.text, x: entry.x / 2, baseline: 410 - (entry.y + entry.size) / 2,
        size: entry.size / 2, mode: .filled)
    }
    let read = try await read(pdf.bytes)
    #expect(read.documents.isEmpty)
  }

  @Test func whiteTextOnAnEmptyPageIsNoFact() async throws {
    let read = try await read(WashCard.sheet(ink: .white).pdf())
    #expect(read.documents.isEmpty)
    #expect(read.codes.contains(.pictureBlank))
    #expect(read.fact("pdf.text_differs")?.value == .bool(true))
    #expect(read.codes.contains(.textLayerDiffers))
  }

  /// A letter with the card pasted in as a picture: the picture is read, and the letter's words are true.
  @Test(arguments: [440.0, 330])
  func aCardPastedIntoALetterIsRead(width: Double) async throws {
    var pdf = HandmadePDF()
    pdf.picture = HandmadePDF.Picture(
      jpeg: try WashCard.sheet().jpeg(), pixelWidth: 1100, pixelHeight: 820, x: 70, y: 200,
      width: width, height: width * 820 / 1100)
    pdf.lines = [
      HandmadePDF.Line(
        "COPY OF THE CAR WASH CARD 2024", x: 70, baseline: 700, size: 20, mode: .filled)
    ]
    let read = try await read(pdf.bytes)
    #expect(read.values == WashCard.facts)
    let box = try #require(read.fact("wash.member")?.evidence.first?.box)
    let place = try #require(try WashCard.sheet().place(of: "海蓝汽车服务部"))
    let scale = width / 1100
    let middle = Point(
      x: 70 + (place.topLeft.x + place.topRight.x) / 2 * scale,
      y: 842 - 200 - (820 - (place.topLeft.y + place.bottomLeft.y) / 2) * scale)
    #expect(box.contains(middle))
    #expect(read.fact("pdf.text_differs")?.value == .bool(false))
    #expect(!read.codes.contains(.textLayerDiffers))
  }

  @Test func aScanWithoutTextIsReadByItsPicture() async throws {
    let writer = try PDFWriter(created: "2026-11-22T00:00:00Z")
    try writer.page(
      jpeg: WashCard.sheet().jpeg(), pixelWidth: 1100, pixelHeight: 820, width: 550, height: 410)
    let read = try await read(writer.finish())
    #expect(read.values == WashCard.facts)
    #expect(read.fact("pdf.text_differs") == nil)
    // Evidence is in points.
    let place = try #require(try WashCard.sheet().place(of: "海蓝汽车服务部"))
    let box = try #require(read.fact("wash.member")?.evidence.first?.box)
    #expect(box.contains(Point(x: place.topLeft.x / 2 + 3, y: place.topLeft.y / 2 + 3)))
    #expect(box.contains(Point(x: place.bottomRight.x / 2 - 3, y: place.bottomRight.y / 2 - 3)))
    #expect(box.area < 2.6 * place.area / 4)
  }

  @Test func eachPageIsReadForItself() async throws {
    let writer = try PDFWriter(created: "2026-11-22T00:00:00Z")
    for name in ["海蓝汽车服务部", "晨光洗车行"] {
      try writer.page(width: 550, height: 410, unit: 0.5) { canvas throws(DrawingError) in
        try WashCard.sheet(["会员名称": name]).draw(on: canvas)
      }
    }
    let read = try await read(writer.finish())
    let members = read.documents.flatMap(\.facts).filter { $0.key == "wash.member" }
    #expect(members.map(\.value) == [.string("海蓝汽车服务部"), .string("晨光洗车行")])
    #expect(members.map { $0.evidence.first?.page } == [0, 1])
    #expect(read.documents.map(\.pages) == [[0], [1]])
  }

  // MARK: Files that do not open

  @Test func passwordsAreNoted() async throws {
    var pdf = HandmadePDF()
    pdf.isEncrypted = true
    let read = try await read(pdf.bytes)
    #expect(read.codes == [.pdfEncrypted] && read.documents.isEmpty && read.pages.isEmpty)
  }

  @Test func aFileWithoutPagesIsNoted() async throws {
    var pdf = HandmadePDF()
    pdf.pageCount = 0
    let read = try await read(pdf.bytes)
    #expect(read.documents.isEmpty)
    #expect(read.notices.contains { $0.code.losesContent })
  }

  @Test func manyPagesAreNotReadToTheEnd() async throws {
    var pdf = HandmadePDF()
    pdf.pageCount = PDFReader.pageLimit + 1
    pdf.width = 200
    pdf.height = 2
    let read = try await read(pdf.bytes)
    #expect(read.codes.contains(.pdfTooManyPages))
    #expect(read.pages.count == PDFReader.pageLimit)
  }

  @Test(arguments: [0.1, 0.5, 0.9])
  func aFileThatIsCutShortNeverPasses(share: Double) async throws {
    let bytes = try WashCard.sheet().pdf()
    let read = try await read(Array(bytes.prefix(Int(Double(bytes.count) * share))))
    #expect(read.values != WashCard.facts)
    #expect(read.notices.contains { $0.code.losesContent }, "\(read.notices)")
  }
}
