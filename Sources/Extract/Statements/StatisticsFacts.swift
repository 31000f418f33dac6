internal import Model

/// What mail statistics say: volume by day, and the quarterly figures of health.
enum StatisticsFacts {
  private static let family = FactFamily("mail_statistics.", of: .mailStatistics)
  static let from = family("period_from", .date, "The first day counted: 统计开始日期")
  static let to = family("period_to", .date, "The last day counted: 统计结束日期")
  static let days = family("days", .int, "How many days the figures cover.")
  static let messages = family("messages", .int, "Messages sent and received in all.")
  static let daily = family(
    "daily_messages", .double, "Messages a day, mean over the days covered: 日均收发量")
  static let accounts = family("accounts", .int, "Mailboxes: 邮箱账号数")
  static let activeAccounts = family("active_accounts", .int, "Mailboxes in use: 活跃账号数")
  static let activity = family("activity", .double, "Share of mailboxes in use, 0 to 1: 活跃度")
  static let openRate = family("open_rate", .double, "Share of messages opened, 0 to 1: 打开率")
  static let satisfaction = family(
    "satisfaction", .double, "Satisfaction of customers, 0 to 5: 满意度")
  static let checkedOn = family("checked_on", .date, "The day of the last check: 检查日期")
  static let defects = family("defects", .list, "What of the figures is odd.")

  static let declarations = [
    from, to, days, messages, daily, accounts, activeAccounts, activity, openRate, satisfaction,
    checkedOn, defects,
  ]

  /// Raw values are those of `mail_statistics.defects`.
  enum Defect: String {
    /// A row whose day or number was not understood.
    case rowUnread = "row_unread"
    /// Days missing between the first and the last.
    case daysMissing = "days_missing"
    /// A share above 1 or a mark above 5.
    case outOfRange = "out_of_range"
  }
}

/// What the labels of mail statistics mean.
enum StatisticsLabel: CaseIterable {
  case day, sent, received, total, from, to, period, dailyMean, accounts, activeAccounts
  case activity, openRate, satisfaction, checkedOn

  static let set = LabelSet<StatisticsLabel> { $0.names }

  private var names: [String] {
    switch self {
    case .day: ["日期", "统计日期", "date", "day"]
    case .sent: ["发送量", "发信量", "发信数", "发送数", "发件数", "发送邮件数", "发出邮件", "外发邮件数", "sent"]
    case .received: ["接收量", "收信量", "收信数", "接收数", "收件数", "接收邮件数", "收到邮件", "received"]
    case .total: ["收发总量", "收发量", "收发总数", "邮件总数", "邮件总量", "messages"]
    case .from: ["开始日期", "统计开始日期", "起始日期", "period_from"]
    case .to: ["结束日期", "统计结束日期", "截止日期", "period_to"]
    case .period: ["统计周期", "统计时间", "统计期间", "period"]
    case .dailyMean: ["日均收发量", "日均邮件数", "日均量", "daily_messages"]
    case .accounts: ["账号数", "帐号数", "邮箱账号数", "邮箱总数", "成员数", "accounts"]
    case .activeAccounts: ["活跃账号数", "活跃帐号数", "活跃邮箱数", "活跃人数", "active_accounts"]
    case .activity: ["邮箱活跃度", "活跃度", "活跃率", "账号活跃率", "activity"]
    case .openRate: ["消息打开率", "打开率", "邮件打开率", "open_rate"]
    case .satisfaction: ["客户满意度", "满意度", "满意度评分", "satisfaction"]
    case .checkedOn: ["检查日期", "上次检查日期", "最近检查日期", "自查日期", "checked_on", "last_check"]
    }
  }
}
