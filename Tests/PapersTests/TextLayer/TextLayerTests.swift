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
