import Model
import Specimens
import Testing

/// Seeded changes to specimens: whatever comes out, it comes out.
@Suite struct OrganizationFuzzTests {
  @Test(arguments: ChartSpecimens.texts)
  func changedChartsEnd(format: String, text: String) {
    var dice = Dice(seed: 6, stream: 0)
    for _ in 0..<60 {
      let extraction = ChartSpecimens.read(dice.mutated(Array(text.utf8)))
      for hierarchy in extraction.documents.compactMap(\.hierarchy) {
        // Parents stand before their children, so nothing leads back to itself.
        let isOrdered = hierarchy.nodes.enumerated().allSatisfy { index, node in
          node.parent.map { $0 < index } != false
        }
        #expect(isOrdered)
      }
    }
  }

  @Test(arguments: ["{\"a\":", "[", "graph TD\n", "@startwbs\n*", "部门,上级部门\n甲部,"])
  func deepOrEndlessTextsEnd(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(ChartSpecimens.read(Array(text.utf8)).file == "架构")
  }
}
