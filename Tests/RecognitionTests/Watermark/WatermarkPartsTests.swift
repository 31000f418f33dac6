import Model
import Native
import Testing

@testable import Recognition

@Suite struct WatermarkPartsTests {
  @Test(
    arguments: [
      ([0.2, 0.21, 0.22, 0.8, 0.85, 0.9], 3, 0.8), ([0.2, 0.2, 0.2, 0.2, 1], 1, 1.0),
      ([0.2, 0.2, 0.2, 0.2, 1], 3, nil), ([0.8, 0.82, 0.84, 0.86, 0.88, 0.9], 3, nil),
      ([], 1, nil), ([0.1, 0.9], 1, nil), ([0, 0, 0, 0, 0, 0], 3, 0),
    ] as [([Double], Int, Double?)])
  func paleAndDarkInkPart(values: [Double], fewestDark: Int, bound: Double?) {
    #expect(InkBound.between(values, fewestDark: fewestDark) == bound)
    #expect(InkBound.between(values.reversed(), fewestDark: fewestDark) == bound)
  }

  @Test(
    arguments: [
      ("仅供企业微信认证使用", true), ("案使用 他用无效仅", true), ("再次复印无效", true),
      ("以上信息仅供参考", false), ("此件公开发布", false), ("涂改、复印无效", false), ("广州市天河区体育西路", false),
      ("（仅限分支机构经营）", false), ("", false),
    ])
  func wordsOfWatermarks(text: String, isOne: Bool) {
    #expect(WatermarkWords.areIn(text) == isOne)
  }

  @Test(
    arguments: [
      (["样本请勿使用", "名称甲公司", "本请勿使用样", "住所", "请勿使用样本"], 3, [0, 2, 4]),
      (["样本请勿使用", "本请勿使用样"], 3, []), (["技术", "技术", "技术"], 3, []), ([], 1, []),
      (["一二、三四", "一二三四"], 2, [0, 1]), (["一二三四一二三四", "五六七八"], 2, []),
    ] as [([String], Int, [Int])])
  func wordsThatStandInManyLines(texts: [String], count: Int, lines: [Int]) {
    #expect(WatermarkWords.repeated(in: texts, atLeast: count) == lines)
  }

  @Test(
    arguments: [
      (100, 20, 0.3, 0.3), (20, 100, 0.3, 0.3 - .pi / 2), (20, 100, -0.3, -0.3 + .pi / 2),
    ] as [(Double, Double, Double, Double)])
  func theSlopeIsThatOfTheLongSide(width: Double, height: Double, angle: Double, slope: Double)
    throws
  {
    let box = TextBox(
      center: Point(x: 0, y: 0), width: width, height: height, angle: angle, score: 1)
    let line = try #require(LineSlope(box))
    #expect(abs(line.angle - slope) < 1e-9)
    #expect(!line.isAslant(to: slope + .pi) && !line.isAslant(to: slope - .pi + 0.05))
    #expect(line.isAslant(to: slope + 0.2) && line.isAslant(to: slope + .pi / 2))
  }

  @Test(
    arguments: [
      (["仅供认证", "供认证使用", "公司"], false), (["仅供认证", "仅供认"], true),
      (["样本请勿使用", "本请勿使用样", "请勿使用"], true), (["公众号认证", "仅用于微", "众号认证"], true),
      (["会员姓名王小海", "会员住址东湖路九号", "会员证号"], false), ([], false),
    ])
  func linesThatSayTheSame(texts: [String], areSame: Bool) {
    #expect(WatermarkWords.areSaid(by: texts) == areSame)
  }

  @Test func aShortBoxHasNoSlope() {
    let box = TextBox(center: Point(x: 0, y: 0), width: 30, height: 20, angle: 0, score: 1)
    #expect(LineSlope(box) == nil)
  }

  /// Pale ink becomes paper except beside dark ink, in uneven light too.
  @Test func paleInkIsClearedFromPaper() {
    let (width, height) = (240, 240)
    func light(_ x: Int) -> Double { 150 + 100 * Double(x) / Double(width) }
    var picture = PixelBuffer(width: width, height: height, channels: 3, filledWith: 0)
    func set(_ x: Int, _ y: Int, _ share: Double) {
      for channel in 0..<3 {
        picture.samples[(y * width + x) * 3 + channel] = UInt8(light(x) * share)
      }
    }
    for y in 0..<height { for x in 0..<width { set(x, y, 1) } }
    for x in 20..<220 { set(x, 60, 0.75) }
    for y in 40..<80 { set(120, y, 0.1) }
    let clear = PaperTones(picture, cells: 8).cleared(picture, below: 0.4, margin: 2)
    func share(_ x: Int, _ y: Int) -> Double {
      Double(clear.samples[(y * width + x) * 3]) / light(x)
    }
    for x in 0..<width { set(x, 200, 1.02) }
    let bright = PaperTones(picture, cells: 8).cleared(picture, below: 0.4, margin: 2)
    for x in [10, 230] { #expect(bright.samples[(200 * width + x) * 3] >= UInt8(light(x) * 1.02)) }
    for x in [30, 100, 117, 123, 200] { #expect(abs(share(x, 60) - 1) < 0.08, "\(x)") }
    for x in [118, 119, 121, 122] { #expect(abs(share(x, 60) - 0.75) < 0.02, "\(x)") }
    #expect(share(120, 50) < 0.12 && share(120, 60) < 0.12)
  }
}
