internal import Model

/// The questions to DNS and to mail servers that would settle facts, as commands that can be typed.
struct MailQuestions {
  let facts: FactSet

  /// The declared mail domain, else the one that the evidence is of; a name that no command may hold counts for none.
  var domain: String? {
    ["declared.mail.domain", "dns.domain", "icp.domain"].lazy
      .compactMap { text(of: $0)?.commandWord }.first
  }

  /// What to do for answers to those facts; to all that is asked of a mail domain where there are none.
  func fix(ofAnswers kind: MaterialKind, to keys: [String]) -> LocalizedText {
    kind == .tlsCertificate ? connection : answers(to: keys)
  }

  private func answers(to keys: [String]) -> LocalizedText {
    let named = Set(keys.flatMap(questions))
    let all = Question.allCases.filter { named.isEmpty || named.contains($0) }
    let asked = all.flatMap(records)
    // The full stop keeps the resolver from adding a domain of its own.
    let dig = asked.map { "dig \($0.type) \($0.name)." }.joined(separator: "; ")
    let nslookup = asked.map { "nslookup -type=\($0.type) \($0.name)." }.joined(separator: "; ")
    var fix = LocalizedText(
      "查询后把输出原样存成文本文件一并提交：\(dig)（Windows：\(nslookup)）",
      "ask, and hand in the output as it is, as a text file: \(dig) (on Windows: \(nslookup))")
    if all.contains(.dkim), selectors.isEmpty {
      fix.chinese += "；SELECTOR 换成邮箱服务商给出的 DKIM 选择器"
      fix.english += "; for SELECTOR put the DKIM selector that the mail provider names"
    }
    if domain == nil {
      fix.chinese += "；DOMAIN 换成邮箱域名"
      fix.english += "; for DOMAIN put the mail domain"
    }
    return fix
  }

  private var connection: LocalizedText {
    let command = CertificateCommand.text(host: mailHost, port: 25)
    var fix = LocalizedText(
      "连接邮件服务器并把输出原样存成文本文件：\(command)",
      "connect to the mail server and hand in the output as it is, as a text file: \(command)")
    if mailHost == nil {
      fix.chinese += "；HOST 换成 MX 记录中的主机"
      fix.english += "; for HOST put a host of the MX records"
    }
    return fix
  }

  private enum Question: CaseIterable { case mx, text, dmarc, dkim, policy, reports }

  private func questions(of key: String) -> [Question] {
    let name = key.hasPrefix("dns.") ? key.dropFirst("dns.".count) : key[...]
    if name.hasPrefix("mx") { return [.mx] }
    if name.hasPrefix("spf") { return [.text] }
    if name.hasPrefix("dmarc") { return [.dmarc] }
    if name.hasPrefix("dkim") { return [.dkim] }
    if name.hasPrefix("mta_sts") { return [.policy] }
    if name.hasPrefix("tls_rpt") { return [.reports] }
    return [.mx, .text, .dmarc, .dkim]
  }

  private func records(_ question: Question) -> [(type: String, name: String)] {
    let domain = domain ?? "DOMAIN"
    switch question {
    case .mx: return [("MX", domain)]
    case .text: return [("TXT", domain)]
    case .dmarc: return [("TXT", "_dmarc." + domain)]
    case .dkim:
      let names = selectors.isEmpty ? ["SELECTOR"] : selectors
      return names.map { ("TXT", $0 + "._domainkey." + domain) }
    case .policy: return [("TXT", "_mta-sts." + domain)]
    case .reports: return [("TXT", "_smtp._tls." + domain)]
    }
  }

  private var selectors: [String] {
    for key in ["declared.mail.dkim_selectors", "dns.dkim_selectors"] {
      let named = texts(of: key).compactMap(\.commandWord)
      if !named.isEmpty { return named }
    }
    return []
  }

  private var mailHost: String? {
    texts(of: "dns.mx").lazy.compactMap(\.commandWord).first { $0 != "." }
  }

  private func text(of key: String) -> String? {
    guard let fact = facts.facts[key], fact.state == .known else { return nil }
    return fact.value?.string
  }

  private func texts(of key: String) -> [String] {
    guard let fact = facts.facts[key], fact.state == .known else { return [] }
    switch fact.value {
    case .list(let items): return items.compactMap(\.string)
    case .string(let text): return [text]
    case .null, .bool, .int, .double, .date, nil: return []
    }
  }
}
