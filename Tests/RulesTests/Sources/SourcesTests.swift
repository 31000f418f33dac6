import Model
import Testing

@testable import Rules

/// What rules, tables and checklists cite is a row of `sources.csv`.
@Suite struct SourcesTests {
  private static let header = "id,title,place,seen\n"
  private static let rows =
    header + """
      gb-32100-2015,《统一社会信用代码》,openstd.samr.gov.cn,2026-11-22
      house,House rules,"docs, page 1",2026-11-22

      """

  private func load(
    ref: String, sources: String? = rows, table: String? = nil, own: String? = nil
  ) throws -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
    let rule = ruleText(
      "{required: org.departments}", "basis: [{kind: standard, ref: \(ref), passage: position 2}]")
    var files = ["house/pack.yaml": packText(rule)]
    files["house/sources.csv"] = own
    var beside: [String: String] = [:]
    beside["sources.csv"] = sources
    beside["limits.csv"] = table
    return try loadLibrary(files, beside: beside)
  }

  @Test func aCitedSourceIsPartOfTheRule() throws {
    let (library, diagnostics) = try load(ref: "house")
    #expect(diagnostics == [])
    let basis = try #require(library?.packs.first?.rules.first?.basis.first)
    #expect(basis.source.title == "House rules" && basis.source.place == "docs, page 1")
    #expect(basis.source.seen.iso == "2026-11-22" && basis.passage == "position 2")
  }

  @Test func anUnknownIdIsToldWithTheNearest() throws {
    let (library, diagnostics) = try load(ref: "gb-32100-2051")
    let told = try #require(diagnostics.first)
    #expect(library == nil && diagnostics.count == 1 && told.code == "unknown-source")
    #expect(told.file.hasSuffix("packs/house/pack.yaml") && told.length == 13)
    #expect(told.sourceLine.dropFirst(told.position.column - 1).hasPrefix("gb-32100-2051"))
    #expect(told.message.english.contains("did you mean \"gb-32100-2015\"?"))
    #expect(told.message.english.contains("gets a row in sources.csv"))
    #expect(
      told.message.chinese.contains("是否为「gb-32100-2015」") && told.message.chinese.contains("加一行"))
  }

  @Test func aMissingFileIsToldAtTheFirstCitation() throws {
    let (library, diagnostics) = try load(ref: "house", sources: nil)
    #expect(library == nil && diagnostics.map(\.code) == ["unknown-source"])
    #expect(diagnostics.first?.message.english.contains("has no sources.csv; make one") == true)
    #expect(diagnostics.first?.message.chinese.contains("没有 sources.csv") == true)
  }

  @Test func packsMayHaveSourcesOfTheirOwn() throws {
    let own = Self.header + "our-handbook,Handbook,the intranet,2026-01-01\n"
    #expect(try load(ref: "our-handbook", own: own).diagnostics == [])
    #expect(try load(ref: "our-handbook").diagnostics.map(\.code) == ["unknown-source"])
    // Nor may they give another meaning to an id of everybody's.
    let taken = try load(ref: "house", own: Self.header + "house,Mine,here,2026-01-01\n")
    #expect(taken.library == nil && taken.diagnostics.map(\.code) == ["duplicate-source"])
  }

  @Test(arguments: [
    ("id,title,place\nhouse,a,b\n", "source-file", 1, 1),
    (header + "house,House\n", "source-file", 2, 1),
    (header + "House,House,here,2026-11-22\n", "source-file", 2, 1),
    (header + "house, ,here,2026-11-22\n", "source-file", 2, 7),
    (header + "house,\"a, b\",,2026-11-22\n", "source-file", 2, 14),
    (header + "house,House,here,yesterday\n", "source-file", 2, 18),
    (rows + "house,Again,here,2026-11-22\n", "duplicate-source", 4, 1),
    (header + "house,\"House,here,2026-11-22\n", "table-file", 2, 1),
  ])
  func whatIsWrongInTheFileIsToldAtItsPlace(
    sources: String, code: String, line: Int, column: Int
  ) throws {
    let (library, diagnostics) = try load(ref: "house", sources: sources)
    let told = try #require(diagnostics.first { $0.code == code }, "\(diagnostics)")
    #expect(library == nil && told.file.hasSuffix("/sources.csv"))
    #expect(told.position == TextPosition(line: line, column: column), "\(told)")
    #expect(!told.message.chinese.isEmpty && !told.message.english.isEmpty)
  }

  @Test func tablesCiteSourcesToo() throws {
    let table = "channel,value,source\nicp,\"a,b\",house|gb-32100-2051\n"
    let (library, diagnostics) = try load(ref: "gb-32100-2015", table: table)
    let told = try #require(diagnostics.first)
    #expect(library == nil && diagnostics.map(\.code) == ["unknown-source"])
    #expect(told.file.hasSuffix("/limits.csv") && told.length == 13)
    #expect(told.position == TextPosition(line: 2, column: 17))
    #expect(told.message.english.contains("did you mean \"gb-32100-2015\"?"))
  }

  @Test func aSourceThatNobodyCitesIsARemark() throws {
    let (library, _) = try load(ref: "gb-32100-2015")
    let unused = try #require(library).style().filter { $0.code == "unused-source" }
    #expect(unused.map(\.level) == [.warning] && unused.map(\.position.line) == [3])
    #expect(unused.first?.message.english.contains("\"house\"") == true)
    let cited = try load(ref: "gb-32100-2015", table: "channel,source\nicp,house\n").library
    #expect(try #require(cited).style().allSatisfy { $0.code != "unused-source" })
  }
}
