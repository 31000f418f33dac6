extension MailDefectKind {
  var dmarcAdvice: LocalizedText? {
    switch self {
    case .dmarcMissing:
      LocalizedText(
        "没有 DMARC 记录。在 `_dmarc` 添加 TXT，例如 `v=DMARC1; p=quarantine; rua=mailto:本域名邮箱`。",
        "There is no DMARC record. Add a TXT record at `_dmarc`, such as `v=DMARC1; p=quarantine; rua=mailto:` and a mailbox of your own."
      )
    case .dmarcSeveral:
      LocalizedText(
        "`_dmarc` 下有多条 DMARC 记录，等于没有。只保留一条。",
        "Several DMARC records at one name count as none. Keep one.")
    case .dmarcVersion:
      LocalizedText(
        "DMARC 记录必须以 `v=DMARC1` 开头（区分大小写）。“DKLM”并不存在，应为 DMARC。",
        "A DMARC record must start with `v=DMARC1` in exactly these letters. There is no \"DKLM\": DMARC is meant."
      )
    case .dmarcSyntax:
      LocalizedText(
        "DMARC 记录应为以半角分号分隔的 `标签=值`。", "A DMARC record is `tag=value` parted by semicolons.")
    case .dmarcNoPolicy:
      LocalizedText(
        "没有 `p=`：按 RFC 9989 视为 none。写明 quarantine 或 reject。",
        "Without `p=` the policy is none (RFC 9989). Say quarantine or reject.")
    case .dmarcBadValue:
      LocalizedText(
        "该标签的值不在允许范围内，会被忽略。", "The tag's value is not one that it can have and is ignored.")
    case .dmarcRepeatedTag:
      LocalizedText("同一标签出现了两次。只保留一个。", "The tag stands twice. Keep one.")
    case .dmarcUnknownTag:
      LocalizedText("没有这个标签，会被忽略。核对拼写。", "There is no such tag; it is ignored. Check its spelling.")
    case .dmarcHistoricTag:
      LocalizedText(
        "pct、rf、ri 自 RFC 9989（2026 年 5 月）起已废除，可以删除；测试阶段用 `t=y`。",
        "pct, rf and ri are historic since RFC 9989 (May 2026). Drop them; `t=y` marks a test.")
    case .dmarcPolicyNone:
      LocalizedText(
        "`p=none` 只观察，不阻止仿冒。核对报告后改为 quarantine 或 reject。",
        "`p=none` watches and stops nothing. After reading the reports use quarantine or reject.")
    case .dmarcSubdomains:
      LocalizedText(
        "子域名（sp 或 np）的策略比主域名宽松，容易被仿冒。",
        "The policy for subdomains (sp or np) is weaker than the domain's own.")
    case .dmarcTesting:
      LocalizedText(
        "`t=y` 表示测试，策略会降一级执行。确认无误后删除。",
        "`t=y` marks a test: the policy is applied one step weaker. Remove it when done.")
    case .dmarcNoReports:
      LocalizedText(
        "没有 `rua=`，看不到谁在冒用域名。加上本域名的邮箱。",
        "Without `rua=` nobody learns who uses the domain's name. Add a mailbox of your own.")
    case .dmarcReportAddress:
      LocalizedText("报告地址应为 `mailto:` 加邮箱。", "Reports go to `mailto:` and a mail address.")
    case .dmarcReportUnauthorized:
      LocalizedText(
        "报告发往外部域名，但对方没有 `本域名._report._dmarc.对方域名` 的 `v=DMARC1` 记录，报告不会寄出。改用本域名邮箱，或请对方授权。",
        "Reports go to another domain that does not say `v=DMARC1` at `yourdomain._report._dmarc.theirs`, so none are sent. Use a mailbox of your own, or have them add it."
      )
    case .dmarcWrongName:
      LocalizedText(
        "DMARC 记录写错了位置，收信方只查 `_dmarc.域名`。把它移到 `_dmarc`。",
        "The DMARC record stands at the wrong name; receivers look at `_dmarc.` and the domain only. Move it."
      )
    default: nil
    }
  }
}
