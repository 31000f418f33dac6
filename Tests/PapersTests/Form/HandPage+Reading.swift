import Model
import ReadingBench
import Recognition
import Seals

@testable import Papers

extension HandPage {
  /// The documents and notices on the page.
  func read(
    as material: MaterialDefinition, method: EvidenceMethod = .ocr, width: Double = 1100,
    height: Double = 820
  ) -> PageDocuments {
    // A text layer knows nothing of what else a letter might be.
    let lines =
      method != .textLayer
      ? lines
      : lines.map { line in
        var line = line
        line.line.lattice = Lattice(frames: [])
        line.line.frames = []
        return line
      }
    return PageDocuments(
      page: RecognizedPage(lines: lines, width: width, height: height, rotationDegrees: 0),
      tools: PageTools(
        materials: MaterialCatalogue(materials: [material]), reader: nil,
        trust: SignatureTrust(store: nil), tables: nil),
      place: PagePlace(file: "a.jpg", page: 0, toEvidence: { $0 }, method: method), codes: [],
      colour: nil)
  }
}
