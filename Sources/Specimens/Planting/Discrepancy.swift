/// One thing that can be wrong with a submission; each is planted alone.
package enum Discrepancy: String, CaseIterable {
  // The declaration says otherwise than the papers.
  case declaredName = "declared-name"
  case declaredCode = "declared-code"
  case declaredCodeCharacter = "declared-code-character"
  case declaredRepresentative = "declared-representative"
  case declaredCapital = "declared-capital"
  case declaredEstablished = "declared-established"
  case declaredAddress = "declared-address"
  case declaredScope = "declared-scope"
  case declaredNumber = "declared-id-number"
  case declaredClerkName = "declared-operator-name"
  case declaredClerkNumber = "declared-operator-number"
  // The license.
  case licenseCode = "license-code-check"
  case licenseName = "license-name"
  case licenseHead = "license-representative"
  case licenseType = "license-type"
  case licenseEstablished = "license-established"
  case licenseTermEnd = "license-term-ended"
  case licenseTermStart = "license-term-start"
  case licenseIssuedEarly = "license-issued-early"
  case licenseIssuedLate = "license-issued-late"
  case qrCode = "qr-other-company"
  case qrHost = "qr-foreign-host"
  case otherLicense = "license-of-another-company"
  // The cards.
  case cardName = "card-name"
  case cardNumber = "card-number-check"
  case cardBorn = "card-born"
  case cardSex = "card-sex"
  case cardExpired = "card-expired"
  case cardEnding = "card-ending-soon"
  case cardNotYet = "card-not-yet-valid"
  case cardTerm = "card-term"
  case cardTermForAge = "card-term-for-age"
  case cardAuthority = "card-authority"
  case otherCard = "card-of-another-person"
  case clerkCardExpired = "operator-card-expired"
  // The files.
  case missingLicense = "missing-license"
  case missingFront = "missing-portrait-side"
  case missingBack = "missing-emblem-side"
  case doubledFront = "portrait-side-twice"
  case strayLicense = "license-of-another-company-too"

  /// The facts that are changed, and the rules that read them and are to find it.
  var target: (facts: [String], rules: [String]) {
    switch self {
    case .declaredName: (["declared.company.name"], ["LIC-NAME-001"])
    case .declaredCode: (["declared.company.credit_code"], ["LIC-CODE-001"])
    case .declaredCodeCharacter:
      (["declared.company.credit_code"], ["DECL-CODE-001", "DECL-CODE-002", "LIC-CODE-001"])
    case .declaredRepresentative:
      (["declared.company.legal_representative"], ["LIC-REP-001", "REP-SAME-001"])
    case .declaredCapital:
      (["declared.company.registered_capital_amount"], ["LIC-CAPITAL-001"])
    case .declaredEstablished: (["declared.company.established_on"], ["LIC-EST-001"])
    case .declaredAddress: (["declared.company.address"], ["LIC-ADDRESS-001"])
    case .declaredScope: (["declared.company.scope"], ["LIC-SCOPE-001"])
    case .declaredNumber: (["declared.legal_representative.id_number"], ["ID-NUM-002"])
    case .declaredClerkName: (["declared.operator.name"], ["OPR-NAME-001"])
    case .declaredClerkNumber: (["declared.operator.id_number"], ["OPR-NUM-001"])
    case .licenseCode:
      (
        ["license.credit_code", "declared.company.credit_code"],
        ["LIC-CODE-002", "DECL-CODE-002", "LIC-CODE-001"]
      )
    case .licenseName: (["license.name"], ["LIC-NAME-001"])
    case .licenseHead: (["license.legal_representative"], ["LIC-REP-001", "REP-SAME-001"])
    case .licenseType: (["license.type"], ["LIC-CLASS-001"])
    case .licenseEstablished:
      (["license.established_on"], ["LIC-EST-001", "LIC-TERM-002", "LIC-ISSUED-001"])
    case .licenseTermEnd: (["license.term_to"], ["LIC-TERM-001"])
    case .licenseTermStart: (["license.term_from"], ["LIC-TERM-002"])
    case .licenseIssuedEarly, .licenseIssuedLate: (["license.issued_on"], ["LIC-ISSUED-001"])
    case .qrCode: (["license.qr_credit_code"], ["LIC-QR-001"])
    case .qrHost: (["license.qr_text"], ["LIC-QR-002"])
    case .otherLicense:
      (["license.name", "license.credit_code"], ["LIC-NAME-001", "LIC-CODE-001"])
    case .cardName: (["id_front.name"], ["REP-SAME-001"])
    case .cardNumber:
      (
        ["id_front.number", "declared.legal_representative.id_number"],
        ["ID-NUM-001", "ID-NUM-002", "DECL-ID-001"]
      )
    case .cardBorn: (["id_front.born_on"], ["ID-BIRTH-001"])
    case .cardSex: (["id_front.sex"], ["ID-SEX-001"])
    case .cardExpired, .cardEnding: (["id_back.valid_to"], ["ID-VALID-001"])
    case .cardNotYet: (["id_back.valid_from"], ["ID-VALID-001"])
    case .cardTerm: (["id_back.valid_to"], ["ID-TERM-001"])
    case .cardTermForAge: (["id_back.valid_to"], ["ID-TERM-002"])
    case .cardAuthority: (["id_back.authority"], ["ID-AUTHORITY-001"])
    case .otherCard: (["id_front.name", "id_front.number"], ["REP-SAME-001", "ID-NUM-002"])
    case .clerkCardExpired: (["id_back.valid_to"], ["OPR-VALID-001"])
    case .missingLicense: (["submission.materials"], ["MAT-LIC-001"])
    case .missingFront: (["submission.materials"], ["MAT-ID-001"])
    case .missingBack, .doubledFront:
      (["submission.materials", "id_front.has_other_side"], ["MAT-ID-002", "MAT-ID-003"])
    case .strayLicense: (["license.role"], ["MAT-LIC-002"])
    }
  }

  /// Whether it takes an operator beside the legal representative.
  var needsOperator: Bool {
    switch self {
    case .declaredClerkName, .declaredClerkNumber, .clerkCardExpired: true
    default: false
    }
  }
}
