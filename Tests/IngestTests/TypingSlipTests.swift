import Ingest
import Model
import Testing

/// One slip of the pen in a declaration is one notice with the true line, in the reader's words; where it leaves no
/// doubt the declaration is read as it was meant.
@Suite struct TypingSlipTests {
  private static let lines = [
    "渠道: 企业微信",
    "提交日期: 2026-11-22",
    "企业:",
    "  企业名称: 深圳市星河科技有限公司",
    "  统一社会信用代码: 91440300MA5K3N7P2D",
    "  法定代表人: 王建国",
    "  成立日期: 2015-03-02",
    "  住所: 深圳市南山区科技园1号",
    "法定代表人:",
    "  身份证号: 11010519491231002X",
  ]

  private static func text(_ changes: [Int: String]) -> String {
    lines.enumerated().map { changes[$0 + 1] ?? $1 }.joined(separator: "\n") + "\n"
  }

  private func declaration(_ text: String) throws -> Declaration {
    Declaration(bytes: Array(text.utf8), file: "declared.yaml", schema: try ScratchFolder.schema())
  }

  private func values(_ declaration: Declaration) -> [String: Value] {
    Dictionary(declaration.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// What the lines say without a slip.
  private func wanted() throws -> [String: Value] { values(try declaration(Self.text([:]))) }

  @Test(arguments: [
    ([4: "  企业名称：深圳市星河科技有限公司"], "4", "全角冒号"),
    ([3: "企业："], "3", "全角冒号"),
    ([1: "渠道：企业微信"], "1", "全角冒号"),
    ([10: "  身份证号：11010519491231002X"], "10", "全角冒号"),
    ([9: "法定代表人: {身份证号：11010519491231002X}", 10: ""], "9", "全角冒号"),
    ([4: "  企业名称:深圳市星河科技有限公司"], "4", "缺一个空格"),
    ([10: "  身份证号:11010519491231002X"], "10", "缺一个空格"),
    ([4: "  企业名称= 深圳市星河科技有限公司"], "4", "没有冒号"),
    ([4: "  企业名称 深圳市星河科技有限公司"], "4", "没有冒号"),
    ([10: "  身份证号＝11010519491231002X"], "10", "没有冒号"),
    ([4: "　企业名称: 深圳市星河科技有限公司"], "4", "全角空格"),
    ([6: "\t法定代表人: 王建国"], "6", "Tab"),
    ([10: "\t身份证号: 11010519491231002X"], "10", "Tab"),
    ([10: "　　身份证号: 11010519491231002X"], "10", "全角空格"),
    ([6: "   法定代表人: 王建国"], "6", "缩进"),
    ([6: " 法定代表人: 王建国"], "6", "缩进"),
    ([4: "  企业名称: \"深圳市星河科技有限公司"], "4", "引号没有闭合"),
    ([8: "  住所: '深圳市南山区科技园1号"], "8", "引号没有闭合"),
    ([4: "  企业名称: “深圳市星河科技有限公司”"], "4", "中文引号"),
    ([4: "  企业名称: “深圳市星河科技有限公司\""], "4", "中文引号"),
    ([10: "  身份证号: 「11010519491231002X」"], "10", "中文引号"),
  ])
  func slipsAreReadAsMeantAndTold(changes: [Int: String], line: String, words: String) throws {
    let declared = try declaration(Self.text(changes))
    #expect(!declared.isBroken)
    #expect(values(declared) == (try wanted()))
    #expect(declared.notices.map(\.code) == [.declarationSlip])
    #expect(declared.notices.first?.details["line"] == line)
    let message = try #require(declared.notices.first?.message)
    #expect(
      message.chinese.contains("第 \(line) 行") && message.chinese.contains(words), "\(message)")
    #expect(!message.chinese.contains("王建国"))
  }

  @Test func allColonsAndAllTabsAreOneNoticeEach() throws {
    let colons = try declaration(
      Self.text([:]).replacing(": ", with: "：").replacing(":\n", with: "：\n"))
    #expect(values(colons) == (try wanted()))
    #expect(colons.notices.map(\.code) == [.declarationSlip])
    #expect(colons.notices.first?.message.chinese.contains("第 1-10 行") == true)
    let tabs = try declaration(Self.text([:]).replacing("  ", with: "\t"))
    #expect(values(tabs) == (try wanted()))
    #expect(tabs.notices.map(\.code) == [.declarationSlip])
    #expect(tabs.notices.first?.message.chinese.contains("第 4-8、10 行") == true)
  }

  @Test(arguments: [
    ([8: "  住所: 注册地: 深圳市南山区科技园1号"], "8", "深圳市南山区科技园1号", "又写了一遍名称"),
    ([8: "  住所: 深圳: 南山区科技园1号"], "8", "深圳: 南山区科技园1号", "冒号加空格"),
    ([8: "  住所: @深圳市南山区"], "8", "@深圳市南山区", "专用符号"),
    ([8: "  住所: [2号]深圳市南山区"], "8", "[2号]深圳市南山区", "专用符号"),
    ([8: "  住所: *深圳市南山区"], "8", "*深圳市南山区", "专用符号"),
  ])
  func valuesThatYAMLRefusesAreTakenWhole(
    changes: [Int: String], line: String, address: String, words: String
  ) throws {
    let declared = try declaration(Self.text(changes))
    #expect(values(declared)["declared.company.address"] == .string(address))
    #expect(values(declared).count == (try wanted()).count)
    #expect(declared.notices.map(\.code) == [.declarationSlip])
    #expect(declared.notices.first?.details["line"] == line)
    #expect(declared.notices.first?.message.chinese.contains(words) == true)
  }

  /// Nobody knows whether it is a comment: neither the whole nor the half is declared.
  @Test func aHashThatCutsAValueIsTold() throws {
    let cut = try declaration(Self.text([8: "  住所: 深圳市南山区科技园1号 #3栋"]))
    #expect(cut.notices.map(\.code) == [.declarationValueCut])
    #expect(cut.notices.first?.message.chinese.contains("第 8 行") == true)
    #expect(cut.unread.flatMap(\.keys) == ["declared.company.address"])
    for comment in [" # 3栋", " ## x", ""] {
      let fine = try declaration(Self.text([8: "  住所: 深圳市南山区科技园1号" + comment]))
      #expect(fine.notices.isEmpty && fine.unread.isEmpty)
    }
    #expect(try declaration(Self.text([1: "渠道: 企业微信 #渠道"])).notices.isEmpty)
  }

  @Test func whatCannotBeMeantIsBrokenWithTheTrueLine() throws {
    for (text, line, words) in [
      (Self.text([7: "  法定代表人: 李四"]), "7", "写了两次（第 6 行和第 7 行）".replacing(" 行和第 ", with: "、")),
      ("", "1", "文件是空的"), ("# 只有注释\n\n", "1", "文件是空的"),
      (Self.text([6: "  法定代表人"]), "6", "缺少"), ("企业: {企业名称: 星河\n", "1", ""),
    ] {
      let declared = try declaration(text)
      #expect(declared.isBroken, "\(text)")
      #expect(declared.notices.count == 1)
      #expect(declared.notices.first?.details["line"] == line, "\(declared.notices)")
      let message = declared.notices.first?.message.chinese
      #expect(message?.contains(words) == true, "\(message ?? "")")
      // The parser's English says nothing to a reader of Chinese.
      #expect(message?.contains("expected") == false)
    }
  }

  @Test func otherEncodingsSayTheirFirstLine() throws {
    let schema = try ScratchFolder.schema()
    let gbk = Array("channel: wecom\ncompany:\n  name: ".utf8) + [0xD0, 0xC7, 0xBA, 0xD3, 0x0A]
    let notices = Declaration(bytes: gbk, file: "declared.yaml", schema: schema).notices
    #expect(notices.count == 1)
    #expect(notices.first?.message.chinese.contains("第 3 行") == true)
    #expect(notices.first?.message.chinese.contains("编码选「UTF-8」") == true)
  }

  @Test func flatNamesOfRostersAreTaken() throws {
    let declared = try declaration(
      "渠道: 企业微信\n企业名称: 星河\n统一社会信用代码: 91440300MA5K3N7P2D\n法定代表人: 王建国\n企业.简称: 河\n")
    #expect(declared.notices.isEmpty)
    let values = values(declared)
    #expect(values["declared.company.name"] == .string("星河"))
    #expect(values["declared.company.legal_representative"] == .string("王建国"))
    #expect(values["declared.company.short_name"] == .string("河"))
    let twice = try declaration("企业名称: 星河\n企业: {企业名称: 银河}\n")
    #expect(twice.notices.map(\.code) == [.declarationDuplicate])
    let whose = try declaration("身份证号: 11010519491231002X\n")
    #expect(whose.facts.isEmpty)
    #expect(whose.notices.first?.message.chinese.contains("法定代表人.身份证号") == true)
  }

  @Test func dotsSayNothing() throws {
    let declared = try declaration(
      "company: {name: 星河, address: …}\nlegal_representative: {id_number: ..., phone: ……}\n")
    #expect(declared.facts.map(\.key) == ["declared.company.name"])
    #expect(declared.notices.isEmpty && declared.unread.isEmpty)
  }

  @Test(arguments: [
    ("企业:\n  企业名称: 星河\n  经营范国: 软件\n", "declared.company.scope", true),
    ("企业信恵:\n  企业名称: 星河\n", "declared.company.name", true),
    ("企也:\n  企业名称: 星河\n", "declared.company.name", true),
    ("企也:\n  企业名称: 星河\n  身高: 1\n", "declared.company.name", false),
    ("渠道: 企业微信认证\n", "declared.channel", true), ("渠道: 企业徽信\n", "declared.channel", true),
    ("company: {nmae: 星河}\n", "declared.company.name", false),
    ("channel: wecmo\n", "declared.channel", true),
    ("consent: {basis: 单独同章}\n", "declared.consent.basis", true),
  ])
  func misspeltKeysAndWordsNeedALook(text: String, key: String, isRead: Bool) throws {
    let declared = try declaration(text)
    #expect(declared.notices.map(\.code) == [.declarationMisspelt])
    #expect(declared.notices.first?.code.losesContent == true)
    #expect(declared.facts.contains { $0.key == key } == isRead)
  }

  @Test func providersGoByTheirNames() throws {
    let schema = try ScratchFolder.schema().naming(
      ["tencent_exmail": ["腾讯企业邮箱"]], valuesOf: "mail.provider")
    for (written, read) in [("腾讯企业邮箱", "tencent_exmail"), ("某某邮箱", "某某邮箱")] {
      let declared = Declaration(
        bytes: Array("邮箱: {服务商: \(written)}\n".utf8), file: "declared.yaml", schema: schema)
      #expect(declared.facts.map(\.value) == [.string(read)])
      #expect(declared.notices.isEmpty)
    }
  }

  @Test func aNumberOfAPersonIsNoCode() throws {
    let declared = try declaration("企业: {统一社会信用代码: 440305197003010231, 简称: 138 0013 8000}\n")
    #expect(declared.facts.isEmpty)
    #expect(declared.notices.map(\.code) == [.declarationBadValue, .declarationBadValue])
    #expect(declared.notices[0].message.chinese.contains("应为统一社会信用代码，实为「身份证号"))
    #expect(declared.notices[1].message.chinese.contains("手机号"))
  }
}
