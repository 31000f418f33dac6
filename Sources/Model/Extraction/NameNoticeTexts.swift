extension NoticeCode {
  /// The texts of codes about evidence of DNS and live lookups; of others there is none here.
  var nameText: LocalizedText {
    switch self {
    case .dnsLineUnread:
      text(
        "第 {line} 行未能读取（{reason}），缺失的记录按未知处理，不算没有。请更正后重新导出。",
        "line {line} cannot be read ({reason}); records that are missing count as unknown, not as absent. Correct it and export again"
      )
    case .dnsIncludeRefused:
      text(
        "第 {line} 行的 $INCLUDE 引用其他文件，不会打开。请提供完整的区域文件。",
        "$INCLUDE on line {line} names another file, which is never opened; supply the zone in one file"
      )
    case .dnsQueryFailed:
      text(
        "第 {line} 行：查询 {question} 没有结果（{reason}），按未知处理。请重新查询。",
        "line {line}: the query {question} got no answer ({reason}); it stays unknown. Ask again")
    case .dnsAnsweredElsewhere:
      text(
        "第 {line} 行：查询 {question} 时，本机给域名加上了搜索后缀，应答说的是 {other}，不能作数。请在域名末尾加一个点重新查询：{command}",
        "line {line}: for {question} this computer put its search suffix behind the name, so the answer is about {other} and does not count. Ask again with a dot at the end: {command}"
      )
    case .dnsAnswerTruncated:
      text(
        "第 {line} 行：{question} 的应答不完整，按未知处理。请重新截取全部输出。",
        "line {line}: the answer to {question} is not whole; it stays unknown. Copy the whole output"
      )
    case .dnsAnswersDiffer:
      text(
        "第 {lines} 行：{question} 的几次应答互相矛盾，按未知处理。请只保留最近一次的输出。",
        "lines {lines}: the answers to {question} contradict each other; it stays unknown. Keep the latest output only"
      )
    case .dnsOwnerUnknown:
      text(
        "第 {line} 行只有值，看不出是哪个域名的记录。请连同查询命令一起提供，或使用 dig 的完整输出。",
        "line {line} has a value but not whose it is; supply it with its command, or dig's full output"
      )
    case .dnsOriginUnknown:
      text(
        "区域文件没有 $ORIGIN，相对名称无法补全。请加上 $ORIGIN。",
        "the zone file has no $ORIGIN to complete its relative names; add it")
    case .dnsListIncomplete:
      text(
        "列表共 {total} 条记录，文件中只有 {have} 条，未列出的按未知处理。请导出全部记录。",
        "the list has {total} records, the file {have} of them; the others stay unknown. Export all"
      )
    case .dnsRecordsDisabled:
      text(
        "第 {lines} 行的记录已暂停，未计入。", "the records on lines {lines} are switched off and do not count")
    case .dnsOtherNetworks:
      text(
        "第 {lines} 行的记录只对部分线路生效，已按默认线路的记录判断。",
        "the records on lines {lines} are for some networks only; those of the default one count")
    case .dnsNameMistaken:
      text(
        "第 {line} 行的「DKLM」不存在，按 DMARC 读取。请核实主机记录是否为 _dmarc。",
        "\"DKLM\" on line {line} does not exist and was read as DMARC; check that the record is at _dmarc"
      )
    case .dnsDomainUnknown:
      text(
        "看不出这是哪个域名的解析记录。请提供带域名的导出或查询输出。",
        "it cannot be seen whose records these are; supply an export or output that names the domain"
      )
    case .dnsDomainAssumed:
      text(
        "导出没有写明域名，按{source}当作 {domain} 的解析记录。请核实，或提供带域名的导出。",
        "the export names no domain and was taken for that of {domain} by {source}; check that, or supply an export that names it"
      )
    case .dnsSeveralDomains:
      text(
        "解析记录分属多个域名（{domains}），申报未说明哪一个是邮箱域名，未作选择。请在 declared.yaml 中填写 mail.domain。",
        "the records are of several domains ({domains}) and none is declared, so none was chosen; set mail.domain in declared.yaml"
      )
    case .dnsOtherDomains:
      text(
        "按申报只核对 {domain} 的解析记录；{others} 的记录单独列出，不参与核对。",
        "by the declaration the records of {domain} are checked; those of {others} are listed by themselves"
      )
    case .dnsTooManyRecords:
      text(
        "记录超过上限，其余未读取。请只导出与邮件有关的记录。",
        "there are more records than are read; export those that concern mail")
    case .liveLookupFailed:
      text(
        "在线查询 {question} 没有得到可用的回答（{reason}），相关事实保持未知。请检查网络后重试。",
        "asking DNS for {question} gave no usable answer ({reason}); what depends on it stays unknown. Check the network and run again"
      )
    case .liveQuestionsCut:
      text(
        "{domain} 的在线查询超过 {limit} 个问题或 {rounds} 层引用，其余 {open} 个未问，相关事实保持未知。请检查 SPF 引用是否过多。",
        "{domain} takes more than {limit} questions or {rounds} rounds of them; {open} were not asked, and what depends on them stays unknown. Check whether SPF includes too much"
      )
    case .liveSelectorsUnknown:
      text(
        "{domain} 的 DKIM 选择器未知：DNS 不列出选择器，试过 {tried} 均无公钥，不能据此认为没有 DKIM。请在 declared.yaml 中填写 mail.dkim_selectors。",
        "the DKIM selectors of {domain} are not known: DNS does not list them, and {tried} have no key, which does not say that there is no DKIM. Set mail.dkim_selectors in declared.yaml"
      )
    case .liveDomainUnknown:
      text(
        "不知道要在线查询哪个邮箱域名。请在 declared.yaml 中填写 mail.domain。",
        "which mail domain to look up is not known; set mail.domain in declared.yaml")
    default: LocalizedText("", "")
    }
  }
}
