internal import Model

/// What an export of the back office's settings says, under the names of `declared.admin_settings`.
enum SettingsFacts {
  private static let family = FactFamily("admin_settings.", of: .adminSettings)
  static let domainAllowlist = family("domain_allowlist", .list, "The domains let in: 域名白名单")
  static let oneTimePassword = family("totp", .bool, "Whether one-time passwords are on: 动态口令")
  static let oneTimePasswordDefects = family(
    "totp_defects", .list, "What is wrong or weak in the link for one-time passwords.")
  static let secondFactor = family(
    "second_factor", .list, "The ways of the second verification: 二次验证")
  static let lockout = family("lockout_threshold", .int, "Failed logins until the lock: 锁定阈值")
  static let ranges = family("ip_ranges", .list, "The address ranges let in: IP段")
  static let keywordHours = family(
    "keyword_update_hours", .int, "Hours between updates of the keyword list: 关键词更新间隔")
  static let logDays = family(
    "log_retention_days", .int, "Days for which logs are kept: 日志留存天数")
  static let roles = family("roles", .list, "The roles that members have: 角色")

  static let declarations = [
    domainAllowlist, oneTimePassword, oneTimePasswordDefects, secondFactor, lockout, ranges,
    keywordHours, logDays, roles,
  ]
}

/// What the labels of settings mean: the keys of a declaration and the words of consoles.
enum SettingsLabel: CaseIterable {
  case domainAllowlist, oneTimePassword, secondFactor, lockout, ranges, keywordHours, logDays, roles

  static let set = LabelSet<SettingsLabel> { $0.names }

  private var names: [String] {
    switch self {
    case .domainAllowlist: ["domain_allowlist", "域名白名单", "邮箱白名单", "邮件域名白名单", "allowed_domains"]
    case .oneTimePassword: ["totp", "动态口令", "动态密码", "TOTP动态口令", "otpauth", "totp_link"]
    case .secondFactor: ["second_factor", "二次验证", "双重验证", "二次验证方式", "two_factor"]
    case .lockout:
      ["lockout_threshold", "锁定阈值", "登录失败锁定次数", "登录失败锁定阈值", "失败锁定次数", "max_failed_logins"]
    case .ranges:
      ["ip_ranges", "IP段", "登录IP段", "IP白名单", "登录IP白名单", "VPN白名单", "allowed_ip_ranges"]
    case .keywordHours:
      ["keyword_update_hours", "关键词更新间隔", "关键词更新小时", "敏感词库更新间隔", "关键词库更新间隔"]
    case .logDays:
      ["log_retention_days", "日志留存天数", "日志保存天数", "日志留存", "日志保留天数", "log_retention"]
    case .roles: ["roles", "角色", "角色列表", "管理角色", "权限角色", "role"]
    }
  }
}
