internal import Model

/// Which proofs of filing are meant: a lookup lists all services of a company, the mail domain's is one of them.
enum FilingRoles {
  static let kinds: [MaterialKind] = [
    .icpFiling, .domainCertificate,
  ]

  private static let domainKeys = ["icp.domain", "domain.name"]

  /// Each document's role: primary where it is about the declared domain, other where a sibling is; none where no
  /// document is about it, so that all are looked at.
  static func roles(of documents: [PlacedDocument], declaredDomain: String?) -> [String: Role] {
    guard let declared = declaredDomain.flatMap(AddressDomain.init) else { return [:] }
    var roles: [String: Role] = [:]
    for kind in kinds {
      let all = documents.filter { $0.document.kind == kind }
      let own = all.filter { document in
        domainKeys.contains { key in
          guard let text = document.fact(key)?.value.string, let filed = AddressDomain(text) else {
            return false
          }
          return declared.isWithin(filed)
        }
      }
      guard !own.isEmpty else { continue }
      for document in all {
        roles[document.id] = own.contains { $0.id == document.id } ? .primary : .other
      }
    }
    return roles
  }
}
