import Foundation
import Model
import Schema
import Testing

@testable import Rules

/// The examples in the documents for rule authors do what the documents say.
@Suite struct ReadmeTests {
  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func everyExampleLoadsAndPasses(name: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let sources = SourceRegisters(rulesFolder: root + "/rules", packs: [])[root + "/rules"]
    let text = try String(contentsOfFile: root + "/rules/" + name, encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 6)
    for block in blocks {
      let isPack = block.hasPrefix("schema:")
      let rules = block.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  " + $0 }.joined(separator: "\n")
      let (pack, diagnostics) = load(isPack ? block : packText(rules), sources: sources)
      #expect(diagnostics.map { "\($0.position.line): \($0.message.english)" } == [])
      let loaded = try #require(pack)
      let library = RuleLibrary(packs: [loaded], catalogue: catalogue, folder: "packs")
      let results = library.runTests(filter: nil)
      #expect(results.count >= 2)
      #expect(results.filter { !$0.hasPassed }.flatMap(\.differences).map(\.text.english) == [])
    }
  }
}
