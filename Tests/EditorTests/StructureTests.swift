import Foundation
import Model
import Tables
import Testing

@testable import Editor

@Suite struct StructureTests {
  private static let text = """
    # 第一行
    # 第二行
    schema: dossier/pack-v1
    pack: {id: house, version: 1.0.0, title: {zh-CN: 自家规则, en: Ours}}
    params:
      𠮷: {type: int, default: 3}
    lookups:
      domains: {key: suffix, columns: {suffix: string}, file: mail-providers.csv}
    rules:
      - id: HOUSE-A-001
        title: {zh-CN: 名称一致, en: Same name}
        severity: error
        assert: |-
          license.name ==
            declared.company.name
        basis: [{kind: house, ref: gb-t-2260}, {kind: law, ref: miit-icp-query}]
        tests:
          - {name: 相同, expect: pass}
          - {expect: fail}
    # 见 https://例.example/甲 与 https://a.example/b?c=1（说明）
    """

  @Test(arguments: [(ReportLocale.chinese, "名称一致"), (.english, "Same name")])
  func rulesAreNamedInTheLanguageOfTheReader(locale: ReportLocale, title: String) throws {
    let bench = try WorkspaceBench(["house.yaml": Self.text], locale: locale)
    let symbols = try #require(
      try bench.ask("textDocument/documentSymbol", in: "house.yaml").items)
    #expect(symbols.map { $0["name"]?.text } == ["house", "params", "lookups", "rules"])
    let rule = try #require(symbols.last?["children"]?.items?.first)
    #expect(rule["name"]?.text == "HOUSE-A-001 " + title)
    #expect(rule["children"]?.items?.compactMap { $0["detail"]?.text } == ["pass", "fail"])
  }

  @Test(arguments: [
    (PositionEncoding.utf16, 4), (.utf8, 6), (.utf32, 3),
  ])
  func symbolsEndWhereTheClientCounts(encoding: PositionEncoding, end: Int) throws {
    let bench = try WorkspaceBench(["house.yaml": Self.text], encoding: encoding)
    let symbols = try bench.ask("textDocument/documentSymbol", in: "house.yaml").items
    let setting = try #require(symbols?[1]["children"]?.items?.first)
    #expect(setting["selectionRange"]?["end"]?["character"] == .int(end))
  }

  @Test func symbolsOfTheWorkspaceAreFoundByWords() async throws {
    let bench = try WorkspaceBench(["house.yaml": Self.text])
    let feature = try #require(
      WorkspaceFeature.all.first { $0.method == "workspace/symbol" })
    let params = try #require(JSONValue(#"{"query": "house 一致"}"#))
    let found = try await feature.answer(bench.workspace, params).value.items
    #expect(found?.compactMap { $0["name"]?.text } == ["HOUSE-A-001 名称一致"])
  }

  @Test func keysBlocksAndCommentsFold() throws {
    let bench = try WorkspaceBench(["house.yaml": Self.text])
    let folds = try #require(try bench.ask("textDocument/foldingRange", in: "house.yaml").items)
    let lines = folds.map { fold -> [Int] in
      [fold["startLine"], fold["endLine"]].map { if case .int(let line)? = $0 { line } else { -1 } }
    }
    #expect(lines.contains([0, 1]) && lines.contains([8, 18]) && lines.contains([12, 14]))
    #expect(lines.allSatisfy { $0[1] > $0[0] })
  }

  @Test func selectionsGrowFromTheWordToTheFile() throws {
    let bench = try WorkspaceBench(["house.yaml": Self.text])
    let answer = try bench.ask(
      "textDocument/selectionRange", in: "house.yaml",
      with: #"{"positions": [{"line": 13, "character": 12}]}"#)
    var texts: [String] = []
    var next = answer.items?.first
    while let value = next {
      let place = try #require(value["range"])
      let edit = LSPValue.members(["range": place, "newText": "‸"])
      texts.append(try bench.applying([edit], to: "house.yaml"))
      next = value["parent"]
    }
    #expect(texts.last == "‸")
    #expect(texts.count > 4)
    #expect(texts[0].contains("          ‸ ==") || texts[0].contains("‸.name =="))
    // Each holds the one before it.
    #expect(texts.map(\.count) == texts.map(\.count).sorted(by: >))
  }

  @Test func addressesTablesAndSourcesLead() throws {
    let bench = try WorkspaceBench(["house.yaml": Self.text])
    let links = try #require(try bench.ask("textDocument/documentLink", in: "house.yaml").items)
    let targets = links.compactMap { $0["target"]?.text }
    #expect(targets.contains("https://a.example/b?c=1"))
    #expect(targets.contains { $0.hasSuffix("/rules/mail-providers.csv") })
    #expect(targets.contains { $0.contains("sources.csv#L5") })
  }
}
