import Foundation
import Testing

/// What the commands for rule authors print and write.
@Suite struct RulesCommandTests {
  private static let rules = EnterpriseBasicTests.folder + "/rules"

  @Test func theListHoldsEveryRuleOnceInOrder() throws {
    let run = try Program.run(["rules", "list", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let ids = try JSON(run.output)["rules"].items.compactMap { $0["rule"].text }
    #expect(ids.count > 100)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: ["LIC-NAME-001", "ORG-RENAMED-001", "SEAL-DATE-001"]))
    let text = try Program.run(["rules", "list", "--pack", "organization", "--locale", "en"])
    #expect(text.status == 0)
    #expect(text.output.contains("ORG-RENAMED-001") && !text.output.contains("LIC-NAME-001"))
    #expect(text.output.contains("Departments have one name in chart and contacts"))
  }

  @Test(arguments: [["rules", "list", "--pack", "none"], ["rules", "list", "--profile", "none"]])
  func unknownPacksAndProfilesAreRefused(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty && run.errors.contains("none"))
  }

  /// A page for each rule in either language, and the same bytes each time.
  @Test func theManualHasAPageForEachRule() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      let run = try Program.run(["rules", "docs", "--output", folder.path + "/" + name])
      #expect(run.status == 0, "\(run.errors)")
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/a").sorted()
    for (locale, title) in [
      ("zh-CN", "架构图与通讯录的部门同名"), ("en", "Departments have one name in chart and contacts"),
    ] {
      for ending in ["md", "html"] {
        let page = "\(locale)/organization/ORG-RENAMED-001.\(ending)"
        #expect(files.contains(page))
        #expect(try folder.text(of: "a/" + page).contains(title))
      }
    }
    for file in files where file.contains(".") {
      #expect(try folder.text(of: "a/" + file) == folder.text(of: "b/" + file), "\(file)")
    }
  }

  @Test(arguments: [
    ("pack", "dossier/pack-v1", ["schema"]),
    ("material", "dossier/material-v1", ["schema", "kind"]),
    ("declared", "dossier/declared-v1", []),
    ("waivers", "dossier/waivers-v1", ["schema", "waivers"]),
  ])
  func schemasAreWhatLoadersReadBy(kind: String, name: String, required: [String]) throws {
    let run = try Program.run(["rules", "schema", kind])
    #expect(run.status == 0, "\(run.errors)")
    let schema = try JSON(run.output)
    #expect(schema["$schema"].text == "http://json-schema.org/draft-07/schema#")
    #expect(schema["$id"].text == name)
    #expect(Set(required).isSubset(of: schema["required"].items.compactMap(\.text)))
  }

  @Test func aWaiversSchemaAsksForWhatAWaiverNeeds() throws {
    let waiver = try JSON(Program.run(["rules", "schema", "waivers"]).output)["properties"][
      "waivers"]["items"]
    #expect(
      waiver["required"].items.map(\.text) == ["rule", "reason", "owner", "granted", "expires"])
    #expect(waiver["properties"]["expires"]["pattern"].text != nil)
  }

  /// A stricter rule changes a verdict: that is said, with status 1; the same rules change nothing.
  @Test func impactNamesTheVerdictsThatChange() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Self.rules, toPath: folder.path + "/new")
    let pack = "new/packs/organization.yaml"
    let text = try folder.text(of: pack)
    try folder.write(
      text.replacing(
        "check: {at_most: [{fact: contacts.defects, apply: size}, {value: 0}]}",
        with: "check: {at_most: [{fact: contacts.defects, apply: size}, {value: 9}]}"), to: pack)
    try folder.write(
      "schema: dossier/declared-v1\nchannel: wecom\ncompany: {name: 深圳市星河科技有限公司}\n",
      to: "a/declared.yaml")
    try folder.write("姓名,账号,部门,手机\n张三,坏账号,总部,13800000001\n", to: "a/通讯录.csv")
    func impact(_ new: String) throws -> Program {
      try Program.run([
        "rules", "impact", Self.rules, new, folder.path + "/a", "--as-of", "2026-11-22",
        "--locale", "en",
      ])
    }
    let changed = try impact(folder.path + "/new")
    #expect(changed.status == 1, "\(changed.errors)")
    #expect(changed.output.contains("CON-FORM-001"))
    #expect(!changed.output.contains("ORG-RENAMED-001"))
    let same = try impact(Self.rules)
    #expect(same.status == 0, "\(same.errors)")
    #expect(!same.output.contains("CON-FORM-001"))
  }
}
