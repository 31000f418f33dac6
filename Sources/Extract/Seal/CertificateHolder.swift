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

  /// A leading credit code and what follows it.
  private static func split(_ text: String) -> (code: String?, name: String) {
    let head = text.prefix(18)
    let isCode =
      head.count == 18
      && head.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      && head.contains(where: \.isNumber)
    guard isCode else { return (nil, text.trimmingSpaces) }
    return (String(head), String(text.dropFirst(18)).trimmingSpaces)
  }

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
