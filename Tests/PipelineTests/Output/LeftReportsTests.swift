import Foundation
import Testing

/// A group from which a company leaves, and whose runs are compared.
@Suite struct LeftReportsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["甲", "乙", "丙"] {
      try folder.write(
        "schema: dossier/declared-v1\nchannel: wecom\n", to: "group/\(name)/declared.yaml")
      try folder.write("姓名,部门,职务\n周一,财务部,会计\n", to: "group/\(name)/通讯录.csv")
    }
  }

  private func check(_ path: String = "group", _ options: String..., output: String = "out") throws
    -> Program
  {
    try Program.run(
      [
        "check", folder.path + "/" + path, "--output", folder.path + "/" + output, "--as-of",
        "2026-11-22", "--fail-on", "never",
      ] + options, cache: folder.path + "/cache")
  }

  private func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.path + "/" + name)
  }

  @Test func reportsOfThoseWhoLeftSaySo() throws {
    _ = try check()
    try FileManager.default.moveItem(
      atPath: folder.path + "/group/乙", toPath: folder.path + "/乙")
    for _ in 1...2 {
      let run = try check()
      #expect(
        run.status == 0 && run.errors.contains("1 份旧报告") && run.errors.contains("乙"),
        "\(run.errors)")
      #expect(try folder.text(of: "out/乙/not-in-last-run.txt").contains("2026-11-22"))
      for file in ["report.html", "corrections.html", "corrections.md"] {
        let text = try folder.text(of: "out/乙/" + file)
        #expect(
          text.split(separator: "不在 2026-11-22 的核对之列", omittingEmptySubsequences: false).count == 2)
        #expect(!(try folder.text(of: "out/甲/" + file).contains("核对之列")))
      }
    }
    // It comes back.
    try FileManager.default.moveItem(
      atPath: folder.path + "/乙", toPath: folder.path + "/group/乙")
    let run = try check()
    #expect(!run.errors.contains("旧报告") && !has("out/乙/not-in-last-run.txt"))
    #expect(!(try folder.text(of: "out/乙/report.html").contains("核对之列")))
  }

  /// Other things in the folder, and the others where one is checked alone, are let be.
  @Test func nothingElseIsMarked() throws {
    _ = try check()
    try folder.write("<html><header>", to: "out/other/report.html")
    // The output of another run, and copies for the owners of the data.
    _ = try check("group", output: "out/older")
    _ = try check("group", "--personal-copy", folder.path + "/out/personal")
    let single = try check("group/甲")
    #expect(single.status == 0 && !single.errors.contains("旧报告"), "\(single.errors)")
    #expect(!has("out/乙/not-in-last-run.txt"))
    let run = try check()
    #expect(!run.errors.contains("旧报告") && !has("out/other/not-in-last-run.txt"), "\(run.errors)")
  }

  @Test func oneCompanyComparedWithItsGroupHasLostNobody() throws {
    _ = try check()
    let run = try check(
      "group/甲", "--baseline", folder.path + "/out", "--format", "text,json,html", output: "single")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.contains("乙") && !run.output.contains("已解决"))
    #expect(!(try folder.text(of: "single/index.html").contains("不在本次的 2 家")))
    let group = try check("group", "--baseline", folder.path + "/out", output: "again")
    #expect(!group.output.contains("上次没有") && !group.output.contains("本次没有"))
    try folder.write("姓名,部门,职务\n周一,财务部,会计\n", to: "group/丁/通讯录.csv")
    let joined = try check("group", "--baseline", folder.path + "/out", output: "again")
    #expect(joined.output.contains("新来的 1 家：丁"), "\(joined.output)")
  }

  @Test(arguments: [("zh-CN", "没有 report.json"), ("en", "there is no report.json")])
  func aFolderWithoutReportsIsNoBaseline(locale: String, words: String) throws {
    _ = try check("group", "--format", "html", output: "pages")
    for place in ["pages", "group"] {
      let run = try check(
        "group", "--baseline", folder.path + "/" + place, "--locale", locale, output: "x")
      #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
    }
  }
}
