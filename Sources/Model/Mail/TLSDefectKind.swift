/// What may be wrong with a mail server's certificate or connection; raw values are those of `tls.defects`.
package enum TLSDefectKind: String, CaseIterable, Sendable {
  case noNames = "tls_no_names"
  case nameMismatch = "tls_name_mismatch"
  case selfSigned = "tls_self_signed"
  case verification = "tls_verification"
  case chainBroken = "tls_chain_broken"
  case weakKey = "tls_weak_key"
  case weakSignature = "tls_weak_signature"
  case oldProtocol = "tls_old_protocol"

  /// What is wrong and what to do, in both languages.
  var advice: LocalizedText {
    switch self {
    case .noNames:
      LocalizedText(
        "证书里没有任何域名，客户端无法核对。重新签发，在主题备用名称中写入邮件主机名。",
        "The certificate names no host, so clients cannot check it. Have it issued again with the mail host among its alternative names."
      )
    case .nameMismatch:
      LocalizedText(
        "证书不包含所连接的主机名。换成包含该主机名的证书，或改用证书上的主机名。",
        "The certificate does not name the host that was called. Use a certificate that does, or the host that it names."
      )
    case .selfSigned:
      LocalizedText(
        "证书是自签名的，客户端不会信任。换成受信任机构签发的证书。",
        "The certificate is self-signed and clients will not trust it. Use one that a trusted authority issued."
      )
    case .verification:
      LocalizedText(
        "openssl 未能验证证书链。安装服务器证书时一并安装中间证书，并确认没有过期。",
        "openssl could not verify the chain. Install the intermediate certificates with the server's, and see that none has expired."
      )
    case .chainBroken:
      LocalizedText(
        "文件中的证书不能依次相连。按“服务器证书、中间证书、根证书”的顺序重新导出。",
        "The certificates in the file do not lead to each other. Export them again: the server's, the intermediates, the root."
      )
    case .weakKey:
      LocalizedText(
        "证书的 RSA 密钥不足 2048 位。重新签发 2048 位以上的证书。",
        "The certificate's RSA key has less than 2048 bits. Have it issued again with 2048 or more."
      )
    case .weakSignature:
      LocalizedText(
        "证书用已淘汰的算法签名。换成 SHA-256 签名的证书。",
        "The certificate is signed with a retired method. Use one that is signed with SHA-256.")
    case .oldProtocol:
      LocalizedText(
        "连接用的是旧版协议。在服务器上只启用 TLS 1.2 与 1.3。",
        "The connection used an old protocol. Allow TLS 1.2 and 1.3 only.")
    }
  }
}
