extension MailDefectKind {
  var dkimAdvice: LocalizedText? {
    switch self {
    case .dkimMissing:
      LocalizedText(
        "该选择器没有 DKIM 记录。在邮箱管理后台生成，并以 `选择器._domainkey` 添加 TXT 或 CNAME。",
        "There is no DKIM record for this selector. Make one in the mail console and add it at `selector._domainkey`."
      )
    case .dkimSeveral:
      LocalizedText(
        "同一选择器有多条 TXT，结果不确定（RFC 6376 3.6.2.2）。只保留一条。",
        "Several TXT records for one selector give undefined results (RFC 6376 3.6.2.2). Keep one.")
    case .dkimUntagged:
      LocalizedText(
        "选择器下除公钥外还有一条不带标签的 TXT（常是分段时误建的后半段），收信方取到哪一条不确定，应只有一条（RFC 6376 3.6.2.2）。删除多余的一条；公钥过长时，在同一条 TXT 内分成相邻的几段。",
        "Beside the key there is a TXT record without tags, often the second half of a key, and receivers may take either: one record is wanted (RFC 6376 3.6.2.2). Delete the surplus one; a long key is split into adjacent strings of one record."
      )
    case .dkimVersion:
      LocalizedText("`v=` 如出现必须是第一项且为 `DKIM1`。", "`v=` must come first, and be `DKIM1`.")
    case .dkimSyntax:
      LocalizedText(
        "DKIM 记录应为以分号分隔的 `标签=值`，标签不重复。核对全角符号、引号和缺少的分号。",
        "A DKIM record is `tag=value` parted by semicolons, no tag twice. Look for full-width signs, quotation marks and missing semicolons."
      )
    case .dkimKeyMissing:
      LocalizedText(
        "DKIM 记录没有 `p=` 公钥。重新复制完整的记录值。", "The DKIM record has no `p=`. Copy the whole value again.")
    case .dkimNotBase64:
      LocalizedText(
        "`p=` 不是完整的 base64，可能被换行、截断或省略号破坏。重新复制。",
        "`p=` is not whole base64: perhaps cut, broken by line ends, or with an ellipsis. Copy it again."
      )
    case .dkimNotKey:
      LocalizedText(
        "`p=` 解码后不是公钥结构（SubjectPublicKeyInfo）。重新从邮箱后台复制公钥。",
        "`p=` does not decode to a SubjectPublicKeyInfo. Copy the public key from the mail console again."
      )
    case .dkimPKCS7:
      LocalizedText(
        "`p=` 中的算法标识属于 PKCS#7（1.2.840.113549.1.7），不是 RSA 公钥（1.2.840.113549.1.1.1）；多为网文示例。换成后台生成的真实公钥。",
        "The object identifier in `p=` is PKCS#7's (1.2.840.113549.1.7), not rsaEncryption (1.2.840.113549.1.1.1): a made-up sample. Use the real key from the mail console."
      )
    case .dkimCertificate:
      LocalizedText(
        "`p=` 是证书或私钥，不是公钥。只发布公钥；若为私钥须立即更换。",
        "`p=` holds a certificate or a private key. Publish the public key only; a private key must be replaced at once."
      )
    case .dkimBareKey:
      LocalizedText(
        "`p=` 是 RSAPublicKey 而非 SubjectPublicKeyInfo，部分收信方不接受。按 RFC 6376 勘误 3017 换成后者。",
        "`p=` is an RSAPublicKey, not a SubjectPublicKeyInfo; some receivers refuse it (erratum 3017 of RFC 6376)."
      )
    case .dkimKeyType:
      LocalizedText(
        "`k=` 与公钥不符，或不是 rsa、ed25519。", "`k=` does not fit the key, or is neither rsa nor ed25519.")
    case .dkimShortKey:
      LocalizedText(
        "RSA 公钥短于 1024 位，收信方必须拒绝（RFC 8301 3.2）。换成 2048 位。",
        "The RSA key has fewer than 1024 bits, which receivers must refuse (RFC 8301 3.2). Use 2048."
      )
    case .dkimWeakKey:
      LocalizedText(
        "RSA 公钥短于 2048 位（RFC 8301 3.2 建议 2048）。有条件时更换。",
        "The RSA key has fewer than the 2048 bits that RFC 8301 3.2 recommends. Replace it when you can."
      )
    case .dkimRevoked:
      LocalizedText(
        "`p=` 为空，表示该公钥已撤销。启用新的选择器。",
        "An empty `p=` says that the key was revoked. Use another selector.")
    case .dkimTesting:
      LocalizedText(
        "`t=y` 表示仍在测试，签名不算数。确认无误后删除。",
        "`t=y` says that DKIM is being tested and does not count. Remove it when it works.")
    case .dkimHash:
      LocalizedText(
        "`h=` 只允许 sha1，而 rsa-sha1 已禁用（RFC 8301 3.1）。改为 sha256 或删除 `h=`。",
        "`h=` allows sha1 alone, which RFC 8301 3.1 forbids. Use sha256, or drop `h=`.")
    case .dkimService:
      LocalizedText(
        "`s=` 不含 email 或 *，该公钥不能用于邮件。", "`s=` holds neither email nor *: the key is not for mail.")
    case .dkimOnlyEd25519:
      LocalizedText(
        "只有 Ed25519 公钥：强度足够（RFC 8463），但许多收信方尚不验证。再加一个 2048 位 RSA 选择器并双重签名。",
        "There are Ed25519 keys alone: strong enough (RFC 8463), but many receivers do not verify them yet. Add a selector with an RSA key of 2048 bits and sign with both."
      )
    default: nil
    }
  }
}
