import Model
import Specimens
import Testing

@testable import Extract

/// Seeded changes to labelled files: whatever comes out, it comes out, and every fact is a declared one of its type.
@Suite struct LabelledFuzzTests {
  private static let types = Dictionary(
    uniqueKeysWithValues: LabelledFamily.factDeclarations.map { ($0.key, $0.type) })

  @Test(arguments: FilingSpecimens.all)
  func changedFilesEnd(file: String, text: String) {
    var dice = Dice(seed: 7, stream: 0)
    for _ in 0..<80 {
      var extraction = Extraction(file: file, mediaType: .text)
      let source = Source(
        file: file, bytes: dice.mutated(Array(text.utf8)),
        mediaType: file.hasSuffix("html") ? .html : .text)
      LabelledFamily(.bare).read(source, into: &extraction)
      for fact in extraction.documents.flatMap(\.facts) {
        #expect(Self.types[fact.key] != nil && fact.value.type == Self.types[fact.key])
      }
    }
  }

  @Test(arguments: [
    "<td>备案", "<!-- 备案 ", "<script>备案", "<table><tr><td>主办单位名称</td>", "{\"备案号\":[", "主办单位名称：",
    "主办单位名称,备案号\n", "<备案<", "粤ICP备", "备案号：粤ICP备2021123456号-1\n",
  ])
  func deepOrEndlessTextsEnd(piece: String) {
    let bytes = Array(String(repeating: piece, count: 2_000).utf8)
    for type in [MediaType.text, .html] {
      var extraction = Extraction(file: "a", mediaType: type)
      LabelledFamily(.bare).read(
        Source(file: "a", bytes: bytes, mediaType: type), into: &extraction)
      #expect(extraction.documents.count <= 100_000)
    }
  }
}
