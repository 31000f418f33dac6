import Native
import Recognition
import Testing

@testable import Extract

@Suite struct PDFTextLayerTests {
  /// Letters of 16 points, each at its own place.
  private func layer(_ letters: [(Unicode.Scalar, Double, Double)]) -> PDFTextLayer {
    PDFTextLayer(
      letters.map { scalar, x, y in
        PDFCharacter(scalar: scalar, x1: x, y1: y, x2: x + 15, y2: y + 17, style: 1)
      }, width: 600, height: 800)
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
    let layer = layer([
      ("仅", 200, 500), ("供", 214, 486), ("认", 228, 472), ("证", 242, 458), ("名", 105, 288),
      ("称", 120, 288),
    ])
    #expect(layer.lines.map { $0.line.characters.map(\.symbol).joined() } == ["名称"])
  }
}
