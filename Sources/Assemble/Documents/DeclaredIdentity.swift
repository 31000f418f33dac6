internal import Model

/// Who the declaration says the company, its representative and its operator are, in comparable form.
struct DeclaredIdentity {
  let companyName: String?
  let creditCode: String?
  let representativeName: String?
  let representativeNumber: String?
  let operatorName: String?
  let operatorNumber: String?
  /// The declared mail domain, else that of the declared mailbox.
  let mailDomain: String?

  init(_ facts: [Fact]) {
    func text(_ key: String, _ profile: String) -> String? {
      facts.first { $0.key == "declared." + key }?.value.string
        .flatMap { TextNormalization.normalized($0, profile: profile) }
    }
    companyName = text("company.name", "company")
    creditCode = text("company.credit_code", "code")
    representativeName = text("company.legal_representative", "person")
    representativeNumber = text("legal_representative.id_number", "code")
    operatorName = text("operator.name", "person")
    operatorNumber = text("operator.id_number", "code")
    mailDomain =
      facts.first { $0.key == "declared.mail.domain" }?.value.string
      ?? facts.first { $0.key == "declared.mail.address" }?.value.string
  }
}

/// Whether two readings of one thing could be the same but for a misread or mistyped character or two.
enum Resemblance {
  static func ofCodes(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return NearestName.editDistance(left, right) <= 3
  }

  static func ofNames(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right, !left.isEmpty, !right.isEmpty else { return false }
    return NearestName.editDistance(left, right) <= max(1, right.count / 4)
      && !Set(left).isDisjoint(with: right)
  }
}
