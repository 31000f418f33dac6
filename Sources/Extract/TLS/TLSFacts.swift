internal import Model

/// The facts of server certificates and of connections that showed them.
enum TLSFacts {
  private static let family = FactFamily(
    "tls.", of: .tlsCertificate, summary: "TLS certificate: ")
  static let names = family("names", .list, "证书域名")
  static let subject = family("subject", .string, isNullable: true, "证书主体")
  static let organization = family("organization", .string, isNullable: true, "证书单位")
  static let issuer = family("issuer", .string, "证书颁发者")
  static let validFrom = family("valid_from", .date, "证书生效日期")
  static let validTo = family(
    "valid_to", .date, expiry: LocalizedText("证书到期日期", "last day of the certificate"), "证书到期日期")
  static let keyKind = family("key_kind", .string, "证书密钥算法")
  static let keyBits = family("key_bits", .int, "证书密钥位数")
  static let signatureAlgorithm = family("signature_algorithm", .string, "证书签名算法")
  static let chain = family("chain", .string, "证书链")
  static let host = family("host", .string, "测试的主机")
  static let port = family("port", .int, "测试的端口")
  static let startTLS = family("starttls", .string, isNullable: true, "STARTTLS 协议")
  static let protocolVersion = family("protocol", .string, "TLS 版本")
  static let verification = family("verification", .string, "验证结果")
  static let capturedOn = family("captured_on", .date, "采集日期")
  static let defects = family("defects", .list, "证书问题")

  static let declarations = [
    names, subject, organization, issuer, validFrom, validTo, keyKind, keyBits, signatureAlgorithm,
    chain, host, port, startTLS, protocolVersion, verification, capturedOn, defects,
  ]
}
