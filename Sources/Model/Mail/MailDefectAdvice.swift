extension MailDefectKind {
  /// What is wrong and what to do, in both languages.
  package var advice: LocalizedText {
    if let advice = spfAdvice ?? spfPolicyAdvice ?? dkimAdvice ?? dmarcAdvice { return advice }
    let (chinese, english) =
      switch self {
      case .mxMissing:
        (
          "域名没有 MX 记录，收不到邮件。按邮箱服务商给出的主机和优先级添加 MX 记录。",
          "The domain has no MX record and cannot receive mail. Add those that the mail provider names."
        )
      case .mxNull:
        (
          "MX 为 `0 .`（RFC 7505），声明该域名不收邮件。如要收信，改为邮箱服务商的 MX 主机。",
          "The MX record `0 .` (RFC 7505) says that the domain takes no mail. Replace it by the provider's hosts."
        )
      case .mxNullMixed:
        (
          "`0 .` 只能单独存在，不能与其他 MX 并列。删除其中之一。",
          "`0 .` must stand alone. Delete it, or the other MX records."
        )
      case .mxAddress:
        (
          "MX 指向 IP 地址；MX 只能指向主机名。为该地址建一条 A 记录，再让 MX 指向其名称。",
          "The MX record names an IP address; it must name a host. Give the address a name and use that."
        )
      case .mxURL:
        (
          "MX 写成了网址。只填主机名，不带 http:// 与路径。",
          "The MX record holds a web address. Enter the host name alone."
        )
      case .mxNotHost:
        (
          "MX 的值不是合法的主机名。核对拼写，只用字母、数字、连字符和点。",
          "The MX record's value is no host name: letters, digits, hyphens and dots only."
        )
      case .mxAlias:
        (
          "MX 指向的主机是 CNAME 别名，RFC 2181 10.3 不允许。改为别名最终指向的主机名。",
          "The MX host is an alias, which RFC 2181 10.3 forbids. Name the host that the alias leads to."
        )
      case .mxNoAddress:
        (
          "MX 指向的主机没有 A 或 AAAA 记录。核对主机名，或补上地址记录。",
          "The MX host has neither an A nor an AAAA record. Check its name, or add its address."
        )
      case .mxSeveralProviders:
        (
          "MX 同时指向几家邮箱服务商，邮件会分散。只保留正在使用的一家。",
          "The MX records name several providers, so mail is scattered. Keep the one in use."
        )
      case .mxUnlikeSPF:
        (
          "MX 所属的服务商不在 SPF 的 include 中，由其发出的邮件通不过 SPF。把该服务商的 include 加入 SPF，或改正 MX。",
          "The provider of the MX records is not among the includes of SPF: its mail fails SPF. Add its include, or mend MX."
        )
      case .stsSeveral:
        (
          "`_mta-sts` 下有多条 `v=STSv1`，等于没有（RFC 8461 3.1）。只保留一条。",
          "Several `v=STSv1` records count as none (RFC 8461 3.1). Keep one."
        )
      case .stsSyntax:
        (
          "MTA-STS 记录格式有误，应为 `v=STSv1; id=` 加 1 至 32 位字母数字。",
          "The MTA-STS record is malformed: `v=STSv1; id=` and 1 to 32 letters or digits."
        )
      case .tlsReportSyntax:
        (
          "TLS-RPT 记录格式有误，应为 `v=TLSRPTv1; rua=mailto:…` 或 https 地址。",
          "The TLS-RPT record is malformed: `v=TLSRPTv1; rua=` with a mailto: or https: address."
        )
      case .aliasBeside:
        (
          "同一名称下既有 CNAME 又有其他记录，RFC 1034 3.6.2 不允许，收信方可能查到其中任意一种。只保留一种：删除 CNAME，或删除其他记录。",
          "A CNAME stands beside other records of its name, which RFC 1034 3.6.2 forbids: receivers may find either. Keep one: delete the CNAME, or the others."
        )
      default:
        (
          "主机记录里重复写了域名（如 `_dmarc.example.com.example.com`）。控制台中只填前缀，区文件中给完整域名加上末尾的点。",
          "The domain stands twice in the name (`_dmarc.example.com.example.com`). Enter the prefix alone; in zone files end whole names with a dot."
        )
      }
    return LocalizedText(chinese, english)
  }
}
