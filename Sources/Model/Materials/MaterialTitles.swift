extension MaterialKind {
  /// What people call the kinds that Swift code reads; those of forms have their titles in `rules/materials`.
  static let ownTitles: [MaterialKind: LocalizedText] = [
    .orgChart: LocalizedText("组织架构图", "organization chart"),
    .contacts: LocalizedText("通讯录", "contact list"),
    .electronicSeal: LocalizedText("电子印章", "electronic seal"),
    .signature: LocalizedText("数字签名", "digital signature"),
    .icpFiling: LocalizedText("ICP 备案证明", "proof of ICP filing"),
    .domainCertificate: LocalizedText("域名证书", "domain certificate"),
    .mailStatistics: LocalizedText("邮件统计", "mail statistics"),
    .adminSettings: LocalizedText("管理后台设置", "admin settings"),
    .dnsRecords: LocalizedText("DNS 解析记录", "DNS records"),
    .tlsCertificate: LocalizedText("TLS 证书", "TLS certificate"),
  ]
}
