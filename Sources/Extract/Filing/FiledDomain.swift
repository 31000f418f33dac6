internal import Model

/// A domain as a filing means it: without scheme, path and `www`.
enum FiledDomain {
  static func text(of text: String) -> String? {
    guard let domain = AddressDomain(text)?.text else { return nil }
    return domain.hasPrefix("www.") ? String(domain.dropFirst(4)) : domain
  }
}
