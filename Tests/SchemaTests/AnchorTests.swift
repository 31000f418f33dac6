import Model
import Schema
import Testing

@Suite struct AnchorTests {
  @Test(arguments: ["x: &a 1\ny: *a", "x: &a {b: 1}\ny: *a", "x: &a [1]", "- &a b"])
  func anchorsAreRefused(text: String) {
    let file = YAMLFile(text: text, path: "a.yaml")
    #expect(file.root == nil)
    #expect(file.diagnostics.map(\.code) == ["anchor"])
  }

  /// Each line doubles the one before: walked as a tree it would never end.
  @Test func aliasBombsEnd() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(YAMLFile(text: text, path: "a.yaml").root == nil)
  }

  @Test func duplicateKeysHaveTheirPlace() {
    let file = YAMLFile(text: "x: 1\ny:\n  b: 1\n  b: 2\n", path: "a.yaml")
    #expect(file.diagnostics.map(\.code) == ["duplicate-key"])
    // The second of them: that is the one to delete.
    #expect(file.diagnostics.first?.position.line == 4)
  }
}
