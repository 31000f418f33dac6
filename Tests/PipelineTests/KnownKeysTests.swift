import Foundation
import Model
import Testing

@testable import Pipeline

/// Rules that lack a fact which Swift reads by its name do not load.
@Suite struct KnownKeysTests {
  private static let rules =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/rules"

  @Test func theShippedRulesHaveAll() throws {
    let loaded = try Rulebook.load(folder: Self.rules)
    #expect(loaded.diagnostics.filter { $0.code == "missing-fact" }.map(\.message.english) == [])
    #expect(loaded.rulebook != nil)
  }

  @Test(arguments: [
    ("materials/business_license.yaml", "key: scope", "license.scope", "/materials"),
    ("declared.yaml", "short_name:", "declared.company.short_name", "/declared.yaml"),
  ])
  func aRenamedKeyIsMissed(file: String, part: String, key: String, place: String) throws {
    let folder = try TemporaryFolder()
    try folder.run("cp", "-r", Self.rules, "rules")
    let path = "rules/" + file
    let text = try folder.text(of: path)
    try folder.write(text.replacing(part, with: part.replacing("s", with: "x_s")), to: path)
    let loaded = try Rulebook.load(folder: folder.path + "/rules")
    let missing = loaded.diagnostics.filter { $0.code == "missing-fact" }
    #expect(loaded.rulebook == nil)
    #expect(missing.contains { $0.message.english.contains(key) && $0.file.hasSuffix(place) })
  }
}
