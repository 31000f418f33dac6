extension MailDefectKind {
  /// For what is wrong with the writing of an SPF record.
  var spfAdvice: LocalizedText? {
    switch self {
    case .spfMissing:
      LocalizedText(
        "域名没有 SPF 记录。在域名本身（主机记录 @）添加一条以 `v=spf1` 开头的 TXT。",
        "The domain has no SPF record. Add one TXT record that starts with `v=spf1` at the domain itself."
      )
    case .spfSeveral:
      LocalizedText(
        "有多条 SPF 记录，按 RFC 7208 4.5 判为 permerror。合并为一条。",
        "There are several SPF records, a permerror by RFC 7208 4.5. Merge them into one.")
    case .spfVersion:
      LocalizedText(
        "这条 TXT 像 SPF，但不是以 `v=spf1` 加空格开头，收信方不会当作 SPF。改正开头。",
        "This TXT record looks like SPF but does not start with `v=spf1` and a space, so nobody takes it for SPF. Mend its start."
      )
    case .spfWideCharacter:
      LocalizedText(
        "SPF 中有全角字符或中文标点。全部改为半角英文字符。",
        "There are full-width or Chinese characters in the SPF record. Use plain ASCII.")
    case .spfQuoted:
      LocalizedText(
        "引号被写进了记录值。在控制台中填写时不要加引号。",
        "Quotation marks became part of the value. Enter it without them.")
    case .spfSpace:
      LocalizedText(
        "`:` 或 `=` 后面有空格，把一项拆成了两项。删除空格。",
        "A space after `:` or `=` breaks the term in two. Delete the space.")
    case .spfSeparator:
      LocalizedText(
        "各项之间只能用空格分隔，不能用逗号或分号。", "Terms are parted by spaces, not by commas or semicolons.")
    case .spfMerged:
      LocalizedText(
        "一条记录里出现了两次 `v=spf1`。只保留开头的一个，其余各项合并。",
        "`v=spf1` stands twice in one record. Keep the first and merge the terms.")
    case .spfUnknownTerm:
      LocalizedText(
        "没有这样的机制，整条记录判为 permerror。机制只有 all、include、a、mx、ptr、ip4、ip6、exists。",
        "There is no such mechanism, which makes the record a permerror. There are all, include, a, mx, ptr, ip4, ip6 and exists."
      )
    case .spfUnknownModifier:
      LocalizedText(
        "机制后面应为 `:` 而不是 `=`，写成 `=` 会被忽略。", "A mechanism takes `:`; with `=` the term is ignored.")
    case .spfBadTerm:
      LocalizedText(
        "这一项的写法不对，整条记录判为 permerror。核对域名、地址及前后的符号。",
        "The term is malformed, which makes the record a permerror. Check its name or address and the signs around it."
      )
    case .spfAddressForName:
      LocalizedText(
        "此处应为域名，却写了 IP 地址。IP 地址用 `ip4:` 或 `ip6:`。",
        "There must be a name, not an IP address. Use `ip4:` or `ip6:` for addresses.")
    case .spfBadPrefix:
      LocalizedText(
        "地址前缀长度不对：IPv4 为 0 至 32，IPv6 为 0 至 128，不带前导零。",
        "The prefix length is wrong: 0 to 32 for IPv4, 0 to 128 for IPv6, no leading zero.")
    case .spfBadMacro:
      LocalizedText("`%` 后的宏写法不对（RFC 7208 7.1）。", "What follows `%` is no macro (RFC 7208 7.1).")
    case .spfRepeatedModifier:
      LocalizedText("redirect 与 exp 各只能出现一次。", "redirect and exp may stand once each.")
    case .spfStringTooLong:
      LocalizedText(
        "TXT 中单个字符串超过 255 字节，DNS 不能存放。分成几个相邻的字符串。",
        "One string of the TXT record has more than 255 octets, which DNS cannot hold. Split it into adjacent strings."
      )
    case .spfObsoleteType:
      LocalizedText(
        "SPF 类型（99）的记录已废弃，只有 TXT 有效（RFC 7208 3.1）。",
        "Records of type SPF (99) are obsolete; only TXT counts (RFC 7208 3.1).")
    case .spfElsewhere:
      LocalizedText(
        "SPF 写在了 www 上。邮件域名的 SPF 应在域名本身（主机记录 @）。",
        "The SPF record stands at www. It belongs to the mail domain itself.")
    default: nil
    }
  }

  /// For what an SPF record asks for.
  var spfPolicyAdvice: LocalizedText? {
    switch self {
    case .spfPassAll:
      LocalizedText(
        "`+all` 允许任何服务器以本域名发信。改为 `~all` 或 `-all`。",
        "`+all` lets any server send in the domain's name. Use `~all` or `-all`.")
    case .spfNeutralAll:
      LocalizedText(
        "`?all` 对仿冒不表态，等于没有保护。改为 `~all` 或 `-all`。",
        "`?all` takes no stand against forgery. Use `~all` or `-all`.")
    case .spfNoAll:
      LocalizedText(
        "SPF 末尾没有 all，也没有 redirect，未列出的服务器结果为 neutral。末尾加 `~all` 或 `-all`。",
        "SPF ends without all or redirect: other servers are neutral. End it with `~all` or `-all`."
      )
    case .spfAfterAll:
      LocalizedText("all 之后的项会被忽略。把它移到 all 之前。", "Terms after all are ignored. Move it before all.")
    case .spfRedirectIgnored:
      LocalizedText(
        "有 all 时 redirect 不起作用。删除其中之一。", "redirect has no effect beside all. Delete one of them.")
    case .spfWrongInclude:
      LocalizedText(
        "这个 include 不是该服务商公布的值（例如腾讯企业邮箱为 `include:spf.mail.qq.com`）。按服务商文档改正。",
        "This include is not what the provider publishes (Tencent's is `include:spf.mail.qq.com`). Take it from the provider's documentation."
      )
    case .spfIncludeWithoutSPF:
      LocalizedText(
        "include 或 redirect 指向的域名没有 SPF 记录，整体判为 permerror。改正或删除该项。",
        "What include or redirect names has no SPF record, a permerror for the whole. Mend or delete the term."
      )
    case .spfIncludeFaulty:
      LocalizedText(
        "include 或 redirect 指向的 SPF 记录有错误，整体判为 permerror。联系该服务商或删除该项。",
        "The SPF record that include or redirect names is faulty, a permerror for the whole. Ask its owner, or delete the term."
      )
    case .spfLoop:
      LocalizedText(
        "include 或 redirect 绕回了自身，查询次数必然超限。删除其中一环。",
        "include or redirect leads back to itself, beyond any limit. Break the loop.")
    case .spfTooManyLookups:
      LocalizedText(
        "SPF 引起的 DNS 查询超过 10 次，判为 permerror（RFC 7208 4.6.4）。减少 include，或改用 ip4/ip6。",
        "SPF causes more than 10 lookups, a permerror (RFC 7208 4.6.4). Use fewer includes, or ip4 and ip6."
      )
    case .spfTooManyVoids:
      LocalizedText(
        "超过两次查询得不到任何记录，判为 permerror。删除指向不存在名称的项。",
        "More than two lookups find nothing, a permerror. Delete terms whose names do not exist.")
    case .spfVoid:
      LocalizedText(
        "这一项指向的名称没有记录，白费一次查询。改正或删除。",
        "The name in this term has no such records: a wasted lookup. Mend or delete it.")
    case .spfPointer:
      LocalizedText(
        "RFC 7208 5.5 不建议使用 ptr：慢且不可靠。改用 ip4/ip6 或 include。",
        "RFC 7208 5.5 advises against ptr: slow and unreliable. Use ip4, ip6 or include.")
    case .spfWideRange:
      LocalizedText(
        "这一地址段过大（IPv4 短于 /16，IPv6 短于 /32），几乎等于放行。缩小到自己的服务器。",
        "The range is very wide (IPv4 shorter than /16, IPv6 shorter than /32). Narrow it to your own servers."
      )
    case .spfNotExpanded:
      LocalizedText(
        "没有这个名称的 TXT 记录，include 未展开，查询次数只能估为下限。附上 `dig TXT 该名称` 的结果，或用 --online。",
        "The TXT record of this name was not supplied: the include is not expanded and lookups are a lower bound. Add the output of `dig TXT` for it, or use --online."
      )
    default: nil
    }
  }
}
