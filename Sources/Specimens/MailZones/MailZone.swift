/// The mail part of an invented zone.
package struct MailZone: Codable, Hashable {
  package struct Record: Codable, Hashable {
    /// `@`, or a name below the zone.
    var owner: String
    var type: String
    var preference: Int?
    /// A whole name without its last dot, an address, or the text of a TXT record.
    var value: String
  }

  /// Who keeps the mailboxes, with what it publishes (`rules/mail-providers.csv`).
  struct Provider {
    let name: String
    let hosts: [(preference: Int, host: String)]
    let include: String

    static let all = [
      Provider(
        name: "tencent_exmail", hosts: [(5, "mxbiz1.qq.com"), (10, "mxbiz2.qq.com")],
        include: "spf.mail.qq.com"),
      Provider(
        name: "aliyun",
        hosts: [
          (5, "mx1.qiye.aliyun.com"), (10, "mx2.qiye.aliyun.com"), (15, "mx3.qiye.aliyun.com"),
        ], include: "spf.qiye.aliyun.com"),
      Provider(
        name: "netease_qiye",
        hosts: [(5, "qiye163mx01.mxmail.netease.com"), (10, "qiye163mx02.mxmail.netease.com")],
        include: "spf.163.com"),
      Provider(
        name: "huawei_cloud",
        hosts: [(5, "mx1.sparkspace.huaweicloud.com"), (10, "mx2.sparkspace.huaweicloud.com")],
        include: "spf.sparkspace.huaweicloud.com"),
    ]
  }

  var domain: String
  var provider: String
  var selector: String
  var records: [Record]

  /// A zone in order: one provider, SPF, DKIM with 2,048 bits, DMARC that acts and reports.
  init(_ dice: inout Dice) {
    let provider = dice.pick(Provider.all)
    let selector = dice.pick(["s1", "default", "mail", "k2026", "dkim"])
    domain = Self.domain(&dice)
    self.provider = provider.name
    self.selector = selector
    records = provider.hosts.map {
      Record(owner: "@", type: "MX", preference: $0.preference, value: $0.host)
    }
    let own = dice.chance(0.4) ? " ip4:192.0.2.\(dice.number(1...250))" : ""
    let end = dice.pick(["-all", "~all"])
    add("@", "TXT", "v=spf1 include:\(provider.include)\(own) \(end)")
    if dice.chance(0.5) { add("@", "TXT", "qqmail-verification=\(dice.digits(12))") }
    let policy = dice.pick(["quarantine", "reject"])
    add("_dmarc", "TXT", "v=DMARC1; p=\(policy); rua=mailto:dmarc@\(domain)")
    add(selector + "._domainkey", "TXT", "v=DKIM1; k=rsa; p=" + DKIMKeyText.rsa(bits: 2_048, &dice))
    add("www", "A", "192.0.2.\(dice.number(1...250))")
  }

  private mutating func add(_ owner: String, _ type: String, _ value: String) {
    records.append(Record(owner: owner, type: type, value: value))
  }

  private static let syllables = [
    "xing", "he", "han", "yu", "chen", "guang", "yun", "fan", "bo", "yuan", "heng", "tai", "lan",
    "hai", "jin", "sui",
  ]

  private static func domain(_ dice: inout Dice) -> String {
    let name = dice.pick(2, of: syllables).joined()
    return name + "-demo" + dice.pick([".com.cn", ".cn", ".com", ".net.cn"])
  }

  /// The whole name of an owner, without the last dot.
  func name(of owner: String) -> String { owner == "@" ? domain : owner + "." + domain }

  /// What somebody asks who collects evidence: names and types.
  var questions: [(name: String, type: String)] {
    let hosts = records.filter { $0.type == "MX" && $0.value.hasSuffix("." + domain) }
      .map { (name: $0.value, type: "A") }
    return [
      (domain, "MX"), (domain, "TXT"), ("_dmarc." + domain, "TXT"),
      (selector + "._domainkey." + domain, "TXT"),
    ] + hosts
  }

  /// The answer to a question; an alias answers all of them.
  func answer(_ name: String, _ type: String) -> [Record] {
    let own = records.filter { self.name(of: $0.owner) == name }
    let alias = own.filter { $0.type == "CNAME" }
    return alias.isEmpty ? own.filter { $0.type == type } : alias
  }

  /// Whether the name is there, or one below it.
  func has(_ name: String) -> Bool {
    records.contains {
      let owner = self.name(of: $0.owner)
      return owner == name || owner.hasSuffix("." + name)
    }
  }
}

/// DKIM keys of invented numbers: they have the form of a key, and no one can sign for them.
enum DKIMKeyText {
  /// A SubjectPublicKeyInfo (RFC 5280 4.1) in base64.
  static func rsa(bits: Int, _ dice: inout Dice) -> String {
    DERBytes.sequence([
      algorithm("1.2.840.113549.1.1.1"),
      DERBytes.bits(DERBytes.sequence([modulus(bits, &dice), DERBytes.integer(65_537)])),
    ]).base64
  }

  /// What the source checklist prints as a key: it begins as PKCS #7 does.
  static func pkcs7(_ dice: inout Dice) -> String {
    DERBytes.sequence([
      algorithm("1.2.840.113549.1.7.1"),
      DERBytes.bits(DERBytes.sequence([modulus(1_024, &dice), DERBytes.integer(65_537)])),
    ]).base64
  }

  private static func algorithm(_ identifier: String) -> [UInt8] {
    DERBytes.sequence([DERBytes.identifier(identifier), [5, 0]])
  }

  private static func modulus(_ bits: Int, _ dice: inout Dice) -> [UInt8] {
    var bytes = (0..<bits / 8).map { _ in UInt8(dice.number(0...255)) }
    bytes[0] |= 0x80
    bytes[bytes.count - 1] |= 1
    return DERBytes.element(0x02, [0] + bytes)
  }
}
