extension MaterialKind {
  /// What people call the kinds that Swift code reads; those of forms have their titles in `rules/materials`.
  static let ownTitles: [MaterialKind: LocalizedText] = [
    .orgChart: LocalizedText(chinese: "组织架构图", english: "organization chart"),
    .contacts: LocalizedText(chinese: "通讯录", english: "contact list"),
    .electronicSeal: LocalizedText(chinese: "电子印章", english: "electronic seal"),
    .signature: LocalizedText(chinese: "数字签名", english: "digital signature"),
    .icpFiling: LocalizedText(chinese: "ICP 备案证明", english: "proof of ICP filing"),
    .domainCertificate: LocalizedText(chinese: "域名证书", english: "domain certificate"),
    .mailStatistics: LocalizedText(chinese: "邮件统计", english: "mail statistics"),
    .adminSettings: LocalizedText(chinese: "管理后台设置", english: "admin settings"),
    .dnsRecords: LocalizedText(chinese: "DNS 解析记录", english: "DNS records"),
    .tlsCertificate: LocalizedText(chinese: "TLS 证书", english: "TLS certificate"),
  ]
}
