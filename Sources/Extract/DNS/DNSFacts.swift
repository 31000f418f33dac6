internal import Model

/// The facts of DNS evidence, under the keys of DESIGN.md section 4.
///
/// `null` means that the evidence says there is none; what it does not say yields no fact.
enum DNSFacts {
  static let domain = declaration("domain", .string, "域名")
  static let mailExchangers = declaration("mx", .list, "MX 主机")
  static let mailProviders = declaration("mx_providers", .list, "MX 服务商")
  static let spf = declaration("spf", .string, isNullable: true, "SPF 记录")
  static let spfResult = declaration("spf_result", .string, "SPF 状态")
  static let spfAll = declaration("spf_all", .string, isNullable: true, "SPF 末尾的 all")
  static let spfLookups = declaration("spf_lookups", .int, "SPF 查询次数")
  static let spfIncludes = declaration("spf_includes", .list, "SPF 引用")
  static let spfProviders = declaration("spf_providers", .list, "SPF 服务商")
  static let selectors = declaration("dkim_selectors", .list, "DKIM 选择器")
  static let keyBits = declaration("dkim_bits", .int, "DKIM 最短密钥位数")
  static let dmarc = declaration("dmarc", .string, isNullable: true, "DMARC 记录")
  static let dmarcPolicy = declaration("dmarc_policy", .string, isNullable: true, "DMARC 策略")
  static let dmarcReports = declaration("dmarc_reports", .list, "DMARC 报告地址")
  static let mtaSTS = declaration("mta_sts", .string, isNullable: true, "MTA-STS 记录")
  static let tlsReports = declaration("tls_rpt", .string, isNullable: true, "TLS-RPT 记录")
  static let capturedOn = declaration("captured_on", .date, "采集日期")
  static let defects = declaration("defects", .list, "解析记录问题")

  static let declarations = [
    domain, mailExchangers, mailProviders, spf, spfResult, spfAll, spfLookups, spfIncludes,
    spfProviders, selectors, keyBits, dmarc, dmarcPolicy, dmarcReports, mtaSTS, tlsReports,
    capturedOn, defects,
  ]

  private static func declaration(
    _ name: String, _ type: ValueType, isNullable: Bool = false, _ title: String
  ) -> FactDeclaration {
    FactDeclaration(
      key: "dns." + name, type: type, isNullable: isNullable, summary: "DNS records: " + title,
      material: .dnsRecords)
  }
}
