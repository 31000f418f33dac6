import Foundation
import Ingest
import Model
import Testing

/// Which folders are batches, by what lies in them.
@Suite struct BatchDecisionTests {
  private func taken(
    _ files: [String], in name: String = "", isSingle: Bool = false,
    licenses: (any LicenseReading)? = nil
  ) throws -> IntakeResult {
    let folder = try ScratchFolder()
    for file in files { try folder.add(file) }
    return Intake.submissions(
      at: [folder.path + (name.isEmpty ? "" : "/" + name)], schema: try ScratchFolder.schema(),
      isSingle: isSingle, licenses: licenses)
  }

  @Test(arguments: [
    (["01 石家庄市长安区汇程汽车修理部/a.jpg", "02 天津市和平区德禾汽车修理部/b.jpg", "汇总表.xlsx"], 2),
    (["星河科技有限公司/a.pdf", "云川贸易有限公司/x/b.pdf", "说明.docx", "名单.txt"], 2),
    (["甲/营业执照.jpg", "乙/营业执照副本.jpg", "汇总.xlsx"], 2),
    (["营业执照.jpg", "甲有限公司/营业执照.jpg", "乙有限公司/营业执照.pdf"], 2),
  ])
  func companiesBesideLooseFilesAreABatch(files: [String], count: Int) throws {
    let result = try taken(files)
    #expect(result.isBatch && result.submissions.count == count)
    #expect(result.decisions.map(\.sign) == [.companies])
    #expect(result.notices.allSatisfy { $0.code == .looseFile } && !result.notices.isEmpty)
  }

  @Test(arguments: [
    ["营业执照/正本.jpg", "身份证/正面.jpg", "其他/a.jpg", "章程.pdf"],
    ["财务部/a.jpg", "人事部/b.jpg", "营业执照.jpg"],
    ["公司/营业执照.jpg", "法人/身份证.jpg", "说明.txt"],
    ["营业执照.jpg", "身份证.zip", "附件1.zip", "附件2.zip"],
    ["营业执照.jpg", "华南控股有限公司/授权书.jpg", "星河投资集团/章程.pdf"],
  ])
  func papersSortedIntoFoldersAreOneCompany(files: [String]) throws {
    let result = try taken(files)
    #expect(!result.isBatch && result.submissions.count == 1)
  }

  @Test func archivesBesideEachOtherAreABatch() throws {
    let result = try taken(["甲.zip", "乙.zip", "说明.txt"])
    #expect(result.isBatch && result.decisions.map(\.sign) == [.companies])
    // What is called like an archive and is none is a company's of which nothing can be read.
    let inside = try taken(["星河科技有限公司/1.zip", "星河科技有限公司/2.zip"], in: "星河科技有限公司")
    #expect(!inside.isBatch)
  }

  @Test func anArchiveBesideWhatWasUnpackedOfItIsToldAndCountsOnce() throws {
    let result = try taken(["甲有限公司/a.jpg", "甲有限公司.zip", "乙有限公司/b.jpg"])
    #expect(result.submissions.map(\.name) == ["乙有限公司", "甲有限公司"])
    #expect(result.notices.map(\.file) == ["甲有限公司.zip"])
  }

  @Test func linksBetweenCompaniesAreTold() throws {
    let folder = try ScratchFolder()
    for file in ["甲有限公司/a.jpg", "乙有限公司/b.jpg"] { try folder.add(file) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/丙有限公司", withDestinationPath: folder.path + "/甲有限公司")
    let result = Intake.submissions(at: [folder.path], schema: try ScratchFolder.schema())
    #expect(result.submissions.map(\.name) == ["乙有限公司", "甲有限公司"])
    #expect(result.notices.map(\.code) == [.symlinkOutside])
  }

  @Test func theUserMaySayThatItIsOne() throws {
    let files = ["甲有限公司/a.jpg", "乙有限公司/b.jpg", "c.jpg"]
    let result = try taken(files, isSingle: true)
    #expect(!result.isBatch && result.submissions.map(\.sources.count) == [3])
    #expect(result.decisions.map(\.sign) == [.saidSo])
  }

  /// Says that each file is the license of the company that its first letter names.
  private struct Letters: LicenseReading {
    func company(among files: [SourceFile]) -> String? {
      files.first.map { String($0.name.prefix(1)) }
    }
  }

  @Test func papersAreLookedAtWhereNamesDoNotTell() throws {
    let two = try taken(["x/a.jpg", "y/b.jpg", "z.xlsx"], licenses: Letters())
    #expect(two.isBatch && two.submissions.map(\.name) == ["x", "y"])
    let same = try taken(["x/a1.jpg", "y/a2.jpg", "z.xlsx"], licenses: Letters())
    #expect(!same.isBatch && same.decisions.map(\.sign) == [.oneCompany])
  }
}
