import Model
import ReadingBench
import Testing

@testable import Extract

@Suite struct StatementTests {
  private static func list(_ texts: String...) -> Value { .list(texts.map(Value.string)) }

  @Test(arguments: [
    "2026-10-03", "2026/10/3 08:00:00", "2026-10-03T08:00:00+08:00", "2026年10月3日", "20261003",
    "2026-10-0308:00:00", " 2026.10.03 ",
  ])
  func daysOfExports(text: String) { #expect(DayText.date(text)?.iso == "2026-10-03") }

  @Test(arguments: ["", "2026-13-03", "2026-10", "10:20:30", "2026-10-03abc", "昨天 08:00"])
  func whatIsNoDay(text: String) { #expect(DayText.date(text) == nil) }

  // MARK: Statistics

  private static func days(_ count: Int, _ row: (Int) -> String) -> String {
    (1...count).map(row).joined(separator: "\n")
  }

  @Test func rowsByDayAddUp() {
    let text =
      "统计报表\n日期,发送量,接收量\n"
      + Self.days(30) { "2026-10-\($0 < 10 ? "0" : "")\($0),\(20 + $0),\(40)" } + "\n合计,1065,1200\n"
    let read = FilingSpecimens.read(text, file: "a.csv")
    #expect(read.documents.map(\.kind) == [.mailStatistics])
    #expect(read.values["mail_statistics.days"] == .int(30))
    #expect(read.values["mail_statistics.messages"] == .int(30 * 60 + 465))
    #expect(read.values["mail_statistics.daily_messages"] == .double(75.5))
    #expect(read.values["mail_statistics.period_from"] == WashCard.date("2026-10-01"))
    #expect(read.values["mail_statistics.period_to"] == WashCard.date("2026-10-30"))
    #expect(read.values["mail_statistics.defects"] == .list([]))
  }

  @Test func aRowThatIsNotUnderstoodLeavesTheMeanUnknown() {
    let text = "日期,收发总量\n2026-10-01,60\n2026-10-02,很多\n2026-10-05,70\n"
    let read = FilingSpecimens.read(text, file: "a.csv")
    #expect(read.values["mail_statistics.daily_messages"] == nil)
    #expect(read.values["mail_statistics.days"] == .int(2))
    #expect(read.values["mail_statistics.defects"] == Self.list("row_unread", "days_missing"))
    let whole = FilingSpecimens.read(
      text.replacing("很多", with: "62"), file: "a.csv")
    #expect(whole.values["mail_statistics.daily_messages"] == .double(64))
    #expect(whole.values["mail_statistics.defects"] == Self.list("days_missing"))
  }

  @Test(arguments: [
    ("指标,数值\n邮箱活跃度,83%\n消息打开率,76.5%\n客户满意度,4.6\n检查日期,2026-10-08\n", "a.csv"),
    ("邮箱活跃度：0.83\n消息打开率：76.5\n客户满意度：4.6分\n检查日期：2026年10月8日\n", "a.txt"),
    (
      "{\"health\":{\"activity\":0.83,\"open_rate\":\"76.5%\",\"satisfaction\":4.6,\"checked_on\":\"2026-10-08\"}}",
      "a.json"
    ),
  ])
  func figuresOfHealth(text: String, file: String) {
    let read = FilingSpecimens.read(text, file: file)
    #expect(
      read.values == [
        "mail_statistics.activity": .double(0.83), "mail_statistics.open_rate": .double(0.765),
        "mail_statistics.satisfaction": .double(4.6),
        "mail_statistics.checked_on": WashCard.date("2026-10-08"),
        "mail_statistics.defects": .list([]),
      ])
  }

  /// A table of other counts by day is nobody's mail.
  @Test(arguments: [
    "日期,项目,合计\n2026-10-01,差旅,600\n2026-10-02,餐饮,62\n", "date,total\n2026-10-01,5\n",
  ])
  func otherCountsAreNoStatistics(text: String) {
    #expect(
      !FilingSpecimens.read(text, file: "a.csv").documents.contains { $0.kind == .mailStatistics })
  }

  @Test func activityComesFromCountsAndIsHeldToItsRange() {
    let counts = FilingSpecimens.read(
      "统计周期：2026-07-01至2026-09-30\n账号数：80\n活跃账号数：66\n日均收发量：52 封\n", file: "a.txt")
    #expect(counts.values["mail_statistics.activity"] == .double(0.825))
    #expect(counts.values["mail_statistics.daily_messages"] == .double(52))
    #expect(counts.values["mail_statistics.days"] == .int(92))
    let odd = FilingSpecimens.read("满意度：9.6\n活跃度：120%\n", file: "a.txt")
    #expect(odd.values["mail_statistics.defects"] == Self.list("out_of_range"))
  }

  // MARK: Settings

  private static let settings = """
    {"admin_settings": {"domain_allowlist": ["qinghe-example.cn", "partner-example.com"],
     "totp": "otpauth://totp/Qinghe?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Qinghe",
     "second_factor": ["短信", "邮箱"], "lockout_threshold": 3, "ip_ranges": ["10.20.0.0/16"],
     "keyword_update_hours": "3天", "log_retention_days": 365,
     "roles": [{"name": "超级管理员"}, {"name": "部门主管"}, {"name": "普通成员"}]}}
    """
  private static let table = """
    设置项,值
    域名白名单,qinghe-example.cn；partner-example.com
    动态口令,otpauth://totp/Qinghe?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Qinghe
    二次验证方式,短信；邮箱
    登录失败锁定次数,3
    登录IP白名单,10.20.0.0/16
    关键词库更新间隔,72 小时
    日志留存天数,365天
    角色列表,超级管理员；部门主管；普通成员
    """

  @Test(arguments: [(settings, "a.json"), (table, "a.csv")])
  func settingsAreRead(text: String, file: String) throws {
    let read = FilingSpecimens.read(text, file: file)
    #expect(read.documents.map(\.kind) == [.adminSettings])
    #expect(
      read.values == [
        "admin_settings.domain_allowlist": Self.list("qinghe-example.cn", "partner-example.com"),
        "admin_settings.totp": .bool(true), "admin_settings.totp_defects": .list([]),
        "admin_settings.second_factor": Self.list("sms", "mail"),
        "admin_settings.lockout_threshold": .int(3),
        "admin_settings.ip_ranges": Self.list("10.20.0.0/16"),
        "admin_settings.keyword_update_hours": .int(72),
        "admin_settings.log_retention_days": .int(365),
        "admin_settings.roles": Self.list("超级管理员", "部门主管", "普通成员"),
      ])
    // The secret is nowhere.
    let raws = read.documents.flatMap(\.facts).flatMap(\.evidence).compactMap(\.raw)
    #expect(!raws.contains { $0.contains("JBSWY3DP") })
  }

  @Test func anUnknownFactorLeavesTheListUnknown() {
    let read = FilingSpecimens.read(
      Self.table.replacing("短信；邮箱", with: "短信；虹膜"), file: "a.csv")
    #expect(read.values["admin_settings.second_factor"] == nil)
    #expect(read.values["admin_settings.lockout_threshold"] == .int(3))
  }

  @Test(arguments: ["日志留存：180\n", "关于二次验证的通知\n请各部门开启。", "姓名,部门,角色,手机\n周一,市场部,普通成员,13800138000"])
  func oneWordMakesNoSettings(text: String) {
    #expect(
      !FilingSpecimens.read(text, file: "a.txt").documents.contains { $0.kind == .adminSettings })
  }
}
