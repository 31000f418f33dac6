internal import Model

/// Functions on domains, filings and the settings of mail.
enum MailFunctions {
  static let all: [Function] = [
    Function(
      "within_domain", "前一域名等于后一域名或在其之下；中文域名与 xn-- 写法相同",
      "whether a domain, mail or web address is of the second domain or below it, in either script",
      [
        .of(cost: Weight.sum) { (text: String, domain: String) -> Bool in
          guard let own = AddressDomain(text), let other = AddressDomain(domain) else {
            return false
          }
          return own.isWithin(other)
        }
      ]),
    Function(
      "kind_of", "缺陷的种类：dns.defects、tls.defects、org.defects、contacts.defects 的一项在冒号前的部分；不是时为空",
      "the kind of a defect, an entry of dns.defects, tls.defects, org.defects or contacts.defects: what stands before its colon; empty for other texts",
      // allowed: another text has none
      [.of { (defect: String) -> String in DefectWords.kind(of: defect) ?? "" }]),
    Function(
      "filing_province", "备案号或许可证号首字所指的省份；没有时为 null",
      "the province that a filing number begins with, null where it names none",
      [.of { (text: String) -> String? in FilingNumber(text)?.province }]),
    Function(
      "filing_subject", "备案号所属的主体备案号；不是备案号时为 null",
      "the subject's number in a filing number, null where it is none",
      [.of { (text: String) -> String? in FilingNumber(text)?.subject }]),
    Function(
      "ip_range_kind", "地址段的类别：private、public、reserved 或 everything（任意地址）；不是地址段时为 null",
      "what an address range is: private, public, reserved or everything; null where it is none",
      [.of { (text: String) -> String? in AddressRange(text)?.kind.rawValue }]),
  ]
}
