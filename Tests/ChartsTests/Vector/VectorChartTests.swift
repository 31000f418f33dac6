import Model
import Native
import ReadingBench
import Specimens
import Testing

@testable import Charts

/// Charts as the paths of a PDF page.
@Suite struct VectorChartTests {
  /// A page with texts and the SVG that cairo makes of its paths.
  private struct Drawing {
    var page = HandPage()
    var paths: [String] = []

    mutating func box(
      _ text: String, _ x: Int, _ y: Int, _ width: Int = 120, _ height: Int = 40,
      style: String = "fill:none;stroke:rgb(0%,0%,0%)"
    ) {
      paths.append(
        """
        <path style="\(style)" d="M \(x) \(y) L \(x + width) \(y) L \(x + width) \(y + height) L \(x) \(y + height) Z M \(x) \(y) "/>
        """)
      for (row, line) in text.split(separator: "/").enumerated() {
        page.write(String(line), x: Double(x) + 6, y: Double(y) + 14 + 18 * Double(row), height: 16)
      }
    }

    mutating func line(_ points: String) {
      paths.append("<path fill=\"none\" stroke=\"black\" d=\"M \(points)\"/>")
    }

    func svg(inGroup group: String = "<g>") -> String {
      "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">\(group)" + paths.joined()
        + "</g></svg>"
    }

    func tree(inGroup group: String = "<g>") throws -> [String] {
      let svg = svg(inGroup: group)
      let chart = VectorChart(
        try DrawnPath.all(in: Array(svg.utf8)), lines: page.lines, width: 842, height: 595)
      guard let draft = chart?.draft(page: 0), draft.looksLikeOrganization else { return [] }
      let hierarchy = draft.hierarchy()
      return hierarchy.nodes.map { node in
        let above = node.parent.map { hierarchy.nodes[$0].name } ?? "-"
        return node.name + (node.person.map { "(\($0))" } ?? "") + " < " + above
      }
    }
  }

  private static let tree = ["星河科技公司 < -", "市场部(张三丰) < 星河科技公司", "研发部 < 星河科技公司"]

  private static func drawing(style: String) -> Drawing {
    var drawing = Drawing()
    drawing.box("星河科技公司", 300, 40, style: style)
    drawing.box("市场部/张三丰", 150, 200, style: style)
    drawing.box("研发部", 450, 200, style: style)
    return drawing
  }

  @Test(arguments: [
    "fill:none;stroke:rgb(0%,0%,0%)", " stroke:none;fill-rule:evenodd;fill:rgb(80%,90%,100%)",
    "fill:rgb(100%,100%,100%);stroke:rgb(50%,50%,50%)",
  ])
  func framedAndFilledBoxesAreJoinedByLines(style: String) throws {
    var drawing = Self.drawing(style: style)
    drawing.line("360 80 L 360 140 L 210 140 L 210 200")
    drawing.line("360 140 L 510 140 L 510 200")
    #expect(try drawing.tree() == Self.tree)
  }

  /// A shaded box is drawn as stripes, each a little smaller, and then its frame.
  @Test(arguments: [true, false]) func stripesAreOneBox(isFramed: Bool) throws {
    var drawing = Drawing()
    for (text, x, y) in [("星河科技公司", 300, 40), ("市场部/张三丰", 150, 200), ("研发部", 450, 200)] {
      for step in 0..<20 {
        drawing.box("", x, y + step, 120, 40 - step, style: "fill:rgb(\(40 + step)%,60%,90%)")
      }
      drawing.box(text, x, y, style: isFramed ? "fill:none;stroke:rgb(0%,0%,0%)" : "fill:none")
    }
    drawing.line("360 80 L 360 140 L 210 140 L 210 200")
    drawing.line("360 140 L 510 140 L 510 200")
    #expect(try drawing.tree() == Self.tree)
  }

  /// Browsers print lines as thin filled boxes; arrows end in small filled heads.
  @Test func thinBoxesAndArrowHeadsAreLines() throws {
    var drawing = Self.drawing(style: "fill:none;stroke:rgb(0%,0%,0%)")
    for (x, y, width, height) in [
      (359, 80, 1, 60), (210, 140, 300, 1), (209, 140, 1, 52), (509, 140, 1, 52),
    ] {
      drawing.box("", x, y, width, height, style: "stroke:none;fill:rgb(0%,0%,0%)")
    }
    for x in [205, 505] { drawing.box("", x, 191, 9, 9, style: "fill:rgb(0%,0%,0%)") }
    #expect(try drawing.tree() == Self.tree)
  }

  /// A frame around the chart with a title, and the page's own white.
  @Test func framesAroundBoxesAreNoBoxes() throws {
    var drawing = Self.drawing(style: "fill:none;stroke:rgb(0%,0%,0%)")
    drawing.box("", 0, 0, 842, 595, style: "fill:rgb(100%,100%,100%)")
    drawing.box("公司组织架构图", 120, 10, 500, 260)
    drawing.line("360 80 L 360 140 L 210 140 L 210 200")
    drawing.line("360 140 L 510 140 L 510 200")
    #expect(try drawing.tree() == Self.tree)
  }

  @Test func upendedNamesAndTurnedPages() throws {
    var drawing = Drawing()
    drawing.box("星河科技公司", 300, 40)
    drawing.box("市/场/部", 200, 200, 34, 80)
    drawing.box("研发部", 450, 200)
    drawing.line("360 80 L 360 140 L 217 140 L 217 200")
    drawing.line("360 140 L 510 140 L 510 200")
    #expect(
      try drawing.tree(inGroup: "<g transform=\"matrix(1,0,0,1,0,0)\">")
        == ["星河科技公司 < -", "市场部 < 星河科技公司", "研发部 < 星河科技公司"])
  }

  @Test func changedDrawingsEnd() throws {
    var drawing = Self.drawing(style: "fill:none;stroke:rgb(0%,0%,0%)")
    drawing.line("360 80 L 360 140 L 210 140 L 210 200")
    let bytes = Array(drawing.svg().utf8)
    var dice = Dice(seed: 9, stream: 0)
    for _ in 0..<80 {
      do throws(XMLRefusal) {
        let paths = try DrawnPath.all(in: dice.mutated(bytes))
        _ = VectorChart(paths, lines: drawing.page.lines, width: 842, height: 595)?.draft(page: 0)
      } catch {
        // Refusing is what most changes deserve.
      }
    }
  }

  @Test func whatIsNoChartIsNone() throws {
    var unjoined = Self.drawing(style: "fill:none;stroke:rgb(0%,0%,0%)")
    #expect(try unjoined.tree() == [])
    unjoined.line("10 10 L 20 20")
    #expect(try unjoined.tree() == [])
    #expect(throws: XMLRefusal.self) { _ = try DrawnPath.all(in: Array("<svg><path".utf8)) }
    #expect(
      try DrawnPath.all(in: Array("<svg><path d=\"M 1 1 L 1e99 nan Z\"/></svg>".utf8)).isEmpty)
  }
}
