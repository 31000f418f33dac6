import Foundation
import Testing

/// Rules, materials and declared keys beside the built-in ones.
@Suite struct AddedRulesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.pack(), to: "house/packs/house.yaml")
    try folder.write("city,region\n海口市,华南\n", to: "house/cities.csv")
    try folder.write(
      """
      schema: dossier/declared-schema-v1
      keys:
        company:
          keys:
            group_code: {names: [集团编码], type: string, summary: the code within the group}
      """, to: "house/declared.yaml")
    try folder.write(
      "schema: dossier/declared-v1\nchannel: wecom\n企业:\n  集团编码: H-07\n", to: "one/declared.yaml")
    // Of a company that delivered nothing no rule has anything to say.
    try folder.write("姓名,部门,职务\n周一,财务部,会计\n吴二,技术部,工程师\n", to: "one/通讯录.csv")
  }

  private static func pack(id: String = "house", rule: String = "HOUSE-CODE-001", head: String = "")
    -> String
  {
    """
    schema: dossier/pack-v1
    pack: {id: \(id), version: 1.0.0, title: {zh-CN: 本集团规则, en: House rules}\(head)}
    lookups:
      cities: {key: city, columns: {city: string, region: string}, file: cities.csv}
    rules:
      - id: \(rule)
        title: {zh-CN: 集团编码有效, en: The group's code is valid}
        severity: warning
        check: {matches: declared.company.group_code, pattern: "H-[0-9]{3}"}
        tests:
          - {given: {declared.company.group_code: H-007}, expect: pass}
          - {given: {declared.company.group_code: H-7}, expect: fail}
    """
  }

  private func run(_ arguments: String..., added: String = "house") throws -> Program {
    try Program.run(
      arguments + ["--add-rules", folder.path + "/" + added, "--locale", "en"])
  }

  private func report(_ arguments: String...) throws -> (report: JSON, run: Program) {
    let out = folder.path + "/out"
    let run = try Program.run(
      ["check", folder.path + "/one", "--as-of", "2026-11-22", "--format", "json"] + arguments
        + ["--output", out, "--add-rules", folder.path + "/house", "--locale", "en"])
    return (try JSON(folder.text(of: "out/one/report.json")), run)
  }

  @Test func theyRunTogetherWithThoseOfTheChannel() throws {
    let (report, run) = try report()
    let verdicts = report["verdicts"].items
    let ids = verdicts.compactMap { $0["rule"].text }
    #expect(Set(ids).isSuperset(of: ["HOUSE-CODE-001", "LIC-NAME-001", "ORG-RENAMED-001"]))
    #expect(
      verdicts.first { $0["rule"].text == "HOUSE-CODE-001" }?["verdict"].text == "fail",
      "\(run.errors)")
    #expect(report["notices"].items.allSatisfy { $0["code"].text != "packs_left_out" })
  }

  /// With `--pack` only what it names runs; that the others do not is told, on the terminal and in the report.
  @Test func aRunThatLosesTheChannelsPacksSaysSo() throws {
    let (report, run) = try report("--pack", "house")
    #expect(report["verdicts"].items.compactMap { $0["rule"].text } == ["HOUSE-CODE-001"])
    #expect(run.errors.contains("the channel's packs enterprise-basic"))
    let notice = report["notices"].items.first { $0["code"].text == "packs_left_out" }
    #expect(notice?["message"]["en"].text?.contains("wecom-mail-domain did not run") == true)
    let other = try self.report("--pack", "seals").run
    #expect(other.errors.contains("add --pack house"))
  }

  @Test func aPackForOtherChannelsDoesNotRun() throws {
    try folder.write(
      Self.pack(head: ", applies_to: {channels: [icp]}"), to: "house/packs/house.yaml")
    let ids = try report().report["verdicts"].items.compactMap { $0["rule"].text }
    #expect(!ids.contains("HOUSE-CODE-001") && ids.contains("LIC-NAME-001"))
  }

  /// One pack needs no `packs` around it.
  @Test(arguments: ["flat/house.yaml", "flat/house/house.yaml"])
  func packsMayLieInTheFolderItself(path: String) throws {
    try folder.write(Self.pack(), to: path)
    let table = path.replacing("house.yaml", with: "cities.csv")
    try folder.write("city,region\n海口市,华南\n", to: table)
    try folder.write(folder.text(of: "house/declared.yaml"), to: "flat/declared.yaml")
    let list = try run("rules", "list", added: "flat")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("HOUSE-CODE-001") && list.output.contains("LIC-NAME-001"))
  }

  /// What people and their file managers leave beside packs disables none of them.
  @Test(arguments: ["README.md", ".DS_Store", "说明", "notes.txt", "pictures/a.png"])
  func otherFilesAmongPacksDoNoHarm(name: String) throws {
    try folder.write("x", to: "house/packs/" + name)
    let list = try run("rules", "list")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("HOUSE-CODE-001"))
  }

  @Test(arguments: ["house.yaml.txt", "House.YAML"])
  func aPackWithTheWrongEndingIsTold(name: String) throws {
    try folder.write(Self.pack(id: "other", rule: "OTHER-001"), to: "house/packs/" + name)
    let lint = try run("rules", "lint")
    #expect(lint.status == 0)
    #expect(lint.output.contains("names of rule files end in .yaml"), "\(lint.output)")
    #expect(lint.output.contains("packs/\(name): warning"))
  }

  /// Tables as Chinese workbooks save them; the one of sources, too.
  @Test(arguments: ["cities.csv", "others.csv", "sources.csv"])
  func tablesMayBeInGBK(name: String) throws {
    try folder.write("import sys; open('t', 'wb').write(sys.argv[1].encode('gbk'))", to: "gbk.py")
    let row =
      name == "sources.csv"
      ? "id,title,place,seen\nown-manual,集团合规手册,合规部,2026-11-22\n" : "city,region\n海口市,华南\n"
    try folder.run("python3", "gbk.py", row)
    try folder.run("mv", "t", "house/" + name)
    let lint = try run("rules", "lint")
    #expect(lint.status == 0, "\(lint.errors)")
  }

  @Test func materialsAreAddedToo() throws {
    let definition = try String(
      contentsOfFile: EnterpriseBasicTests.folder + "/rules/materials/training_record.yaml",
      encoding: .utf8)
    let kind = definition.replacing("training_record", with: "house_form")
      .replacing("prefix: training", with: "prefix: house_form")
    try folder.write(kind, to: "house/materials/house_form.yaml")
    let materials = try run("materials")
    #expect(materials.status == 0, "\(materials.errors)")
    #expect(materials.output.contains("house_form  "))
  }

  @Test(arguments: [
    ("none", "there is no such folder"), ("house/declared.yaml", "name the folder that holds it"),
    ("empty", "the folder is empty"), ("text", "there are no packs"),
  ])
  func whatIsNoFolderOfRulesIsSaid(name: String, words: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    try folder.write("x", to: "text/readme.txt")
    let lint = try run("rules", "lint", added: name)
    #expect(lint.status == 2)
    #expect(lint.errors.contains(words), "\(lint.errors)")
    #expect(lint.errors.contains(folder.path + "/" + name))
  }

  /// Ids are unique over all folders, and both places are named.
  @Test func idsAreUniqueOverAll() throws {
    try folder.write(
      Self.pack(id: "enterprise-basic", rule: "LIC-NAME-001"), to: "house/packs/house.yaml")
    let lint = try run("rules", "lint")
    #expect(lint.status == 2)
    let file = folder.path + "/house/packs/house.yaml"
    #expect(lint.errors.contains(file + ":2:12: error[duplicate-pack]"), "\(lint.errors)")
    #expect(lint.errors.contains(file + ":6:9: error[duplicate-id]"))
    #expect(lint.errors.contains("enterprise-basic/license.yaml:"))
  }

  /// A declared key that is there already is not changed in passing.
  @Test func declaredKeysAreAddedNotChanged() throws {
    try folder.write(
      """
      schema: dossier/declared-schema-v1
      keys:
        company:
          keys:
            name: {names: [名字], type: int, summary: another name}
            other: {names: [企业名称], type: string, summary: the same name}
      """, to: "house/declared.yaml")
    let lint = try run("rules", "lint")
    #expect(lint.status == 2)
    #expect(lint.errors.contains("declared.yaml:5:7: error[key-taken]"), "\(lint.errors)")
    #expect(lint.errors.contains("already means name"))
  }

  /// What `rules new` makes is right, tested, and in force on the next check.
  @Test func aNewPackWorksAtOnce() throws {
    let made = try Program.run([
      "rules", "new", "group", "--output", folder.path + "/group", "--as-of", "2026-11-22",
      "--locale", "en",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let commands = made.output.split(separator: "\n").filter { $0.hasPrefix("  dossier ") }
    #expect(commands.count == 3, "\(made.output)")
    let lint = try run("rules", "lint", "--strict", added: "group")
    #expect(lint.status == 0, "\(lint.output)")
    let test = try run("rules", "test", "--filter", "group", added: "group")
    #expect(test.status == 0 && test.output.contains("3"), "\(test.output)")
    let list = try run("rules", "list", added: "group")
    #expect(list.output.contains("GROUP-CAPITAL-001"))
    let again = try Program.run(["rules", "new", "group", "--output", folder.path + "/group"])
    #expect(again.status == 2 && again.errors.contains("不会覆盖"))
  }

  @Test(arguments: [("My Rules", "my-rules"), ("seals", "my-seals"), ("规则", "house")])
  func namesThatWillNotDoAreAnswered(name: String, suggestion: String) throws {
    let run = try Program.run([
      "rules", "new", name, "--output", folder.path + "/x", "--locale", "en",
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains(suggestion), "\(run.errors)")
  }
}
