internal import Model

/// The facts of server certificates and of connections that showed them.
enum TLSFacts {
  static let names = declaration("names", .list, "证书域名")
  static let subject = declaration("subject", .string, isNullable: true, "证书主体")
  static let organization = declaration("organization", .string, isNullable: true, "证书单位")
  static let issuer = declaration("issuer", .string, "证书颁发者")
  static let validFrom = declaration("valid_from", .date, "证书生效日期")
  static let validTo = declaration("valid_to", .date, "证书到期日期")
  static let keyKind = declaration("key_kind", .string, "证书密钥算法")
  static let keyBits = declaration("key_bits", .int, "证书密钥位数")
  static let signatureAlgorithm = declaration("signature_algorithm", .string, "证书签名算法")
  static let chain = declaration("chain", .string, "证书链")
  static let host = declaration("host", .string, "测试的主机")
  static let port = declaration("port", .int, "测试的端口")
  static let startTLS = declaration("starttls", .string, isNullable: true, "STARTTLS 协议")
  static let protocolVersion = declaration("protocol", .string, "TLS 版本")
  static let verification = declaration("verification", .string, "验证结果")
  static let capturedOn = declaration("captured_on", .date, "采集日期")
  static let defects = declaration("defects", .list, "证书问题")

  static let declarations = [
    names, subject, organization, issuer, validFrom, validTo, keyKind, keyBits, signatureAlgorithm,
    chain, host, port, startTLS, protocolVersion, verification, capturedOn, defects,
  ]

  private static func declaration(
    _ name: String, _ type: ValueType, isNullable: Bool = false, _ title: String
  ) -> FactDeclaration {
    FactDeclaration(
      key: "tls." + name, type: type, isNullable: isNullable,
      summary: "TLS certificate: " + title, material: .tlsCertificate)
  }
}
