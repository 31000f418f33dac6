import Model
import Native
import Specimens
import Testing

@testable import Recognition

@Suite struct PageReaderTests {
  private static let texts = [
    "洗车会员登记证", "会员名称海蓝汽车服务部", "登记编号二零二六第十七号", "有效期限自二零二六年起", "发证单位星河市洗车协会",
  ]

  private static let sheet = TextSheet(
    width: 900, height: 640,
    texts.enumerated().map { TextSheet.Entry($1, x: 90, y: 60 + 105 * Double($0), size: 42) })

  @Test func theLinesOfAPageAreReadInOrder() async throws {
    let page = try await SharedPageReader.shared.page(of: Self.sheet.picture())
    #expect(page.lines.map(\.line.text) == Self.texts)
    #expect(page.width == 900 && page.height == 640 && page.rotationDegrees == 0)
    for line in page.lines {
      #expect(line.line.meanProbability > 0.9)
      #expect(line.line.frames.count == line.line.characters.count)
      let places = line.line.characters.map(\.position)
      #expect(places == places.sorted())
    }
  }

  @Test func boxesLieRoundTheInk() async throws {
    let page = try await SharedPageReader.shared.page(of: Self.sheet.picture())
    for line in page.lines {
      let place = try #require(try Self.sheet.place(of: line.line.text))
      let corners = line.box.quad.corners
      let left = corners.map(\.x).min() ?? 0
      let right = corners.map(\.x).max() ?? 0
      #expect(abs(left - place.topLeft.x) < 25 && abs(right - place.topRight.x) < 25)
      #expect(abs(line.box.center.y - (place.topLeft.y + place.bottomLeft.y) / 2) < 6)
    }
  }

  @Test(arguments: 1...3)
  func aTurnedPageIsTurnedBack(quarters: Int) async throws {
    let picture = try Self.sheet.picture().turned(quarters: quarters)
    let page = try await SharedPageReader.shared.page(of: picture)
    #expect(page.rotationDegrees == (4 - quarters) * 90)
    #expect(page.lines.map(\.line.text) == Self.texts)
    #expect(page.width == 900 && page.height == 640)
  }

  @Test func theSamePageReadsTheSameTwiceAndWithAnyThreads() async throws {
    let picture = try Self.sheet.picture()
    let first = try await SharedPageReader.shared.page(of: picture)
    let second = try await SharedPageReader.shared.page(of: picture)
    let other = try await SharedPageReader.shared.page(of: picture, threads: 2)
    #expect(first.lines == second.lines)
    #expect(first.lines.map(\.line.text) == other.lines.map(\.line.text))
    #expect(first.lines.map(\.box) == other.lines.map(\.box))
  }

  @Test(arguments: [(1, 1), (2, 300), (300, 2), (64, 64), (5000, 8)])
  func picturesWithoutTextHaveNoLines(width: Int, height: Int) async throws {
    let picture = PixelBuffer(width: width, height: height, channels: 3, filledWith: 255)
    #expect(try await SharedPageReader.shared.page(of: picture).lines.isEmpty)
    #expect(try await SharedPageReader.shared.linesAsTheyStand(in: picture).isEmpty)
  }

  @Test func boxesBeyondThePictureAreNoDanger() async throws {
    let picture = PixelBuffer(width: 80, height: 40, channels: 3, filledWith: 200)
    let boxes = [
      TextBox(center: Point(x: -500, y: 900), width: 300, height: 30, angle: 0.3, score: 1),
      TextBox(center: Point(x: 40, y: 20), width: 0, height: 0, angle: 0, score: 1),
      TextBox(center: Point(x: 40, y: 20), width: 90_000, height: 3, angle: 0, score: 1),
    ]
    let lines = try await SharedPageReader.shared.lines(in: picture, boxes: boxes)
    #expect(lines.count == 3)
  }

  @Test func theShareOfTextThatBoxesCover() async throws {
    let picture = try Self.sheet.picture()
    let boxes = try await SharedPageReader.shared.page(of: picture).lines.map(\.box)
    let half = boxes.map { $0.scaled(by: 0.5) }
    let all = try await SharedPageReader.shared.shownShare(of: half, scale: 2, in: picture)
    #expect(all > 0.99)
    let some = try await SharedPageReader.shared.shownShare(
      of: Array(half.prefix(2)), scale: 2, in: picture)
    #expect(some > 0.2 && some < 0.6)
    let none = try await SharedPageReader.shared.shownShare(of: [], scale: 2, in: picture)
    #expect(none == 0)
    let blank = PixelBuffer(width: 300, height: 300, channels: 3, filledWith: 255)
    #expect(try await SharedPageReader.shared.shownShare(of: half, scale: 2, in: blank) == 1)
  }

  @Test func aFolderWithoutModelsIsNamed() {
    let error = #expect(throws: RecognitionError.self) {
      _ = try PageReader(modelFolder: "/nonexistent", threads: 1)
    }
    guard case .model(let file, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file.hasPrefix("/nonexistent/") && file.hasSuffix(".onnx"))
  }
}
