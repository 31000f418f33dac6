internal import Model

/// Settings of the back office out of labelled values.
enum SettingsDocument {
  static let signs = [
    "白名单", "动态口令", "动态密码", "二次验证", "双重验证", "锁定", "日志", "otpauth", "totp", "lockout",
    "log_retention",
    "allowlist", "second_factor",
  ]

  /// At most one document; empty where fewer than two settings are there, which any text may name by chance.
  static func documents(in content: LabelledContent, file: String) -> [Document] {
    let records = content.records(SettingsLabel.set)
    var facts = RecordFacts(file: file, page: records.first.flatMap(\.page))
    func cells(_ label: SettingsLabel) -> [LabelledRecord<SettingsLabel>.Cell] {
      records.flatMap { $0.all(label) }
    }
    func addList(
      _ declaration: FactDeclaration, _ label: SettingsLabel, _ part: (String) -> String? = { $0 }
    ) {
      let cells = cells(label)
      guard let first = cells.first else { return }
      let items = cells.flatMap { Self.items(of: $0.text) }
      let parts = items.compactMap(part).uniqued()
      // An item that is not understood leaves the list unknown.
      guard items.allSatisfy({ part($0) != nil }) else { return }
      facts.add(declaration, .texts(parts), row: first.row)
    }
    func addCount(
      _ declaration: FactDeclaration, _ label: SettingsLabel, per unit: (String) -> Int?
    ) {
      facts.add(declaration, cells(label).first) { unit($0).map(Value.int) }
    }
    addList(SettingsFacts.domainAllowlist, .domainAllowlist)
    addOneTimePassword(cells(.oneTimePassword).first, to: &facts)
    addList(SettingsFacts.secondFactor, .secondFactor, factor)
    addCount(SettingsFacts.lockout, .lockout, per: PlainNumber.count)
    addList(SettingsFacts.ranges, .ranges)
    addCount(SettingsFacts.keywordHours, .keywordHours, per: hours)
    addCount(SettingsFacts.logDays, .logDays, per: days)
    addList(SettingsFacts.roles, .roles)
    let labels = records.reduce(into: Set<SettingsLabel>()) { $0.formUnion($1.fields) }
    guard labels.count >= 2, !facts.facts.isEmpty else { return [] }
    return [facts.document(.adminSettings)]
  }

  /// The link holds a secret, so nothing of it is kept as evidence.
  private static func addOneTimePassword(
    _ cell: LabelledRecord<SettingsLabel>.Cell?, to facts: inout RecordFacts
  ) {
    guard let cell else { return }
    if let link = OneTimePasswordLink(cell.text) {
      facts.add(SettingsFacts.oneTimePassword, .bool(true), row: cell.row)
      facts.add(
        SettingsFacts.oneTimePasswordDefects, .texts(link.defects.map(\.rawValue)), row: cell.row)
    } else if let flag = Flag(cell.text) {
      facts.add(SettingsFacts.oneTimePassword, .bool(flag.isOn), row: cell.row)
    }
  }

  private static func items(of text: String) -> [String] {
    text.split { ";；,，、\n|".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// As `declared.admin_settings.second_factor` names it.
  private static func factor(_ text: String) -> String? {
    switch text.lowercased() {
    case "sms", "短信", "短信验证", "手机短信", "短信验证码": "sms"
    case "mail", "email", "邮箱", "邮件", "邮件验证", "邮箱验证码": "mail"
    case "totp", "动态口令", "动态密码": "totp"
    case "app", "应用", "企业微信": "app"
    default: nil
    }
  }

  /// `72`, `72 小时`, `3天`.
  private static func hours(_ text: String) -> Int? {
    let text = text.trimmed
    if text.hasSuffix("天") || text.hasSuffix("日") {
      return PlainNumber.count(String(text.dropLast())).map { $0 * 24 }
    }
    return PlainNumber.count(text)
  }

  /// `180`, `180天`, `6个月` (at the least: 180), `1年`.
  private static func days(_ text: String) -> Int? {
    let text = text.trimmed
    if text.hasSuffix("个月") { return PlainNumber.count(String(text.dropLast(2))).map { $0 * 30 } }
    if text.hasSuffix("年") { return PlainNumber.count(String(text.dropLast())).map { $0 * 365 } }
    return PlainNumber.count(text)
  }
}
