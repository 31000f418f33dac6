import Foundation
import Testing

/// Where a group ends: which project file, roster and folder of reports count for what is checked.
@Suite struct GroupBoundsTests {
  private static let project = "schema: dossier/project-v1\nroster: 名册.csv\n"
  private static let waivers = """
    waivers:
      - {rule: MAT-CHANNEL-001, submissions: [甲*, 丁], reason: 换照中, owner: 合规部, granted: 2026-11-20, expires: 2026-12-20}

    """

  private func group() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["华南/甲", "华南/乙", "华北/丙"] { try folder.write(name, to: "集团/\(name)/说明.txt") }
    try folder.write(
      "文件夹,企业名称\n华南/甲,甲有限公司\n华南/乙,乙有限公司\n华北/丙,丙有限公司\n华南/没有,没有有限公司\n", to: "集团/名册.csv")
    try folder.write(Self.project, to: "集团/dossier.yaml")
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ paths: [String], _ options: String...) throws
    -> Program
  {
    try Program.run(
      ["check"] + paths.map { folder.path + "/" + $0 } + ["--as-of", "2026-11-22"] + options,
      cache: folder.path + "/cache")
  }

  @Test func whatWasDeliveredElsewhereIsNotAskedFor() throws {
    let folder = try group()
    let run = try check(folder, ["集团/华南"])
    #expect(run.output.contains("华南/没有  未交材料") && !run.output.contains("丙"), "\(run.output)")
    #expect(run.errors.contains("1 家不在所给的路径中"))
    // A roster alone, without a project file, knows where it lies as well.
    try FileManager.default.removeItem(atPath: folder.path + "/集团/dossier.yaml")
    let alone = try check(folder, ["集团"], "--roster", folder.path + "/集团/名册.csv")
    #expect(alone.output.contains("华南/没有  未交材料") && !alone.errors.contains("不在所给的路径中"))
  }

  @Test func aCompanysOwnProjectFileDoesNotOverruleItsGroups() throws {
    let folder = try group()
    try folder.write("schema: dossier/declared-v1\n", to: "集团/华南/甲/declared.yaml")
    try folder.write("schema: dossier/project-v1\n" + Self.waivers, to: "集团/华南/甲/dossier.yaml")
    let run = try check(folder, ["集团/华南/甲"])
    #expect(run.errors.contains("集团/dossier.yaml") && !run.errors.contains("甲/dossier.yaml"))
    #expect(!run.output.contains("合规部"))
  }

  @Test func pathsOfSeveralProjectsAreCheckedApart() throws {
    let folder = try group()
    try folder.write("另一家", to: "另一家/说明.txt")
    let mixed = try check(folder, ["集团/华南/甲", "另一家"])
    #expect(mixed.status == 2 && mixed.errors.contains("请分开核对"), "\(mixed.errors)")
    let same = try check(folder, ["集团/华南/甲", "集团/华北/丙"])
    #expect(same.status == 1, "\(same.errors)")
  }

  @Test(arguments: ["", "/华南/甲", "/华南", "/.."])
  func reportsAreNotWrittenIntoTheFoldersOfCompanies(place: String) throws {
    let folder = try group()
    let output = folder.path + "/集团" + place
    let run = try check(folder, ["集团/华南/甲", "集团/华南/乙"], "--output", output)
    #expect(run.status == 2 && run.errors.contains("--output"), "\(run.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/集团/华南/甲") == ["说明.txt"])
  }

  @Test func eachNameOfAWaiverThatNobodyHasIsTold() throws {
    let folder = try group()
    try folder.write(Self.project + Self.waivers, to: "集团/dossier.yaml")
    let run = try check(folder, ["集团"])
    #expect(run.errors.contains("「丁」") && !run.errors.contains("「甲*」"), "\(run.errors)")
  }

  @Test func draftsAreMadeForTheCompaniesOfTheRoster() throws {
    let folder = try group()
    let run = try Program.run(["init", folder.path + "/集团", "--no-cache"])
    #expect(run.status == 0, "\(run.errors)")
    for name in ["华南/甲", "华南/乙", "华北/丙"] {
      #expect(try folder.text(of: "集团/\(name)/declared.yaml").contains("drafted_from_materials"))
    }
    let places = ["集团/declared.yaml", "集团/华南/declared.yaml", "集团/华南/没有"]
    #expect(!places.contains { FileManager.default.fileExists(atPath: folder.path + "/" + $0) })
  }
}
