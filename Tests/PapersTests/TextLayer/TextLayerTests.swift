import Model
import Native
import Recognition
import Testing

@testable import Papers

@Suite struct TextLayerTests {
  /// Letters of 16 points, each at its own place.
  private func layer(
    _ letters: [(Unicode.Scalar, Double, Double)],
    watermark: [(Unicode.Scalar, Double, Double)] = []
  ) -> TextLayer {
    func character(_ letter: (Unicode.Scalar, Double, Double), style: Int) -> PDFCharacter {
      let (scalar, x, y) = letter
      return PDFCharacter(scalar: scalar, x1: x, y1: y, x2: x + 15, y2: y + 17, style: style)
    }
    return TextLayer(
      watermark.map { character($0, style: 2) } + letters.map { character($0, style: 1) },
      width: 600, height: 800)
  }

  /// Poppler tells the first letters of all labels before the last ones.
  @Test func spreadLabelsToldColumnByColumnAreKept() {
    let layer = layer([
      ("名", 105, 288), ("经", 105, 321), ("类", 105, 354), ("营", 134, 321), ("称", 163, 288),
      ("盛", 201, 288), ("远", 216, 288), ("者", 163, 321), ("苏", 201, 321), ("睿", 216, 321),
    ])
    let texts = layer.lines.map { $0.line.characters.map(\.symbol).joined() }
    for symbol in ["名", "称", "营", "盛远", "苏睿"] {
      #expect(texts.contains { $0.contains(symbol) }, "\(symbol) in \(texts)")
    }
  }

  /// Fonts that are drawn letter by letter (Type 3) come with boxes of two or three lines.
  @Test func boxesAreNoHigherThanTheirLetters() throws {
    func row(_ text: String, at y: Double) -> [PDFCharacter] {
      text.unicodeScalars.enumerated().map { index, scalar in
        let x = 72 + 15 * Double(index)
        return PDFCharacter(scalar: scalar, x1: x, y1: y, x2: x + 15, y2: y + 39, style: 1)
      }
    }
    let layer = TextLayer(
      row("委托单位", at: 124) + row("信用代码", at: 161), width: 600, height: 800)
    #expect(layer.lines.map(\.line.text) == ["委托单位", "信用代码"])
    let box = try #require(layer.lines.first).box
    #expect(box.height < 25)
    #expect(abs(box.center.y - (124 + 0.75 * 39 - 5)) < 3)
  }

  @Test func textAcrossThePageIsNoLine() {
    let layer = layer(
      [("名", 105, 288), ("称", 120, 288)],
      watermark: [("复", 200, 500), ("印", 230, 470), ("件", 260, 440)])
    #expect(layer.lines.map { $0.line.characters.map(\.symbol).joined() } == ["名称"])
  }

  @Test func aWatermarksLetterInALineIsNoneOfIt() {
    let watermark: [(Unicode.Scalar, Double, Double)] = [
      ("仅", 200, 500), ("供", 230, 470), ("认", 260, 440), ("证", 290, 410),
    ]
    // Poppler tells the page's letters from left to right, whosever they are.
    let layer = layer([("住", 480, 218), ("所", 496, 218)], watermark: watermark + [("印", 512, 218)])
    #expect(layer.lines.map { $0.line.characters.map(\.symbol).joined() } == ["住所"])
  }
}
