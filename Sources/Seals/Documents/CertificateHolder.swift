internal import Model
internal import Native

/// Whom a certificate names.
///
/// Chinese authorities write the organization as `O=<credit code><name>` with nothing between, and the seal's
/// number into `CN`; others put the plain name into `CN`.
struct CertificateHolder: Hashable {
  /// `nil` where no attribute holds a name.
  let name: String?
  let creditCode: String?

  init(_ certificate: Certificate) {
    let organization = certificate.subject("O").map(Self.split)
    let common = certificate.subject("CN").map(Self.split)
    let named = [organization, common].compactMap(\.self)
    creditCode =
      named.compactMap(\.code).first
      ?? certificate.subject.map(\.value).first {
        UnifiedSocialCreditCode($0) != nil
      }
    name =
      if let organization, organization.code != nil, !organization.name.isEmpty {
        organization.name
      } else if let common, Self.hasHan(common.name) {
        common.name
      } else {
        named.map(\.name).first { !$0.isEmpty }
      }
  }

  /// Whether it looks like a person's name: two to four Chinese characters, no credit code.
  var isPerson: Bool {
    creditCode == nil && name.map(Self.looksLikePerson) == true
  }

  /// Two to four Chinese characters that end like no organization; 印 or 章 may follow them.
  static func looksLikePerson(_ text: String) -> Bool {
    var name = Substring(text)
    for ending in ["之印", "印章", "名章", "印", "章"] where name.hasSuffix(ending) && name.count > 3 {
      name = name.dropLast(ending.count)
      break
    }
    guard (2...4).contains(name.count), name.unicodeScalars.allSatisfy(isHan) else { return false }
    return !["公司", "厂", "局", "院", "所", "部", "店", "行", "社", "中心", "系统"].contains {
      name.hasSuffix($0)
    }
  }

  /// A leading credit code and what follows it.
  private static func split(_ text: String) -> (code: String?, name: String) {
    let head = text.prefix(18)
    let isCode =
      head.count == 18
      && head.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      && head.contains(where: \.isNumber)
    guard isCode else { return (nil, text.trimmed) }
    return (String(head), String(text.dropFirst(18)).trimmed)
  }

  private static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHan) }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || scalar == "·"
  }
}
