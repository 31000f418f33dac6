import Model
import Native
import Specimens
import Testing

@testable import Recognition

/// A page with words laid over it.
struct MarkedSheet {
  static let texts = [
    "洗车会员登记证", "会员名称海蓝汽车服务部", "登记编号二零二六第十七号", "有效期限自二零二六年起", "发证单位星河市洗车协会",
    "会员地址星河市东湖路八号", "会员类别团体会员",
  ]
  static let words = "仅供认证使用"

  static let plain = TextSheet(
    width: 1000, height: 900,
    texts.enumerated().map { TextSheet.Entry($1, x: 90, y: 60 + 110 * Double($0), size: 42) })

  /// - Parameters:
  ///   - ink: of the words; none for a page without them.
  ///   - pageDegrees: how far the whole page is turned, clockwise.
  static func picture(
    degrees: Double = 0, ink: Ink? = nil, size: Double = 34, pageDegrees: Double = 0
  ) throws(DrawingError) -> PixelBuffer {
    let canvas = try Canvas.picture(width: 1000, height: 900, unit: 1)
    try canvas.transformed(x: 500, y: 450, degrees: pageDegrees) { () throws(DrawingError) in
      for entry in plain.entries {
        try canvas.write(
          entry.text, x: entry.x - 500, y: entry.y - 450,
          TextStyle(family: TextSheet.family, size: entry.size, ink: entry.ink))
      }
    }
    guard let ink else { return try canvas.pixels() }
    let style = TextStyle(family: TextSheet.family, size: size, ink: ink)
    try canvas.transformed(x: 500, y: 450, degrees: degrees) { () throws(DrawingError) in
      for y in stride(from: -700.0, to: 700, by: 150) {
        for x in stride(from: -700.0, to: 700, by: 330) {
          try canvas.write(words, x: x, y: y, style)
        }
      }
    }
    return try canvas.pixels()
  }
}

@Suite struct WatermarkTests {
  private static let pale = [
    Ink(0.4, 0.4, 0.4, opacity: 0.3), Ink(0.8, 0.15, 0.15, opacity: 0.3),
    Ink(0.15, 0.3, 0.8, opacity: 0.3),
  ]

  /// The page is read as it would be without the words.
  @Test(arguments: [-45.0, -30, -15, 0, 20, 30], [0, 1, 2])
  func printIsReadUnderAWatermark(degrees: Double, ink: Int) async throws {
    let picture = try MarkedSheet.picture(degrees: degrees, ink: Self.pale[ink])
    let page = try await SharedPageReader.shared.page(of: picture)
    #expect(page.lines.map(\.line.text) == MarkedSheet.texts)
  }

  @Test(arguments: 1...3)
  func aTurnedPageIsTurnedBackUnderAWatermark(quarters: Int) async throws {
    let picture = try MarkedSheet.picture(degrees: -30, ink: Self.pale[0]).turned(
      quarters: quarters)
    let page = try await SharedPageReader.shared.page(of: picture)
    #expect(page.rotationDegrees == (4 - quarters) * 90)
    #expect(page.lines.map(\.line.text) == MarkedSheet.texts)
  }

  /// Nothing is taken away where nothing was laid over the print.
  @Test(arguments: [0.0, 4, 12])
  func aPageWithoutWatermarkStaysAsItIs(pageDegrees: Double) async throws {
    let picture = try MarkedSheet.picture(pageDegrees: pageDegrees)
    let read = try await SharedPageReader.shared.pictures(of: picture)
    #expect(read.legible == read.upright)
  }

  /// Grey labels with a remark, and two papers that lie askew to each other, are no watermark.
  @Test(arguments: [0, 1])
  func palePrintStays(number: Int) async throws {
    let canvas = try Canvas.picture(width: 1000, height: 900, unit: 1)
    func write(_ texts: [String], x: Double, y: Double, ink: Ink) throws(DrawingError) {
      let style = TextStyle(family: TextSheet.family, size: 36, ink: ink)
      for (row, text) in texts.enumerated() {
        try canvas.write(text, x: x, y: y + 80 * Double(row), style)
      }
    }
    let grey = Ink(0.66, 0.66, 0.66)
    if number == 0 {
      try write(["主办单位", "网站名称", "备案号码", "审核日期"], x: 60, y: 60, ink: grey)
      try write(["星河科技公司", "星河商城首页", "粤备一二三四", "二零二六年五月"], x: 300, y: 60, ink: .black)
      try write(["以上信息仅供参考", "信息仅供参考"], x: 60, y: 500, ink: grey)
    } else {
      try write(MarkedSheet.texts.prefix(4) + [], x: 60, y: 60, ink: .black)
      try canvas.transformed(x: 400, y: 480, degrees: 12) { () throws(DrawingError) in
        try write(["会员姓名王小海", "会员住址东湖路九号", "会员证号七七八八", "有效期至明年"], x: 0, y: 0, ink: grey)
      }
    }
    let read = try await SharedPageReader.shared.pictures(of: canvas.pixels())
    #expect(read.legible == read.upright)
  }

  /// What is as dark as print cannot be told from it.
  @Test func blackWordsAcrossThePageStay() async throws {
    let picture = try MarkedSheet.picture(degrees: -30, ink: .black)
    let read = try await SharedPageReader.shared.pictures(of: picture)
    #expect(read.legible == read.upright)
  }

  @Test(arguments: [(0.3, true), (0.02, false)])
  func paleLinesInOnePlaceAreAStamp(reach: Double, isFound: Bool) {
    var picture = PixelBuffer(width: 1000, height: 1000, channels: 3, filledWith: 250)
    var boxes: [TextBox] = []
    func draw(_ x: Double, _ y: Double, tone: UInt8, angle: Double) {
      boxes.append(
        TextBox(center: Point(x: x, y: y), width: 120, height: 30, angle: angle, score: 1))
      for row in -6..<6 {
        for column in -6..<6 {
          let at = ((Int(y) + row) * 1000 + Int(x) + column) * 3
          for channel in 0..<3 { picture.samples[at + channel] = tone }
        }
      }
    }
    for row in 1...5 { draw(200, 150 * Double(row), tone: 20, angle: 0) }
    for step in 0..<4 {
      let shift = Double(step) * reach * 500
      draw(500 + shift, 300 + shift, tone: 190, angle: -0.5)
    }
    #expect((Watermark(in: picture, boxes: boxes) != nil) == isFound)
  }

  @Test func noBoxesNoWatermark() {
    let picture = PixelBuffer(width: 30, height: 20, channels: 3, filledWith: 255)
    #expect(Watermark(in: picture, boxes: []) == nil)
    #expect(Watermark(in: picture, lines: []) == nil)
    let outside = (0..<9).map { index in
      TextBox(
        center: Point(x: -900, y: Double(index) * 500), width: 90, height: 9,
        angle: Double(index % 2), score: 1)
    }
    #expect(Watermark(in: picture, boxes: outside) == nil)
  }
}
