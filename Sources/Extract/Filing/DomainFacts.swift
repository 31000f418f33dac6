internal import Model

/// What certificates and records of a domain's registration say.
enum DomainFacts {
  private static let family = FactFamily("domain.", of: .domainCertificate)
  static let name = family("name", .string, "The registered domain: 域名")
  static let holder = family("holder", .string, "Who holds it: 域名持有者")
  static let registrar = family("registrar", .string, "Where it is registered: 注册商")
  static let registeredOn = family("registered_on", .date, "Its first day: 注册日期")
  static let expiresOn = family(
    "expires_on", .date, expiry: LocalizedText("域名到期日期", "date of expiry"),
    "Its last day: 到期日期")

  static let declarations = [name, holder, registrar, registeredOn, expiresOn]
}

/// What the labels of a registration mean: certificates, WHOIS answers, consoles' exports.
enum DomainLabel: CaseIterable {
  case name, holder, registrar, registeredOn, expiresOn

  static let set = LabelSet<DomainLabel> { $0.names }

  private var names: [String] {
    switch self {
    case .name: ["域名", "注册域名", "域名名称", "Domain Name", "domain", "domainName", "ldhName"]
    case .holder:
      [
        "域名持有者", "域名所有者", "持有者", "所有者", "注册者", "域名注册者", "注册人", "域名持有人", "Registrant",
        "Registrant Organization", "Registrant Name", "RegistrantOrganization",
      ]
    case .registrar:
      [
        "注册商", "域名注册商", "注册服务机构", "域名注册服务机构", "注册机构", "Sponsoring Registrar", "Registrar",
      ]
    case .registeredOn:
      [
        "注册日期", "注册时间", "创建时间", "域名注册日期", "Registration Time", "Creation Date", "RegistrationDate",
        "Registration Date",
      ]
    case .expiresOn:
      [
        "到期日期", "到期时间", "过期时间", "域名到期日期", "有效期至", "Expiration Time", "Registry Expiry Date",
        "Expiry Date", "ExpirationDate", "Registrar Registration Expiration Date",
        "Expiration Date",
      ]
    }
  }
}

/// Registrations of domains out of labelled values.
enum DomainDocuments {
  static let signs = ["注册商", "注册服务机构", "Registrar", "到期", "Registrant", "Registration Time"]

  /// Empty where the content tells of no registration: a domain with a date or a registrar.
  static func documents(in content: LabelledContent, file: String) -> [Document] {
    content.records(DomainLabel.set).compactMap { record in
      guard let name = record[.name], let domain = FiledDomain.text(of: name.text),
        !record.fields.isDisjoint(with: [.registrar, .registeredOn, .expiresOn])
      else { return nil }
      var facts = RecordFacts(file: file, page: record.page)
      facts.add(DomainFacts.name, name) { _ in .string(domain) }
      facts.add(DomainFacts.holder, record[.holder]) {
        .string(TextNormalization.displayName(ofCompany: $0))
      }
      facts.add(DomainFacts.registrar, record[.registrar]) { .string($0) }
      facts.add(DomainFacts.registeredOn, record[.registeredOn]) {
        DayText.date($0).map(Value.date)
      }
      facts.add(DomainFacts.expiresOn, record[.expiresOn]) { DayText.date($0).map(Value.date) }
      return facts.document(.domainCertificate)
    }
  }
}
