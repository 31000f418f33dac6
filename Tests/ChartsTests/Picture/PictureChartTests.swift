import Model
import Native
import ReadingBench
import Testing

@testable import Charts

/// Charts as pixels: boxes with text, and the lines between them.
@Suite struct PictureChartTests {
  /// How boxes are drawn.
  enum Look: CaseIterable {
    case framed, filled, shadowed
    /// Framed, on a page that runs down to the right.
    case askew
  }

  /// A page with boxes and lines drawn pixel by pixel, and the texts that were read on it.
  private struct Drawing {
    var picture: PixelBuffer
    var page = HandPage()
    private let slope: Double

    init(width: Int, height: Int, slope: Double = 0) {
      self.slope = slope
      picture = PixelBuffer(width: width, height: height, channels: 1, filledWith: 250)
    }

    mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ sample: UInt8) {
      for row in y..<y + height {
        for column in x..<x + width {
          let place = (row + Int(slope * Double(column))) * picture.width + column
          picture.samples[place] = sample
        }
      }
    }

    mutating func box(_ text: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ look: Look)
    {
      if look == .shadowed { fill(x + 5, y + 5, width, height, 150) }
      let isFramed = look == .framed || look == .askew
      fill(x, y, width, height, isFramed ? 30 : 90)
      if isFramed { fill(x + 2, y + 2, width - 4, height - 4, 250) }
      let middle = slope * Double(x + width / 2)
      page.write(text, x: Double(x) + 12, y: Double(y) + Double(height) / 2 + middle)
    }

    func names(_ parent: (Hierarchy, Hierarchy.Node) -> String) -> [String] {
      let chart = PictureChart(picture, lines: page.lines)?
        .draft(page: 0, toEvidence: { $0 }).hierarchy()
      return chart.map { chart in chart.nodes.map { $0.name + " < " + parent(chart, $0) } } ?? []
    }
  }

  /// A chain and a fork: connectors leave some boxes on both sides.
  @Test(arguments: Look.allCases) func linesJoinWhatTheyTouch(look: Look) {
    var drawing = Drawing(width: 1500, height: 460, slope: look == .askew ? 0.02 : 0)
    for (x, y, width) in [(340, 119, 60), (400, 119, 40), (400, 319, 40), (700, 119, 200)] {
      drawing.fill(x, y, width, 3, 30)
    }
    drawing.fill(400, 119, 3, 200, 30)
    drawing.box("星河科技公司", 60, 90, 280, 60, look)
    drawing.box("市场运营部", 440, 90, 260, 60, look)
    drawing.box("品牌综合组", 900, 90, 260, 60, look)
    drawing.box("研发设计部", 440, 290, 260, 60, look)
    let names = drawing.names { chart, node in node.parent.map { chart.nodes[$0].name } ?? "-" }
    #expect(
      names == ["星河科技公司 < -", "市场运营部 < 星河科技公司", "品牌综合组 < 市场运营部", "研发设计部 < 星河科技公司"])
  }

  /// In a small picture one box covers more than an eighth of the page.
  @Test func aBoxMayBeLarge() {
    var drawing = Drawing(width: 700, height: 140)
    drawing.fill(370, 69, 60, 3, 30)
    drawing.box("辽宁星河科技有限公司", 10, 30, 360, 80, .framed)
    drawing.box("市场运营部", 430, 30, 240, 80, .framed)
    let names = drawing.names { chart, node in node.parent.map { chart.nodes[$0].name } ?? "-" }
    #expect(names == ["辽宁星河科技有限公司 < -", "市场运营部 < 辽宁星河科技有限公司"])
  }

  /// A frame around everything is no box of the chart, and boxes that nothing joins are no chart.
  @Test func withoutLinesThereIsNoChart() {
    var drawing = Drawing(width: 900, height: 700)
    drawing.fill(10, 10, 880, 680, 30)
    drawing.fill(13, 13, 874, 674, 250)
    drawing.box("市场运营部", 60, 90, 260, 60, .framed)
    drawing.box("研发设计部", 460, 90, 260, 60, .framed)
    #expect(drawing.names { _, _ in "" } == [])
  }
}
