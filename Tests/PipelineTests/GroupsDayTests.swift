import Foundation
import Testing

/// A group's day through the whole program: a project file, a roster, companies that delivered nothing.
@Suite struct GroupsDayTests {
  private static let maker = """
    import os, sys, zipfile
    os.chdir(sys.argv[1])
    for name in ['甲有限公司', '乙有限公司', '空有限公司', '星河科技']: os.makedirs('集团/' + name)
    for name in ['甲有限公司', '乙有限公司', '星河科技']: open('集团/%s/说明.txt' % name, 'w').write(name)
    open('集团/坏.zip', 'wb').write(b'no archive')
    rows = ['集团名册,,,', '文件夹,企业名称,区域,联系人', '甲有限公司,甲有限公司,华南,林知远', '乙有限公司,乙有限公司,华东,',
            '空有限公司,空有限公司,华北,', '坏,坏有限公司,华北,', '深圳市星河科技有限公司,深圳市星河科技有限公司,华南,', '合计,5 家,,']
    open('集团/名册.csv', 'wb').write('\\r\\n'.join(rows).encode('gbk'))
    """

  private static let project = """
    schema: dossier/project-v1
    roster: 名册.csv
    channel: 企业微信
    output: 报告
    waivers:
      - {rule: MAT-CHANNEL-001, submissions: [甲*], reason: 换照中, owner: 合规部, granted: 2026-11-20, expires: 2026-12-20}
    """

  private func group() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.maker, to: "make.py")
    try folder.run("python3", "make.py", folder.path)
    try folder.write(Self.project, to: "集团/dossier.yaml")
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ path: String, _ options: String...) throws
    -> Program
  {
    try Program.run(
      ["check", folder.path + "/" + path, "--as-of", "2026-11-22"] + options,
      cache: folder.path + "/cache")
  }

  private func states(_ folder: TemporaryFolder) throws -> [String: String] {
    let index = try JSON(folder.text(of: "集团/报告/index.json"))
    return Dictionary(
      index["submissions"].items.compactMap { entry in
        entry["name"].text.flatMap { name in entry["status"].text.map { (name, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func whatWasNotDeliveredIsOneLineEverywhere() throws {
    let folder = try group()
    let run = try check(folder, "集团", "--format", "text,json,csv,junit,sarif,html,corrections")
    #expect(run.status == 1, "\(run.errors)")
    let undelivered = ["空有限公司", "坏", "深圳市星河科技有限公司"]
    let states = try states(folder)
    for name in undelivered {
      #expect(states[name] == "undelivered")
      #expect(run.output.split(separator: "\n").count { $0.hasPrefix(name + "  未交材料  ") } == 1)
      let rows = try folder.text(of: "集团/报告/findings.csv").split(separator: "\r\n")
      #expect(rows.count { $0.hasPrefix(name + ",undelivered,") } == 1)
      let suites = try folder.text(of: "集团/报告/junit.xml")
      #expect(
        suites.contains("<testsuite name=\"\(name)\" tests=\"1\" failures=\"0\" errors=\"1\""))
      let list = try folder.text(of: "集团/报告/\(name)/corrections.md")
      #expect(
        list.split(separator: "\n").count { $0.hasPrefix("1. ") } == 1 && !list.contains("\n2. "))
      let notices = try JSON(folder.text(of: "集团/报告/\(name)/report.json"))["notices"].items
      #expect(
        notices.count {
          ["nothing_delivered", "archive_damaged", "roster_folder_missing"].contains(
            $0["code"].text ?? "")
        } == 1)
    }
    let sarif = try JSON(folder.text(of: "集团/报告/findings.sarif"))["runs"].items.first
    #expect(
      sarif?["results"].items.contains { undelivered.contains($0["ruleId"].text ?? "") } == false)
    #expect(run.output.contains("名册之外有目录「星河科技」：是不是它？"))
    #expect(run.errors.contains("名册 名册.csv：5 行；另保留列（不核对）：区域、联系人"))
    let index = try folder.text(of: "集团/报告/index.json")
    #expect(index.contains("\"联系人\": \"林**\"") && index.contains("\"区域\": \"华南\""))
    // The group accepts for one company what it does not for the other.
    let first = try JSON(folder.text(of: "集团/报告/甲有限公司/report.json"))["findings"].items
    #expect(
      first.contains { $0["rule"].text == "MAT-CHANNEL-001" && $0["waiver"]["owner"].text == "合规部" }
    )
    let second = try JSON(folder.text(of: "集团/报告/乙有限公司/report.json"))["findings"].items
    #expect(
      second.contains { $0["rule"].text == "MAT-CHANNEL-001" && $0["waiver"]["owner"].text == nil })
  }

  @Test func oneCompanyOfTheGroupKeepsTheIndexWhole() throws {
    let folder = try group()
    _ = try check(folder, "集团")
    let before = try states(folder)
    #expect(before.count == 6)
    try folder.write("text", to: "集团/空有限公司/说明.txt")
    let run = try check(folder, "集团/空有限公司")
    #expect(run.output.contains("空有限公司") && !run.output.contains("甲有限公司  不可提交"))
    var after = try states(folder)
    #expect(after.removeValue(forKey: "空有限公司") == "blocked")
    #expect(after == before.filter { $0.key != "空有限公司" })
    // An archive is one of the group, too.
    let archive = try check(folder, "集团/坏.zip")
    #expect(archive.output.contains("坏  未交材料") && archive.errors.contains("其余 5 份"))
    #expect(try states(folder).count == 6)
  }

  @Test func mistakesOfTheProjectEndTheCommand() throws {
    let folder = try group()
    for (from, to, place, hint) in [
      ("roster: 名册.csv", "roster: 名策.csv", "dossier.yaml:2:9", "名册.csv"),
      ("channel: 企业微信", "channel: wecon", "dossier.yaml:3:10", "wecom"),
      ("output: 报告", "profile: strikt", "dossier.yaml:4:10", "strict"),
      ("output: 报告", "packs: [enterprise-basik]", "dossier.yaml:4:9", "enterprise-basic"),
    ] {
      let text = Self.project.split(separator: from).joined(separator: to)
      try folder.write(text, to: "集团/dossier.yaml")
      let run = try check(folder, "集团")
      #expect(
        run.status == 2 && run.errors.contains(place) && run.errors.contains(hint), "\(run.errors)")
    }
  }

  /// What runs out is asked of the same group: its roster says who delivered nothing.
  @Test func expiryFollowsTheProjectFile() throws {
    let folder = try group()
    let run = try Program.run(
      ["expiry", "--as-of", "2026-11-22"], cache: folder.path + "/cache",
      directory: folder.path + "/集团")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("项目文件 dossier.yaml：名册 名册.csv"))
    #expect(run.output.contains("空有限公司") && run.output.contains("没有交任何文件"))
    #expect(!run.output.contains("没有到期的材料"))
    let none = try Program.run(["expiry"], directory: folder.path)
    #expect(none.status == 2 && none.errors.contains("dossier.yaml"))
  }

  @Test(arguments: [["expiry", "集团"], ["check", "集团"]], [",", "", " , "])
  func noFormatIsRefused(command: [String], list: String) throws {
    let folder = try group()
    let run = try Program.run(
      command + ["--format", list, "--locale", "en"], directory: folder.path)
    #expect(run.status == 2 && run.errors.contains("names no format"), "\(run.errors)")
  }

  /// Commands of a rule author in the group's folder use the group's own rules.
  @Test func rulesOfTheProjectAreThoseOfItsCommands() throws {
    let folder = try group()
    let made = try Program.run(["rules", "new", "house"], directory: folder.path + "/集团")
    #expect(made.status == 0, "\(made.errors)")
    try folder.write(
      "schema: dossier/project-v1\nrules: [house]\nlocale: en\n", to: "集团/dossier.yaml")
    for command in [
      ["rules", "lint"], ["rules", "test", "--filter", "house"], ["rules", "list"],
      ["rules", "explain", "HOUSE-CAPITAL-001"],
    ] {
      let run = try Program.run(command, directory: folder.path + "/集团")
      #expect(run.status == 0, "\(command) \(run.errors)")
      #expect(run.errors.contains("project file dossier.yaml: added rules house"))
      #expect(run.output.contains("house") || run.output.contains("rule tests: 3"), "\(run.output)")
    }
    let other = try Program.run(["rules", "lint"], directory: folder.path)
    #expect(!(other.output + other.errors).contains("house"))
    // A company that delivered nothing gives no test.
    let empty = try Program.run(
      ["rules", "test", "--on", "空有限公司", "--rule", "HOUSE-CAPITAL-001"],
      directory: folder.path + "/集团")
    #expect(empty.status == 2 && empty.errors.contains("no facts for a test"), "\(empty.errors)")
  }

  @Test func theCommandLineComesFirst() throws {
    let folder = try group()
    let run = try check(
      folder, "集团", "--output", folder.path + "/elsewhere", "--channel", "icp", "--locale", "en")
    #expect(run.errors.contains("project file") && !run.errors.contains("output"))
    let index = try folder.text(of: "elsewhere/index.json")
    #expect(index.contains("\"channel\": \"icp\"") && !index.contains("wecom"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/集团/报告"))
  }
}
