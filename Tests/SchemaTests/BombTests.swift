import Schema
import Testing

@Suite struct BombTests {
  /// Yams compares keys by their whole trees: an alias bomb as a key must not reach it.
  @Test func aliasBombsAsKeysEnd() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let alias = "*a\(level - 1)"
      let row = [String](repeating: alias, count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(row)]\n"
    }
    text += "? *a9\n: 1\n? *a8\n: 2\n"
    #expect(YAMLFile(text: text, path: "a.yaml").root == nil)
  }

  @Test func expressionsAndEmphasisAreNoAliases() {
    let line = "  - a && b * c **d** *e* x & y\n"
    let text = "rules:\n" + String(repeating: line, count: 40) + "name: R&D\n"
    #expect(YAMLFile(text: text, path: "a.yaml").root != nil)
  }
}
