import Model
import Testing

@testable import Ingest

@Suite struct RosterTests {
  private func roster(_ rows: [[String]], isSpreadsheet: Bool = false) throws -> Roster {
    try Roster(
      RosterTable(
        rows: rows.enumerated().map { RosterTable.Row(number: $0.offset + 1, cells: $0.element) },
        isSpreadsheet: isSpreadsheet), file: "roster.csv", schema: try ScratchFolder.schema())
  }

  private func value(_ key: String, in declaration: Declaration?) -> Value? {
    declaration?.facts.first { $0.key == key }?.value
  }

  @Test(arguments: [
    "company.credit_code", "统一社会信用代码", "企业.统一社会信用代码", "公司信用代码", "Company.Credit_Code",
  ])
  func columnsAreKeysInBothLanguages(title: String) throws {
    let roster = try roster([["文件夹", title], ["a", "91440300MA5EXAMPLE"]])
    #expect(
      value("declared.company.credit_code", in: roster.row(for: ["a"])?.declaration)
        == .string("91440300MA5EXAMPLE"))
    #expect(roster.notices.isEmpty)
  }

  @Test func mistakenWordsAreReadWithANotice() throws {
    let row = try roster([["folder", "邮件防伪"], ["a", "SPF、DKLM"]]).row(for: ["a"])
    #expect(
      value("declared.mail.protections", in: row?.declaration)
        == .list([.string("spf"), .string("dmarc")]))
    #expect(row?.declaration.notices.map(\.code) == [.declarationWordMistaken])
  }

  @Test func valuesAreTypedAndPlaced() throws {
    let roster = try roster(
      [
        ["folder", "成立日期", "注册资本", "运营者.姓名", "法定代表人.身份证号"],
        ["./a/b/", "42065", "100万元人民币", " 李四 ", "'110101199003070011"],
      ], isSpreadsheet: true)
    let row = try #require(roster.row(for: ["a/b"]))
    #expect(value("declared.company.established_on", in: row.declaration)?.text == "2015-03-02")
    #expect(
      value("declared.company.registered_capital_amount", in: row.declaration) == .double(1e6))
    #expect(value("declared.operator.name", in: row.declaration) == .string("李四"))
    #expect(
      value("declared.legal_representative.id_number", in: row.declaration)
        == .string("110101199003070011"))
    #expect(
      row.declaration.facts.last?.evidence.first?.position == TextPosition(line: 2, column: 5))
  }

  @Test(arguments: ["9.14403001234568E+17", "1.1010119900307E+17", "9E17"])
  func numbersThatLostDigitsAreNotBelieved(cell: String) throws {
    let row = try roster([["folder", "信用代码"], ["a", cell]]).row(for: ["a"])
    #expect(row?.declaration.facts.isEmpty == true)
    #expect(row?.declaration.notices.map(\.code) == [.rosterNumberDamaged])
  }

  @Test func oddColumnsAndRowsAreTold() throws {
    let roster = try roster([
      ["文件夹", "企业名你", "身份证号"], ["a", "x"], ["", "y"], ["../b", "z"], ["a", "again"], ["", ""],
      ["/etc", ""],
    ])
    #expect(roster.rows.map(\.folder) == ["a"])
    #expect(
      roster.notices.map(\.code) == [
        .rosterColumnUnknown, .rosterColumnUnknown, .rosterRowUnusable, .rosterRowUnusable,
        .rosterRowUnusable, .rosterRowUnusable,
      ])
  }

  @Test(arguments: [
    (["区域", "联系人", "负责人"], ["华南", "林知远", "王建国"]),
    (["大区", "公司类型", "上线批次"], ["西北", "子公司", "第二批"]),
  ])
  func columnsThatAreNoKeysAreKept(titles: [String], values: [String]) throws {
    let roster = try roster([["序号", "文件夹"] + titles + ["备注"], ["1", "a"] + values + [""]])
    #expect(roster.notices.isEmpty)
    #expect(roster.labelTitles == titles + ["备注"])
    let labels = try #require(roster.row(for: ["a"])).labels
    #expect(labels == zip(titles, values).map { SubmissionLabel(title: $0, value: $1) })
    // Who looks after the company in the group is not whom its license names.
    #expect(roster.row(for: ["a"])?.declaration.facts.isEmpty == true)
  }

  @Test(arguments: ["企业名你", "法定代表人身份证", "身份证号", "统一社会信用代吗"])
  func whatIsNearlyAKeyIsToldAndNotKept(title: String) throws {
    let roster = try roster([["文件夹", title], ["a", "x"]])
    #expect(roster.notices.map(\.code) == [.rosterColumnUnknown] && roster.labelTitles.isEmpty)
  }

  @Test(arguments: [
    ("深圳市星河科技有限公司", "星河科技"), ("01 石家庄市长安区汇程汽车修理部", "汇程汽车修理部"),
    ("云川贸易（已补）", "云川贸易"), ("天津德禾餐饮有限公司", "天津德禾餐饮.zip"), ("星河可技有限公司", "星河科技"),
  ])
  func nearNamesAreFound(row: String, folder: String) {
    #expect(CompanyFolderName(row).isNear(CompanyFolderName(folder)))
  }

  @Test(arguments: [
    ("深圳市星河科技有限公司", "云川贸易"), ("科技", "星河科技"), ("a", "b"), ("甲公司", "乙公司"), ("空", "没有的"),
  ])
  func otherNamesAreNotNear(row: String, folder: String) {
    #expect(!CompanyFolderName(row).isNear(CompanyFolderName(folder)))
  }

  @Test func nearNamesAreFoundAmongMany() {
    let many = (0..<3000).map { CompanyFolderName("第\($0)号仓储物流有限公司") }
    let folders = NearNames(many + ["星河科技", "云川贸易"].map(CompanyFolderName.init))
    let rows = NearNames(many + ["深圳市星河科技有限公司", "云川贸义公司"].map(CompanyFolderName.init))
    let near = folders.near(rows)
    #expect(near[3000] == [3000] && near[3001] == [3001])
    #expect(near[17]?.contains(17) == true)
  }

  @Test func namesOfSeveralPersonsAreToldApart() throws {
    let roster = try roster([["folder", "身份证号", "企业名称", "公司名称"], ["a", "1", "甲", "乙"]])
    #expect(roster.notices.map(\.code) == [.declarationDuplicate, .rosterColumnUnknown])
    let suggestion = roster.notices.last?.details["suggestion@zh-CN"] ?? ""
    #expect(suggestion.contains("法定代表人.身份证号") && suggestion.contains("运营者.身份证号"))
    #expect(value("declared.company.name", in: roster.row(for: ["a"])?.declaration) == .string("甲"))
  }

  @Test func aRosterWithoutFoldersIsRefused() {
    #expect(throws: RosterUnusable.self) { try roster([["企业名称"], ["a"]]) }
    #expect(throws: RosterUnusable.self) { try roster([]) }
  }

  @Test func theFoldersOwnDeclarationCountsAndDifferencesAreTold() throws {
    let folder = try ScratchFolder()
    try folder.add("a/declared.yaml", "channel: wecom\ncompany: {name: 甲公司}\n")
    try folder.add("a/x.jpg")
    try folder.add("b/y.jpg")
    try folder.add("c/z.jpg")
    try folder.add("roster.csv", "")
    let roster = try roster([
      ["folder", "company.name", "企业简称"], ["a", "乙公司", "甲"], ["b", "丙公司", ""], ["gone", "丁公司", ""],
    ])
    let result = Intake.submissions(
      at: [folder.path], schema: try ScratchFolder.schema(), roster: roster)
    #expect(result.isBatch && result.submissions.map(\.name) == ["a", "b", "c", "gone"])
    let (a, b, c, gone) = (
      result.submissions[0], result.submissions[1], result.submissions[2], result.submissions[3]
    )
    #expect(value("declared.company.name", in: a.declaration) == .string("甲公司"))
    #expect(value("declared.company.short_name", in: a.declaration) == .string("甲"))
    #expect(a.declaration.notices.map(\.code) == [.rosterConflict])
    #expect(value("declared.company.name", in: b.declaration) == .string("丙公司"))
    #expect(b.notices.isEmpty && c.notices.map(\.code) == [.rosterRowMissing])
    #expect(gone.sources.isEmpty && gone.notices.map(\.code) == [.rosterFolderMissing])
  }

  @Test func rowsNameFoldersThatWouldOtherwiseBeOneSubmission() throws {
    let folder = try ScratchFolder()
    try folder.add("group/a/x.jpg")
    try folder.add("group/notes.txt")
    let rows = try roster([["folder"], ["group/a"]])
    let result = Intake.submissions(
      at: [folder.path], schema: try ScratchFolder.schema(), roster: rows)
    #expect(result.submissions.map(\.name) == ["group/a"])
    #expect(result.notices.map(\.file) == ["group/notes.txt"])
  }
}

/// Rosters as groups keep them: a title above the columns, a sum below, and one company at a time.
@Suite struct RosterHabitsTests {
  private func roster(_ rows: [[String]]) throws -> Roster {
    try Roster(
      RosterTable(
        rows: rows.enumerated().map { RosterTable.Row(number: $0.offset + 1, cells: $0.element) },
        isSpreadsheet: true), file: "roster.xlsx", schema: try ScratchFolder.schema())
  }

  @Test func titlesStandAboveTheColumns() throws {
    let roster = try roster([
      ["某集团下属公司信息汇总表"], ["填报日期：2026年11月30日", ""], ["序号", "文件夹", "企业名称"],
      ["1", "甲", "甲有限公司"],
    ])
    let row = try #require(roster.row(for: ["甲"]))
    #expect(row.number == 4)
    #expect(row.declaration.facts.map(\.value) == [.string("甲有限公司")])
  }

  @Test(arguments: [
    ["合计", "", ""], ["", "合计", "2 家"], ["", "合 计：", ""], ["总计", "", "2"], ["合计", "40", ""],
    ["", "Total", "2"], ["", "华南小计", "1"], ["本页合计", "", "2"], ["合计（家）", "", "2"],
    ["Grand Total:", "", "2"], ["Total: 40", "", ""], ["华南小计 3 家", "", ""],
  ])
  func sumsAreNoCompany(last: [String]) throws {
    let roster = try roster([["序号", "文件夹", "企业名称"], ["1", "甲", "甲有限公司"], last])
    #expect(roster.rows.map(\.folder) == ["甲"])
    #expect(roster.notices.isEmpty)
  }

  @Test(arguments: ["填表人：王建国", "备注: 以上均已核对", "制表日期：2026年11月30日"])
  func remarksBelowAreNoCompany(remark: String) throws {
    let roster = try roster([["文件夹", "企业名称"], ["甲", "甲有限公司"], [remark, ""]])
    #expect(roster.rows.map(\.folder) == ["甲"])
    #expect(roster.notices.map(\.code) == [.rosterRowUnusable])
  }

  @Test(arguments: [
    ["合计公司", "91440300MA5K3N7P2D"], ["总计科技", ""], ["sumec", ""], ["totalenergies", ""],
    ["星河总计", ""], ["sum2", ""], ["华南合计", ""], ["total 科技", ""],
    ["云川共计信息技术", ""], ["合计通", ""],
  ])
  func aFolderMayBeCalledSo(row: [String]) throws {
    let roster = try roster([["文件夹", "统一社会信用代码"], row])
    #expect(roster.rows.map(\.folder) == [row[0]])
  }

  @Test func aRowWithoutAFolderNamesItsCompany() throws {
    let roster = try roster([
      ["文件夹", "企业名称", "统一社会信用代码"], ["", "云川贸易有限公司", ""], ["", "", "91440300MA5K3N7P2D"],
    ])
    let reasons = roster.notices.map { $0.details["reason@zh-CN"] ?? "" }
    #expect(roster.notices.map(\.code) == [.rosterRowUnusable, .rosterRowUnusable])
    #expect(reasons[0].contains("云川贸易有限公司") && reasons[1].contains("91440300MA5K3N7P2D"))
  }

  @Test func aSecondColumnOfFoldersIsTold() throws {
    let roster = try roster([["文件夹", "目录"], ["甲", "乙"]])
    #expect(roster.rows.map(\.folder) == ["甲"])
    #expect(roster.notices.map(\.code) == [.declarationDuplicate])
  }

  /// Without a column of folders the company's name finds its folder where it is one company's; the rest is asked about.
  @Test(arguments: [
    (["深圳市星河科技有限公司", "云川贸易"], ["星河科技": "深圳市星河科技有限公司", "云川贸易有限公司": "云川贸易"], 0),
    (["深圳市星河科技有限公司"], ["01 星河科技（已补）": "深圳市星河科技有限公司"], 0),
    // Two folders of one name, and two companies.
    (["星河科技有限公司"], ["星河科技": "", "1 星河科技公司": ""], 3),
    (["深圳市星河科技有限公司", "广州市星河科技有限公司"], ["星河科技": ""], 3),
    // Near is not equal.
    (["云川贸义有限公司"], ["云川贸易": ""], 2),
    (["云川贸易有限公司"], ["海天制造": ""], 2),
  ])
  func companiesFindTheirFolders(rows: [String], folders: [String: String], asked: Int) throws {
    let scratch = try ScratchFolder()
    for name in folders.keys { try scratch.add("批次/\(name)/执照.jpg") }
    let roster = try roster(
      [["某集团名单", ""], ["企业名称", "渠道", "区域"]] + rows.map { [$0, "企业微信", "华南"] } + [["合计", "", ""]])
    #expect(roster.isByCompany && roster.rows.map(\.folder) == rows)
    let result = Intake.submissions(
      at: [scratch.path + "/批次"], schema: try ScratchFolder.schema(), roster: roster)
    #expect(result.roster?.isByCompany == true)
    for (name, company) in folders {
      let submission = try #require(result.submissions.first { $0.name == name })
      let declared = submission.declaration.facts.first { $0.key == "declared.company.name" }
      #expect((declared?.value.string ?? "") == company)
      #expect(submission.labels.isEmpty == company.isEmpty)
    }
    let codes = result.submissions.flatMap(\.notices).map(\.code)
    #expect(codes.count { [.rosterRowMissing, .rosterFolderMissing].contains($0) } == asked)
    let questions = result.submissions.flatMap(\.notices).compactMap {
      $0.details["question@zh-CN"]
    }
    #expect(questions.filter { !$0.isEmpty }.allSatisfy { $0.contains("加一列「文件夹」") })
    if rows == ["云川贸义有限公司"] { #expect(questions.count { !$0.isEmpty } == 2) }
  }

  @Test func aCompanyThatIsThereTwiceIsTold() throws {
    let roster = try roster([["企业名称", "渠道"], ["甲有限公司", ""], ["甲有限公司", ""], ["", "企业微信"]])
    #expect(roster.rows.map(\.folder) == ["甲有限公司"])
    let reasons = roster.notices.map { $0.details["reason@zh-CN"] ?? "" }
    #expect(reasons.count == 2 && reasons[0].contains("第 2 行") && reasons[1] == "没有企业名称")
  }

  @Test func ofOneCompanyOnlyItsRowCounts() throws {
    let folder = try ScratchFolder()
    try folder.add("批次/甲/执照.jpg")
    try folder.add("批次/乙/执照.jpg")
    let roster = try roster([["文件夹", "渠道"], ["甲", "企业微信"], ["乙", "企业微信"], ["丙", "企业微信"]])
    func names(_ path: String) throws -> [String] {
      Intake.submissions(
        at: [folder.path + "/" + path], schema: try ScratchFolder.schema(), roster: roster
      ).submissions.map(\.name)
    }
    #expect(try names("批次/甲") == ["甲"])
    #expect(try names("批次") == ["乙", "甲", "丙"])
  }
}
